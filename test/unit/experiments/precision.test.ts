import { expect, test } from "vitest";
import { precisionOf } from "../../../experiments/precision.ts";
import type { Axis } from "../../../engine/index.ts";

const axis = { kind: "range", path: "demand.mu", low: 0, high: 1, scale: "linear", also: [], base: 0.5, unit: "" };
const at = async (point: number, miss: (u: number) => number) =>
  (
    await precisionOf(
      { point: [point], axes: [axis as unknown as Axis], jacobian: Float64Array.of(10), measured: true },
      async (points) => points.map(([u]) => [miss(u)]),
    )
  )[0];

test("a straight miss has the interval of 1.96 standard errors to either side, and nothing better", async () => {
  const { interval, better, standardError } = await at(0.5, (u) => 10 * (u - 0.5));
  expect(standardError).toBeCloseTo(0.1, 9);
  expect(interval[0]).toBeCloseTo(0.5 - 0.196, 3);
  expect(interval[1]).toBeCloseTo(0.5 + 0.196, 3);
  expect(better).toBeNull();
});

test("where the profile comes upon a better point than the search did, the interval is round it", async () => {
  const { interval, better } = await at(0.5, (u) => 10 * (u - 0.2));
  expect(better).toBeCloseTo(0.2, 9);
  expect(interval.every((end) => end === null || Number.isFinite(end))).toBe(true);
  expect(interval[0]!).toBeLessThan(0.2);
  expect(interval[1]!).toBeGreaterThan(0.2);
  expect(interval[1]!).toBeLessThan(0.5);
});
