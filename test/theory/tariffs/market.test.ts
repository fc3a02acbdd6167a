import { describe, expect, test } from "vitest";
import { compile, openMarket, type Recording, simulateModel } from "../../../engine/index.ts";
import { COST, last, run, smallMarket, tokens } from "../../support/tariffs.ts";

const PEAK = "tariff: {hours: {zone: 8, windows: [{days: [mon, tue, wed, thu, fri], from: 9, to: 18, times: 2}]}}";
const one = (more: string) => `p: {price: {input: 2, output: 8}, ${COST}${more}}`;

describe("traffic is known to prices and costs alike", () => {
  test.each([
    ["curve", "{kind: curve, input: 0.4, output: 1.6}"],
    ["roofline", "{kind: roofline, architecture: deepseek-v2, gpu: h800}"],
  ])("traffic that is 90 % cached costs a tenth of a miss for that part, with the cost model %s", (_, cost) => {
    const r = run(
      smallMarket({
        products: `p: {price: {input: 2, output: 8, cached: 0.2}, cost: ${cost}}`,
        segment: ", cachedShare: 0.9",
      }),
    );
    const { product: p } = r;
    const k = p.tokensInput.length - 1;
    const byHand = p.tokensInput[k] * p.unitCostInput[k] * (0.1 + 0.9 * 0.1) + p.tokensOutput[k] * p.unitCostOutput[k];
    expect(p.costOfRevenue[k] / byHand).toBeCloseTo(1, 12);
    expect(p.cachedInput[k] / p.tokensInput[k]).toBeCloseTo(0.9, 12);
  });

  test("tokens a task: two and a half times as many are billed, and the price of the work is as much higher", () => {
    const plain = compile(smallMarket({ products: one("") }));
    const verbose = compile(smallMarket({ products: one(", tokensPerTask: 2.5, outputPerTask: 2") }));
    const [a, b] = [openMarket(plain), openMarket(verbose)];
    expect(b.offers.input[0]).toBeCloseTo(2.5 * a.offers.input[0], 12);
    expect(b.offers.output[0]).toBeCloseTo(5 * a.offers.output[0], 12);
    const r = simulateModel(verbose);
    const [input, output] = [last(r, "v.p", "tokensInput"), last(r, "v.p", "tokensOutput")];
    expect(output / input).toBeCloseTo((0.25 * 5) / (0.75 * 2.5), 9);
    expect(last(r, "v.p", "extraTokens")).toBeCloseTo(input * 0.6 + output * 0.8, 6);
    expect(last(r, "v.p", "revenue")).toBeCloseTo(2 * input + 8 * output, 6);
  });

  test("what needs more tokens for a task loses to an equal that needs fewer, at the same price of a token", () => {
    const rival = `q: {price: {input: 2, output: 8}, ${COST}}`;
    const r = run(smallMarket({ products: `${one(", tokensPerTask: 3")}\n${rival}` }));
    const work = tokens(r, "v.p") - last(r, "v.p", "extraTokens");
    expect(work).toBeLessThan(tokens(r, "v.q") * 0.9);
  });
});

describe("hours", () => {
  const office = ", traffic: {hours: {shape: office, weekend: 0.2}}";

  test("a peak at twice the price moves the share that the law implies by hand", () => {
    const at = (cost: number) =>
      run(
        smallMarket({
          products: one(`, ${PEAK}`),
          segment: `${office.slice(0, -1)}, answers: {wait: {cost: ${cost}}}}, deferrable: 0.5`,
        }),
      );
    const cheap = (r: Recording) => last(r, "v.p", "cheapTokens") / tokens(r, "v.p");
    const before = cheap(run(smallMarket({ products: one(`, ${PEAK}`), segment: office })));
    // Half of the peak's work could wait: all of it does at no cost, 1 - 2^-1 of it where waiting costs ln price 1.
    expect(cheap(at(0))).toBeCloseTo(before + 0.5 * (1 - before), 9);
    expect(cheap(at(1))).toBeCloseTo(before + 0.5 * 0.5 * (1 - before), 9);
  });

  test("half price outside 35 of 168 hours: 0.604 of the flat price is paid for even use, tick by tick", () => {
    const weekdays = "days: [mon, tue, wed, thu, fri]";
    const cheap = ["0, to: 9", "12, to: 14", "18, to: 24"].map((span) => `{${weekdays}, from: ${span}, times: 0.5}`);
    const windows = [...cheap, "{days: [sat, sun], from: 0, to: 24, times: 0.5}"].join(", ");
    const r = run(smallMarket({ products: one(`, tariff: {hours: {zone: 8, windows: [${windows}]}}`) }));
    const paid = last(r, "v.p", "revenue") / (2 * last(r, "v.p", "tokensInput") + 8 * last(r, "v.p", "tokensOutput"));
    expect(paid).toBeCloseTo(1 - 0.5 * (133 / 168), 12); // 0.6042
  });

  test("a night token fills an idle fleet: what moves to the valley makes every token cheaper to serve", () => {
    const cost = (deferrable: number) =>
      last(
        run(smallMarket({ products: one(`, ${PEAK}`), segment: `${office}, deferrable: ${deferrable}` })),
        "v.p",
        "unitCostInput",
      );
    expect(cost(0.4)).toBeLessThan(cost(0) * 0.9);
    expect(cost(0)).toBeCloseTo(0.8, 12); // nobody moves: the vendor's own load of a half stands
  });
});

