import { expect, test } from "vitest";
import { compile, openMarket, productBill, recordingFingerprint, tick } from "../../../engine/index.ts";
import { agentModel } from "../../../engine/demand/mixed-logit/model.ts";
import { COST, run, smallMarket } from "../../support/tariffs.ts";

const market = (free: string) =>
  smallMarket({ products: `p: {price: {input: 2, output: 8}, ${COST}, free: {${free}}}` });

/** What a market's buyers have free in a week, every day alike [Mtok]. */
function freeWeek(free: string): number {
  const model = agentModel(compile(market(`${free}, beyond: pay`), { seed: 1 }));
  const open = openMarket(model);
  tick(model, open);
  return open.offers.quota[0];
}

test("a quota by the day is a day's, with its unit of time or without", () => {
  for (const quota of ["1", "1 Mtok", "1M tokens", "1 Mtok/day", "{value: 1, unit: Mtok/day}"])
    expect(freeWeek(`quota: ${quota}, every: day`), quota).toBeCloseTo(7, 12);
  expect(freeWeek("quota: 1 Mtok/h, every: hour")).toBeCloseTo(168, 9);
  expect(freeWeek("quota: 1 Mtok, every: 5h")).toBeCloseTo(168 / 5, 9);
  expect(freeWeek("quota: 7 Mtok/month, every: month")).toBeCloseTo((7 * 12 * 7) / 365, 9);
});

test("a bill names the allowance that the market gives", () => {
  const model = agentModel(compile(market("quota: 1 Mtok/day, every: day"), { seed: 1 }));
  const work = { input: 1, output: 1 };
  const question = { product: "v.p", segment: "devs", work, day: model.startDay };
  expect(productBill(model, openMarket(model), question).quota).toEqual({ tokens: 1, window: "day" });
});

test("without a window it is a rate, pooled over the week", () => {
  for (const quota of ["7", "7 Mtok/week", "1 Mtok/day"]) expect(freeWeek(`quota: ${quota}`), quota).toBeCloseTo(7, 12);
});

test("a unit of another time than the window is refused, with what to write", () => {
  const refused = (free: string) => expect(() => market(free), free);
  refused("quota: 7 Mtok/week, every: day").toThrow(/free\.quota: “7 Mtok\/week” is of another time.*“1 Mtok”/);
  refused("quota: 1 Mtok/day, every: week").toThrow(/“7 Mtok” for so much of each window/);
  refused("quota: {value: 7, unit: Mtok/week}, every: day").toThrow(/another time/);
  refused("quota: 3 CNY, every: day").toThrow(/wrong unit/);
});

test("an event that gives free use reads its window as a product does", () => {
  const given = (terms: string) =>
    run(
      smallMarket({
        products: `p: {price: {input: 2, output: 8}, ${COST}}`,
        more: `events:\n  - {date: 2026-08-24, kind: allowance, product: v.p, ${terms}}`,
      }),
    );
  const [bare, rate, pooled] = ["1 Mtok, every: day", "1 Mtok/day, every: day", "1 Mtok/day"].map((quota) =>
    recordingFingerprint(given(`quota: ${quota}`)),
  );
  expect(rate).toBe(bare);
  expect(pooled).not.toBe("");
  expect(() => given("quota: 7 Mtok/week, every: day")).toThrow(/events\.0\.quota.*“1 Mtok”/);
});
