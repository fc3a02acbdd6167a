import { describe, expect, test } from "vitest";
import { type Forecast, forecastsFrom, fromOrigin, summarise } from "../../engine/index.ts";
import { crps, signTest } from "../../engine/backtest/scores.ts";
import { library, productAt, simulate } from "../support/scenarios.ts";

describe("scores of forecasts", () => {
  test("the ranked probability score: exact is 0, one number scores its distance, a spread less", () => {
    expect(crps([2, 2], 2)).toBe(0);
    expect(crps([1], 3)).toBe(2);
    expect(crps([0, 4], 2)).toBeCloseTo(2 - 1, 12); // E|X - y| = 2, E|X - X'| = 2
  });
  test("it is proper: over many draws the true law scores best", () => {
    const ys = Array.from({ length: 101 }, (_, k) => k / 100);
    const score = (members: readonly number[]) => ys.reduce((sum, y) => sum + crps(members, y), 0);
    const even = (low: number, high: number) => Array.from({ length: 51 }, (_, k) => low + (k / 50) * (high - low));
    for (const [low, high] of [
      [0.2, 0.8],
      [-0.3, 1.3],
      [0.2, 1.2],
    ])
      expect(score(even(0, 1))).toBeLessThan(score(even(low, high)));
  });
  test("the sign test is the two-sided binomial: 10 of 10 is 2/1024, evens are 1", () => {
    expect(signTest(10, 0)).toBeCloseTo(2 / 1024, 12);
    expect(signTest(8, 2)).toBeCloseTo((2 * (1 + 10 + 45)) / 1024, 12);
    expect(signTest(5, 5)).toBe(1);
    expect(signTest(0, 0)).toBe(1);
  });
  test("skill is the part of a naive score that the model saves; wins and losses leave ties out", () => {
    const one = (score: number, noChange: number) =>
      ({ score, naive: { noChange, constantDecline: 1, bestRival: 1 }, low: 0, came: 1, high: 2 }) as Forecast;
    const { skills, covered } = summarise([one(0.5, 1), one(0.5, 0.5), one(1, 0.5)]);
    expect(covered).toBe(1);
    expect(skills[0]).toMatchObject({ naive: "noChange", skill: 0, wins: 1, losses: 1, p: 1 });
  });
});

describe("a forecast from a day of the record", () => {
  const few = { "demand.agents": 300 };
  const HOLD = { kind: "hold" };
  const history = library("china-2024-history", few);
  const scenario = fromOrigin(history, "2024-05-07");
  test("knows the record up to it and nothing after: no later event, no later launch, half a year to go", () => {
    expect(scenario.events.every(({ date }) => date <= "2024-05-07")).toBe(true);
    expect(scenario.vendors.deepseek.products.v3.launch).toBe("never");
    expect(scenario.vendors.deepseek.products.v2.launch).toBe("2024-05-06");
    expect(scenario.clock.end).toBe("2024-11-05");
  });
  test("goes on by the rule, in which a cut of the record is a vendor's own answer", () => {
    const [then, later] = [simulate(scenario), simulate(fromOrigin(history, "2024-06-01"))];
    expect(productAt(then, "priceInput", "alibaba.qwen-long", "2024-11-05")).toBeLessThan(1);
    expect(productAt(later, "priceInput", "alibaba.qwen-long", "2024-06-01")).toBe(0.5);
    expect(productAt(later, "priceInput", "alibaba.qwen-long", "2024-06-05")).toBe(0.5);
  });
  test("takes what a vendor was seen not to answer for accepted", () => {
    const known = library("china-2024-history", { ...few, "strategies.headline.returns": 0 });
    const once = simulate(fromOrigin(known, "2024-06-01"));
    expect(productAt(once, "priceInput", "zhipu.glm-4", "2024-11-30")).toBe(100);
    expect(productAt(once, "priceInput", "baidu.ernie-3.5", "2024-11-30")).toBe(12);
  });
  test("counts a second move of the record as a second round", () => {
    const after = (returns: number) => {
      const others = ["zhipu", "bytedance", "baidu", "iflytek", "tencent"].map((v) => [`vendors.${v}.strategy`, HOLD]);
      const cheap = { "vendors.moonshot.products.v1.price": { input: 0.1, output: 0.1 } }; // a gap to come back to
      const alone = { ...few, ...cheap, ...Object.fromEntries(others), "strategies.headline.returns": returns };
      const known = library("china-2024-history", alone);
      return productAt(simulate(fromOrigin(known, "2024-10-01")), "priceInput", "alibaba.qwen-plus", "2025-03-31");
    };
    expect(after(1)).toBe(0.8); // Alibaba came back on 19 September
    expect(after(2)).toBeLessThan(0.8);
  });
  test("is scored where a price came, against no change by hand", () => {
    const outcomes = [{ date: "2024-05-21", product: "alibaba.qwen-long", price: 0.5 }];
    const [found, ...others] = forecastsFrom([simulate(scenario)], { scenario, origin: "2024-05-07", outcomes });
    expect(others).toEqual([]);
    expect(found.naive.noChange).toBeCloseTo(Math.log(20.2 / 0.7), 9);
    expect(found.score).toBeCloseTo(Math.abs(Math.log((found.median + 0.2) / 0.7)), 9);
  });
});