describe("a fleet of its own, sized for the busiest hour", () => {
  const FLEET = { gpus: null, leadWeeks: 0, planWeeks: 8, ceiling: 1, releasePerWeek: 1, leastPerProduct: 0 };
  const total = (deferrable: number) => {
    const segment = `, traffic: {hours: {shape: office, weekend: 0.2}}, deferrable: ${deferrable}`;
    const scenario = smallMarket({ products: one(`, ${PEAK}`), segment });
    const { v } = scenario.vendors;
    const clock = { ...scenario.clock, end: "2026-12-28" }; // until the fleet it began with has shrunk
    const r = run({ ...scenario, clock, vendors: { v: { ...v, load: 0.3, fleet: FLEET } } });
    const t = r.dates.length - 1;
    return { cost: r.vendor.costOfRevenue[t] / tokens(r, "v.p"), served: r.vendor.fulfilment[t] };
  };

  test("costs as much less as the day gets flatter by hand, idle GPUs and all", () => {
    const [before, after] = [total(0), total(0.3)];
    expect(before.served).toBe(1);
    expect(after.served).toBe(1);
    // Seven tenths of the busiest hour's work stay there. What leaves, 30 of 142.5 parts of a working week's use, fills
    // 123 hours to no more than a third of that.
    expect(after.cost / before.cost).toBeCloseTo(0.7, 4);
  });
});

describe("routing", () => {
  const lineUp = (flagship: number) =>
    `p: {tier: flagship, quality: 0.5, price: {input: ${flagship}, output: ${4 * flagship}}, ${COST}}\n` +
    `lite: {tier: lite, quality: -0.5, price: {input: 1, output: 4}, ${COST}}`;
  const routing = ", traffic: {answers: {route: {share: 0.5, cost: 1}}}";

  test("a dearer flagship sends tasks down a tier before they stop", () => {
    const [cheap, dear] = [4, 8].map((price) => run(smallMarket({ products: lineUp(price), segment: routing })));
    const part = (r: Recording) =>
      last(r, "v.lite", "routedTokens") / (last(r, "v.lite", "routedTokens") + tokens(r, "v.p"));
    expect(part(cheap)).toBeCloseTo(0.5 * (1 - 1 / 4), 9); // ratio 4 at a cost of 1
    expect(part(dear)).toBeCloseTo(0.5 * (1 - 1 / 8), 9);
  });

  test("who routes keeps more of its work when the flagship gets dearer than who cannot", () => {
    const work = (price: number, segment: string) => {
      const r = run(smallMarket({ products: lineUp(price), segment }));
      return tokens(r, "v.p") + tokens(r, "v.lite");
    };
    expect(work(30, routing) / work(4, routing)).toBeGreaterThan(work(30, "") / work(4, ""));
  });

  test("money follows the tokens: each product is paid its own price for what it serves", () => {
    const r = run(smallMarket({ products: lineUp(4), segment: routing }));
    for (const [id, input] of [
      ["v.p", 4],
      ["v.lite", 1],
    ] as const) {
      const byHand = input * last(r, id, "tokensInput") + 4 * input * last(r, id, "tokensOutput");
      expect(last(r, id, "revenue") / byHand).toBeCloseTo(1, 12);
    }
  });
});

