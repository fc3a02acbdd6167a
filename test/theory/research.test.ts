import { expect, test } from "vitest";
import { productSeries, simulate, variant } from "../support/scenarios.ts";

test("with research switched off nothing is improved, however often improvements would arrive", () => {
  const zhipu = "vendors: {zhipu: {research: {spend: 1e7, reference: 1e7, arrivals: 20, step: 0.2, catchUp: 0.5}}}";
  const scenario = variant(`demand: {agents: 100}\n${zhipu}`);
  const qualities = (off: readonly string[]) =>
    new Set(productSeries(simulate({ ...scenario, off: [...off] }), "lnQuality", "zhipu.glm-4"));
  expect(qualities([]).size).toBeGreaterThan(3);
  expect(qualities(["M-7"]).size).toBe(1);
});

test("a laggard closes on the frontier at its rate, and faster from the day the leader's weights are open", () => {
  const released = "2024-08-05";
  const r = simulate(
    variant(`demand: {agents: 200}
vendors:
  openai: {products: {gpt-4-turbo: {openWeights: {date: ${released}, hosts: 1, delayDays: 10000}}}}
  zhipu: {research: {spend: 1e7, reference: 1e7, catchUp: 0.8, openBoost: 3}}`),
  );
  const lnQuality = productSeries(r, "lnQuality", "zhipu.glm-4");
  let distance = -lnQuality[0]; // the reference model's ln g is 0
  for (let t = 1; t < r.dates.length; t++) {
    distance *= Math.exp(-0.8 * (r.dates[t] >= released ? 3 : 1) * (7 / 365));
    expect(lnQuality[t], r.dates[t]).toBeCloseTo(-distance, 9);
  }
});
