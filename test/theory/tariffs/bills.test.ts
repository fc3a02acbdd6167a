import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Asked,
  billFor,
  compile,
  dayNumber,
  integrate,
  openTariff,
  PLAIN_TRAFFIC,
  productBill,
} from "../../../engine/index.ts";
import { NO_TARIFF, openMarket, type Tariff } from "../../../engine/index.ts";
import { inFull } from "../../../engine/price.ts";
import { promptPoints } from "../../../engine/tariff/prompts.ts";
import { smallMarket } from "../../support/tariffs.ts";

/** The bill of a segment's traffic for so many Mtok of input and output, in the scenario's money. */
function bill(
  products: string,
  segment: string,
  [input, output]: readonly [number, number],
  date = "2026-08-19",
): number {
  const model = compile(smallMarket({ products, segment, start: date }));
  const question = { product: "v.p", segment: "devs", day: dayNumber(date), work: { input, output } };
  return productBill(model, openMarket(model), question).total;
}

const product = (text: string) => `p: {${text}, cost: {kind: curve, input: 0.1, output: 0.4}}`;
const points = (...tokens: number[]) =>
  `prompts: {points: [${tokens.map((t) => `{tokens: ${t}, share: 1}`).join(", ")}]}`;

/** Hours from DeepSeek's page, August to November 2026: twice the price 9 to 12 and 14 to 18, Monday to Friday. */
const HOURS =
  "hours: {zone: 8, windows: [{days: [mon, tue, wed, thu, fri], from: 9, to: 12, times: 2}, " +
  "{days: [mon, tue, wed, thu, fri], from: 14, to: 18, times: 2}]";

