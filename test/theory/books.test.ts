import { describe, expect, test } from "vitest";
import { metrics, type Recording } from "../../engine/index.ts";
import { simulate, variant, vendorSeries } from "../support/scenarios.ts";

const still = "strategies: {headline: {strength: 0}}\n"; // nobody reacts
const zhipu = (use: string) => simulate(variant(`${still}vendors: {zhipu: {fleetUse: ${use}}}`));
const margin = (r: Recording, id: string) =>
  metrics.get(id).compute(r)[(r.dates.length - 1) * r.vendorIds.length + r.vendorIds.indexOf("zhipu")];

describe("capacity that is paid for and stands idle", () => {
  test("is on the books: with half of it used every token costs twice, and the gross margin falls", () => {
    const [all, half] = [zhipu("1"), zhipu("0.5")];
    const cost = (r: Recording) => vendorSeries(r, "costOfRevenue", "zhipu").at(-1)!;
    expect(cost(half)).toBeCloseTo(2 * cost(all), 6);
    expect(vendorSeries(half, "idleCost", "zhipu").at(-1)).toBeCloseTo(cost(all), 6);
    expect(1 - margin(half, "grossMargin")).toBeCloseTo(2 * (1 - margin(all, "grossMargin")), 9);
  });
  test("leaves the margin over serving cost, and what buyers do, as they are", () => {
    const [all, half] = [zhipu("1"), zhipu("0.5")];
    expect(margin(half, "marginalMargin")).toBeCloseTo(margin(all, "grossMargin"), 9);
    expect(vendorSeries(half, "revenue", "zhipu")).toEqual(vendorSeries(all, "revenue", "zhipu"));
  });
  test("may change on a date: the way down from one year's margin to the next is a way down of use", () => {
    const r = zhipu("[{date: 2024-04-01, value: 0.8}, {date: 2024-09-02, value: 0.2}]");
    const part = vendorSeries(r, "idleCost", "zhipu").map((x, t) => x / vendorSeries(r, "costOfRevenue", "zhipu")[t]);
    expect(part[1]).toBeCloseTo(0.2, 9);
    expect(part.at(-1)).toBeCloseTo(0.8, 9);
  });
});
