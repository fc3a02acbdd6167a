import { expect, test } from "vitest";
import { compile, openMarket, simulateModel, tick } from "../../engine/index.ts";
import { variant } from "../support/scenarios.ts";

const scenario = variant(
  "clock: {end: 2024-06-30, tickDays: 7, burnInWeeks: 0}\ndemand: {agents: 300}\n" +
    "vendors: {zhipu: {purse: 2e12 CNY, cash: 1e9 CNY}, moonshot: {purse: 3e12 CNY, cash: 1e9 CNY}}\n",
);

test("a recording holds each vendor's own books of each tick, as they stand in the market", () => {
  const r = simulateModel(compile(scenario));
  const model = compile(scenario);
  const market = openMarket(model);
  const m = r.vendorIds.length;
  for (let t = 0; t < r.dates.length; t++) {
    tick(model, market);
    const row = (column: Float64Array) => Array.from(column.slice(t * m, (t + 1) * m));
    const held = market.vendors;
    expect(row(r.vendor.cash)).toEqual(held.map(({ cash }) => cash));
    expect(row(r.vendor.purse)).toEqual(held.map(({ purse }) => purse));
    expect(row(r.vendor.profit)).toEqual(held.map(({ profit }) => profit));
    expect(row(r.vendor.revenue)).toEqual(held.map(({ revenue }) => revenue));
    expect(row(r.vendor.fulfilment)).toEqual(held.map(({ fulfilment }) => fulfilment));
    expect(row(r.vendor.gpus)).toEqual(held.map(({ fleet }) => fleet?.gpus ?? NaN));
    expect(row(r.vendor.research)).toEqual(held.map(({ research }) => research?.spend ?? 0));
    expect(row(r.vendor.raised)).toEqual(held.map(({ funding }) => funding?.raised ?? 0));
  }
  const purses = Array.from(r.vendor.purse.slice(0, m));
  expect(new Set(purses).size).toBeGreaterThan(2); // or one vendor's could stand in another's place
});