describe("a bill worked out by hand is the bill of the engine, to the cent", () => {
  test("DeepSeek-V4-Flash, 17 August 2026: 35 of 168 hours at twice the price, 56 % cache hits", () => {
    // 100 Mtok in, 20 out, spread evenly over the week: the mean factor is 1 + 35/168.
    const paid = bill(
      product(`price: {input: 1.5, output: 4.5, cached: 0.05}, tariff: {${HOURS}}}`),
      ", cachedShare: 0.56",
      [100, 20],
    );
    const flat = 44 * 1.5 + 56 * 0.05 + 20 * 4.5; // 158.8
    expect(paid).toBeCloseTo(flat * (1 + 35 / 168), 8); // 191.883...
  });

  test("DeepSeek-V4.1-Flash, 10 September: the same hours, and a holiday that is off-peak all day", () => {
    const list = product(`price: {input: 1, output: 4, cached: 0.02}, tariff: {${HOURS}, holidays: [2026-10-01]}}`);
    const flat = 10 * 1 + 5 * 4;
    expect(bill(list, "", [10, 5], "2026-09-16")).toBeCloseTo(flat * (1 + 35 / 168), 8);
    expect(bill(list, "", [10, 5], "2026-09-29")).toBeCloseTo(flat * (1 + 28 / 168), 8); // the week of 1 October
  });

  test("steps by a month's spend count from the least up, in whatever order they are written", () => {
    const [low, high] = ["{above: 20, times: 0.9}", "{above: 60, times: 0.5}"];
    const on = (steps: string) =>
      bill(product(`price: {input: 2, output: 8}, tariff: {volume: {steps: [${steps}]}}`), "", [20, 10]);
    expect(on(`${high}, ${low}`)).toBe(on(`${low}, ${high}`));
    expect(on(`${low}, ${high}`)).toBeCloseTo(20 + 40 * 0.9 + 60 * 0.5, 10); // a month's 120 at list prices
  });

  test("of promotions in force together the last posted price is paid; a factor comes on top", () => {
    const on = (promotions: string) =>
      bill(product(`price: {input: 2, output: 8}, tariff: {promotions: [${promotions}]}`), "", [10, 5]);
    const summer = "{until: 2026-09-30, price: {input: 1, output: 4}}";
    const week = "{from: 2026-08-17, until: 2026-08-23, price: {input: 0.5, output: 3}}";
    expect(on(`${summer}, ${week}`)).toBeCloseTo(10 * 0.5 + 5 * 3, 10); // not a quarter of it
    expect(on(`${summer}, {until: 2026-08-23, times: 0.9}`)).toBeCloseTo(0.9 * (10 * 1 + 5 * 4), 10);
  });

  test("Haiku 5.5: 0.10/0.50 up to 100k tokens, 0.50/2.50 above, by the whole prompt; a tokenizer of 1.3", () => {
    const list = (more: string) =>
      product(
        "price: {input: 0.1, output: 0.5}, " +
          "tariff: {brackets: {steps: [{above: 100k, price: {input: 0.5, output: 2.5}}]}" +
          `${more}}`,
      );
    const two = `, traffic: {${points(40_000, 160_000)}}`; // four fifths of the tokens are in long prompts
    expect(bill(list(""), two, [10, 1])).toBeCloseTo(2 * 0.1 + 8 * 0.5 + 0.2 * 0.5 + 0.8 * 2.5, 8); // 6.3
    // 80k of another tokenizer are 104k of this one, beyond the step: 13 Mtok at 0.5 and 1.3 at 2.5.
    const one = `, traffic: {${points(80_000)}}`;
    expect(bill(list(""), one, [10, 1])).toBeCloseTo(1 + 0.5, 8);
    expect(bill(list(", tokenizer: 1.3"), one, [10, 1])).toBeCloseTo(13 * 0.5 + 1.3 * 2.5, 8);
  });

  test("164,040 tokens at 3 USD/Mtok, 6 beyond 128k: 0.98424 by the whole prompt, 0.60024 at the margin", () => {
    const list = (by: string) =>
      product(`price: {input: 3, output: 15}, tariff: {brackets: {by: ${by}, steps: [{above: 128k, times: 2}]}}`);
    const prompt = `, traffic: {${points(164_040)}}`;
    expect(bill(list("prompt"), prompt, [0.16404, 0])).toBeCloseTo(0.98424, 10);
    expect(bill(list("marginal"), prompt, [0.16404, 0])).toBeCloseTo(0.128 * 3 + 0.03604 * 6, 10);
  });

  test("Doubao-Seed-2.0-Pro: 3.2/16 to 32k, 4.8/24 to 128k, 9.6/48 above", () => {
    const list = product(
      "price: {input: 3.2, output: 16}, tariff: {brackets: {steps: [{above: 32k, price: {input: 4.8, output: 24}}, " +
        "{above: 128k, price: {input: 9.6, output: 48}}]}}",
    );
    // A prompt of 32,000 tokens is not beyond 32k. Equal numbers of prompts of 32k, 100k, 200k: 332k tokens.
    const paid = bill(list, `, traffic: {${points(32_000, 100_000, 200_000)}}`, [3.32, 0.332]);
    expect(paid).toBeCloseTo(0.32 * 3.2 + 1 * 4.8 + 2 * 9.6 + 0.032 * 16 + 0.1 * 24 + 0.2 * 48, 8);
  });

  test("Gemini 3.8 Flash: half price until 31 December as printed, the list from 1 January", () => {
    const list = product(
      "price: {input: 1.5, output: 7.5}, " +
        "tariff: {promotions: [{until: 2026-12-31, price: {input: 0.75, output: 3.75}}]}",
    );
    expect(bill(list, "", [4, 1], "2026-12-31")).toBeCloseTo(6.75, 10);
    expect(bill(list, "", [4, 1], "2027-01-01")).toBeCloseTo(13.5, 10);
    const kept = list.replace("until: 2026-12-31", "until: 2026-12-31, ended: 2027-02-28");
    expect(bill(kept, "", [4, 1], "2027-01-01")).toBeCloseTo(6.75, 10); // what was applied counts
  });

  test("batch at half price: who can wait a day sends what waiting costs less than it saves", () => {
    const list = product("price: {input: 2, output: 8}, tariff: {batch: 50 %}");
    const answers = (cost: number) => `, traffic: {answers: {batch: {share: 0.4, cost: ${cost}}}}`;
    expect(bill(list, "", [10, 1])).toBeCloseTo(28, 10);
    expect(bill(list, answers(0), [10, 1])).toBeCloseTo(28 * (0.6 + 0.4 / 2), 10);
    expect(bill(list, answers(1), [10, 1])).toBeCloseTo(28 * (1 - 0.4 * (1 - 1 / 2) * 0.5), 10); // 1 - 2^-1 of them
  });

  test("requests, tool calls and images are billed by the piece", () => {
    const list = product("price: {input: 1, output: 4}, tariff: {per: {request: 0.001, call: 0.005, image: 0.01}}");
    // 10 Mtok in prompts of 4,000 tokens are 2,500 requests, each with two searches and half an image.
    const paid = bill(list, `, traffic: {${points(4000)}, calls: 2, images: 0.5}`, [10, 1]);
    expect(paid).toBeCloseTo(14 + 2500 * (0.001 + 2 * 0.005 + 0.5 * 0.01), 8);
  });

  test("a segment's discount off list, a month's minimum, the cheapest of two commitments", () => {
    const on = (tariff: string) => bill(product(`price: {input: 1, output: 4}, tariff: {${tariff}}`), "", [10, 1]);
    expect(on("discounts: {devs: 15 %}")).toBeCloseTo(14 * 0.85, 10);
    expect(on("volume: {minimum: 20}")).toBeCloseTo(20, 10);
    const offers = "{spend: 8, times: 0.8}, {spend: 13, times: 0.5}"; // 11.2, or 13 for less than was committed to
    expect(on(`volume: {commitments: [${offers}]}`)).toBeCloseTo(11.2, 10);
  });
});

