import { describe, expect, test } from "vitest";
import type { Recording } from "../../engine/index.ts";
import { last, metric, share } from "../support/readings.ts";
import { productSeries, simulate, variant, vendorSeries } from "../support/scenarios.ts";

describe("capacity", () => {
  const fleet = (text: string) => variant(`vendors: {deepseek: {trust: 0.3, cash: null, fleet: {${text}}}}`);
  test("too small a fleet turns requests away; what is not served is not billed, and users move on", () => {
    const small = simulate(fleet("gpus: 20, leadWeeks: 200"));
    const ample = simulate(fleet("gpus: 1e6, leadWeeks: 0"));
    expect(Math.min(...vendorSeries(small, "fulfilment", "deepseek"))).toBeLessThan(0.5);
    expect(Math.min(...vendorSeries(ample, "fulfilment", "deepseek"))).toBe(1);
    expect(share(small, "deepseek")).toBeLessThan(share(ample, "deepseek"));
    const used = vendorSeries(small, "utilisation", "deepseek");
    expect(Math.max(...used)).toBeLessThanOrEqual(0.9 + 1e-9);
  });
  test("congestion that people mind drives them away", () => {
    const bear = "gpus: 20, leadWeeks: 200";
    const mind = "{congestion: {dislike: 2, hazard: 0.5}}";
    const minded = variant(`demand: {segments: {developers: ${mind}, bulk: ${mind}}}
vendors: {deepseek: {trust: 0.3, fleet: {${bear}}}}`);
    const held = (r: Recording) => last(productSeries(r, "users", "deepseek.v2"));
    expect(held(simulate(minded))).toBeLessThan(0.8 * held(simulate(fleet(bear))));
  });
  test("an idle fleet still costs: gross margin is worse the earlier it was leased", () => {
    const margin = (gpus: number) =>
      last(
        [...metric(simulate(fleet(`gpus: ${gpus}, releasePerWeek: 0`)), "grossProfit")].filter(
          (_, k, all) => k % 10 === 0 && all.length > 0,
        ),
      );
    expect(margin(50_000)).toBeLessThan(margin(500));
  });
  test("a fleet ordered ahead arrives after its lead time and follows demand", () => {
    const r = simulate(fleet("gpus: 100, leadWeeks: 4, planWeeks: 6"));
    const gpus = vendorSeries(r, "gpus", "deepseek");
    expect(gpus.slice(0, 4).every((x) => x <= 100)).toBe(true);
    expect(last(gpus)).toBeGreaterThan(100);
  });
});