describe("allowances", () => {
  test("a daily one of a million tokens is not a weekly one of seven for who works five days", () => {
    const free = (quota: string, weekend: number) => {
      const products = `p: {price: {input: 2, output: 8}, ${COST}, free: {quota: ${quota}, beyond: pay}}`;
      const market = openMarket(
        compile(smallMarket({ products, segment: `, traffic: {hours: {weekend: ${weekend}}}` })),
      );
      return market.offers.quota[0];
    };
    expect(free("7 Mtok/week", 0)).toBeCloseTo(7, 12);
    expect(free("7 Mtok/week, every: week", 0)).toBeCloseTo(7, 12);
    expect(free("1, every: day", 0)).toBeCloseTo(5, 12);
    expect(free("1, every: day", 1)).toBeCloseTo(7, 12);
  });
});

describe("a tariff is posted", () => {
  const peak = "{hours: {windows: [{from: 0, to: 12, times: 2}]}}";
  const plain = last(run(smallMarket({ products: one("") })), "v.p", "revenue");
  test.each([
    ["an event", `events: [{date: 2026-08-31, kind: tariff, product: v.p, tariff: ${peak}}]`, "hold"],
    ["a strategy", "", `scripted, list: [{date: 2026-08-31, product: p, tariff: ${peak}}]`],
  ])("by %s: half of the hours at twice the price are paid from that day on", (_, more, strategy) => {
    const scenario = smallMarket({ products: one(`, strategy: {kind: ${strategy}}`), more });
    const r = run(scenario);
    const price = (t: number) => r.product.revenue[t] / (2 * r.product.tokensInput[t] + 8 * r.product.tokensOutput[t]);
    expect(price(1)).toBeCloseTo(1, 9);
    expect(price(3)).toBeCloseTo(1.5, 9);
    expect(plain).toBeGreaterThan(0);
  });
});

describe("each answer to tariffs works, and stops when it is switched off", () => {
  const peak = "hours: {windows: [{from: 9, to: 18, times: 2}]}";
  const step = "brackets: {steps: [{above: 1k, times: 4}]}";
  const answers = (text: string) => `, traffic: {answers: {${text}}}`;
  const lite = `lite: {quality: -0.2, price: {input: 1, output: 4}, ${COST}}`;
  const pairs = `${one("").replace("input: 2, output: 8", "input: 4, output: 16")}\n${lite}`;
  test.each([
    ["T-1", one(`, tariff: {${peak}}`), ", deferrable: 0.5", "cheapTokens"],
    ["T-2", one(", tariff: {batch: 0.5}"), answers("batch: {share: 0.5}"), "batchTokens"],
    ["T-3", one(`, tariff: {${step}}`), answers("trim: {elasticity: 0.5}"), "extraTokens"],
    ["T-4", one("").replace("output: 8", "output: 8, cached: 0.02"), answers("cache: {share: 0.9}"), "cachedInput"],
    ["T-5", pairs, answers("route: {share: 0.5}"), "routedTokens"],
    ["T-6", one(", outputPerTask: 4"), "", "extraTokens"],
    ["T-7", `${one("")}\nsub: {arena: plans, price: {month: 50}, ${COST}}`, ", also: [plans]", "fees"],
  ] as const)("%s", (id, products, segment, column) => {
    const scenario = smallMarket({ products, segment });
    const total = (r: Recording) => r.product[column].reduce((sum, x) => sum + x, 0);
    const [on, off] = [run(scenario), run({ ...scenario, off: [id] })].map(total);
    expect(Math.abs(on)).toBeGreaterThan(0);
    if (id === "T-1") expect(on).toBeGreaterThan(off * 1.1);
    else expect(Math.abs(off)).toBeLessThan(1e-6 * Math.abs(on));
  });

  test("a plan of several models is a product for each, at one fee, with the quota burnt at its rate", () => {
    const products =
      `${one("")}\nair: {quality: -0.5, price: {input: 0.5, output: 2}, ${COST}}\n` +
      `sub: {arena: plans, price: {month: 60}, ${COST}, plan: {quota: [{tokens: 30 Mtok, every: week}], ` +
      "covers: [{product: p, burn: 3}, {product: air}]}}";
    const model = compile(smallMarket({ products, segment: ", also: [plans]" }));
    const { offers } = openMarket(model);
    const at = (id: string) => model.products.findIndex((p) => p.id === id);
    expect(offers.quota[at("v.sub.p")]).toBeCloseTo(10, 12);
    expect(offers.quota[at("v.sub.air")]).toBeCloseTo(30, 12);
    expect(offers.fee[at("v.sub.air")]).toBeCloseTo(offers.fee[at("v.sub.p")], 12);
    const r = simulateModel(model);
    expect(last(r, "v.sub.p", "users") + last(r, "v.sub.air", "users")).toBeGreaterThan(0);
    expect(last(r, "v.sub.p", "unusedTokens")).toBeGreaterThan(0);
  });
});