const change = fc.oneof(fc.record({ times: fc.double({ min: 0.1, max: 4, noNaN: true }) }));
const tariffs: fc.Arbitrary<Tariff> = fc.record({
  brackets: fc.option(
    fc.record({
      by: fc.constantFrom("prompt" as const, "marginal" as const),
      steps: fc.array(
        fc.tuple(fc.integer({ min: 100, max: 200_000 }), change).map(([above, c]) => ({ above, ...c })),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  ),
  hours: fc.option(
    fc.record({
      zone: fc.integer({ min: -8, max: 9 }),
      windows: fc.array(
        fc
          .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 }), change)
          .map(([from, to, c]) => ({ days: ["mon", "wed", "sat"] as const, from, to, ...c })),
        { minLength: 1, maxLength: 3 },
      ),
      holidays: fc.constant(["2026-08-19"]),
    }),
  ),
  batch: fc.option(fc.double({ min: 0.2, max: 0.9, noNaN: true })),
  per: fc.record({ request: fc.constantFrom(0, 0.01), call: fc.constantFrom(0, 0.02), image: fc.constant(0) }),
  promotions: fc.constantFrom([], [{ from: null, until: null, ended: null, times: 0.5 }]),
  tokenizer: fc.double({ min: 0.7, max: 1.5, noNaN: true }),
  volume: fc.constantFrom(null, { steps: [{ above: 50, times: 0.8 }], minimum: 10, commitments: [] }),
  discounts: fc.constantFrom<Record<string, number>>({}, { devs: 0.1 }),
});
const asked: fc.Arbitrary<Asked> = fc
  .record({
    sd: fc.double({ min: 0, max: 2, noNaN: true }),
    waiting: fc.double({ min: 0, max: 1, noNaN: true }),
    cost: fc.double({ min: 0, max: 2, noNaN: true }),
    trim: fc.double({ min: 0, max: 1, noNaN: true }),
    cachedShare: fc.double({ min: 0, max: 0.6, noNaN: true }),
    shape: fc.constantFrom("even" as const, "office" as const),
  })
  .map(({ sd, waiting, cost, trim, cachedShare, shape }) => {
    const prompts = { median: 8000, sd, points: [] };
    const answer = { share: waiting, cost };
    const shares = { batch: answer, cache: answer, route: answer };
    const answers = { ...PLAIN_TRAFFIC.answers, ...shares, wait: { cost }, trim: { elasticity: trim } };
    return {
      segment: "devs",
      law: { ...PLAIN_TRAFFIC, prompts, calls: 1, hours: { zone: 8, shape, byHour: null, weekend: 0.5 }, answers },
      points: promptPoints(prompts),
      context: 1,
      cachedShare,
      cacheWriteShare: 0.1,
      deferrable: waiting,
      outputShare: 0.2,
      list: inFull({ input: 2, output: 8, cached: 0.2, cacheWrite: 2.5 }),
      day: 20684,
      volumes: { mean: 30, sd: 1 },
    };
  });

describe("a tariff over a traffic", () => {
  test("conserves: lines by meter, bracket, hour and batch add up to the tokens and the money billed", () => {
    fc.assert(
      fc.property(tariffs, asked, (tariff, traffic) => {
        const open = openTariff(tariff, traffic.list);
        const { before, tokens } = integrate(open, traffic);
        const work = { input: 24, output: 6 }; // in the proportions of the mean buyer
        const { lines, terms, total } = billFor(open, traffic, work);
        const sumOf = (...meters: string[]) =>
          lines.filter(({ meter }) => meters.includes(meter)).reduce((sum, line) => sum + line.tokens, 0);
        expect(sumOf("input", "cached", "cacheWrite")).toBeCloseTo(work.input * tokens.input, 8);
        expect(sumOf("output")).toBeCloseTo(work.output * tokens.output, 8);
        const money = work.input * tokens.input * before.input + work.output * tokens.output * before.output;
        expect((total - terms) / money).toBeCloseTo(1, 10);
        const { steps = [], minimum = 0 } = tariff.volume ?? {};
        const off = steps.reduce((sum, step) => sum + (1 - step.times) * Math.max(0, money - step.above), 0);
        expect(total).toBeCloseTo(Math.max(minimum, money - off), 8);
      }),
      { numRuns: 300 },
    );
  });

  test("that says nothing is the list", () => {
    fc.assert(
      fc.property(asked, (traffic) => {
        const { law } = traffic;
        const quiet = { ...law, answers: { ...law.answers, cache: { share: 0, cost: 1 } } };
        const { paid, tokens } = integrate(openTariff(NO_TARIFF, traffic.list), { ...traffic, law: quiet });
        expect(tokens).toEqual({ input: 1, output: 1 });
        expect(paid.output).toBeCloseTo(8, 12);
        const cached = traffic.cachedShare;
        expect(paid.input).toBeCloseTo((0.9 - cached) * 2 + cached * 0.2 + 0.1 * 2.5, 12);
      }),
    );
  });
});
