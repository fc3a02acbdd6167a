import { describe, expect, test } from "vitest";
import { type Axis, pairedDifference, probability, QuantileStream, samplers, valueAt } from "../../../engine/index.ts";
import { elementaryEffects, sobolIndices, swings } from "../../../engine/experiments/effects.ts";
import { minimise, solveNow } from "../../../engine/experiments/minimise.ts";
import { uniform } from "../../../engine/math/random.ts";
import { simulate } from "../../support/scenarios.ts";
import { textbook } from "../../support/textbook.ts";

const axes = (k: number): Axis[] =>
  Array.from({ length: k }, (_, d) => ({
    kind: "range",
    path: `x${d}`,
    also: [],
    unit: "",
    low: 0,
    high: 1,
    scale: "linear",
    integer: false,
    points: 5,
    base: 0.5,
  }));
const evaluate = (points: Float64Array, k: number, f: (x: readonly number[]) => number) =>
  Float64Array.from({ length: points.length / k }, (_, i) => f(Array.from(points.subarray(i * k, (i + 1) * k))));

describe("drivers of an outcome", () => {
  test("Morris ranks a linear function by its slopes, with no spread, and sees an interaction as spread", () => {
    const points = samplers.get("morris").points(axes(4), 20, 7);
    const linear = elementaryEffects(
      points,
      evaluate(points, 4, ([a, b, c]) => 8 * a - 4 * b + 2 * c),
      4,
      1,
    );
    expect(linear.map((e) => e.muStar.value)).toEqual([8, 4, 2, 0].map((x) => expect.closeTo(x, 9)));
    expect(linear[1].mu).toBeCloseTo(-4, 9);
    expect(Math.max(...linear.map((e) => e.sigma))).toBeLessThan(1e-9);
    const crossed = elementaryEffects(
      points,
      evaluate(points, 4, ([a, b]) => a * b),
      4,
      1,
    );
    expect(crossed[0].sigma).toBeGreaterThan(0.1);
  });
  test("Morris finds the known ranking of Sobol's g-function", () => {
    const a = [78, 12, 0.5, 2, 97, 33];
    const points = samplers.get("morris").points(axes(6), 40, 3);
    const g = (x: readonly number[]) => a.reduce((p, ai, i) => (p * (Math.abs(4 * x[i] - 2) + ai)) / (1 + ai), 1);
    const effects = elementaryEffects(points, evaluate(points, 6, g), 6, 1);
    const ranking = effects.map((e, d) => ({ d, size: e.muStar.value })).toSorted((p, q) => q.size - p.size);
    expect(ranking.map((r) => r.d)).toEqual([2, 3, 1, 5, 0, 4]); // by a, the smaller the stronger
  });
  test("a 95 % bootstrap interval of an index holds the true one", () => {
    const points = samplers.get("saltelli").points(axes(2), 512, 1);
    const found = sobolIndices(
      evaluate(points, 2, ([a, b]) => 2 * a + b),
      2,
      1,
    ); // first = total = 0.8, 0.2
    for (const [k, truth] of [0.8, 0.2].entries()) {
      for (const e of [found[k].first, found[k].total]) {
        expect(e.low - 0.02).toBeLessThanOrEqual(truth);
        expect(e.high + 0.02).toBeGreaterThanOrEqual(truth);
        expect(e.value).toBeCloseTo(truth, 1);
      }
    }
  });
  test("a tornado's bars are the outcomes at both ends with the rest at the base", () => {
    const points = samplers.get("one-at-a-time").points(axes(2), 0, 1);
    const bars = swings(
      evaluate(points, 2, ([a, b]) => 10 * a + b),
      2,
    );
    expect(bars[0]).toMatchObject({ base: 5.5, low: 0.5, high: 10.5, swing: 10 });
    expect(bars[1].swing).toBeCloseTo(1, 12);
  });
});

describe("statistics of runs", () => {
  test("streaming quantiles are exact up to a thousand values and within a hundredth of the exact ones beyond", () => {
    const few = new QuantileStream([0.25, 0.5]);
    for (const x of [4, 1, 3, 2, 5]) few.add(x);
    expect(few.values()).toEqual([2, 3]);
    const many = new QuantileStream([0.05, 0.5, 0.95]);
    for (let i = 0; i < 50_000; i++) many.add(uniform(1, 2, i, 0));
    many.values().forEach((q, k) => expect(Math.abs(q - [0.05, 0.5, 0.95][k])).toBeLessThan(0.01));
  });
  test("Wilson's interval stays inside [0, 1] and does not collapse when all runs agree", () => {
    expect(probability(20, 20)).toMatchObject({ share: 1, high: 1 });
    expect(probability(20, 20).low).toBeCloseTo(0.839, 3); // Wilson (1927)
    expect(probability(0, 20).high).toBeCloseTo(0.161, 3);
  });
  test("paired runs save variance: the same agents decide in both arms", () => {
    const market = (price: number) => textbook({ exact: false, agents: 300, price: [price, 1.5] });
    const share = (price: number, seed: string) =>
      Array.from({ length: 12 }, (_, replication) =>
        valueAt(simulate(market(price), { seed, replication }), "vendors.v0.tokenShare", "2024-01-15"),
      );
    const here = share(1.5, "x");
    const paired = pairedDifference(share(1.45, "x"), here);
    const apart = pairedDifference(share(1.45, "y"), here);
    expect(paired.low).toBeGreaterThan(0); // the cheaper of two gains
    expect(paired.varianceSaved).toBeGreaterThan(2);
    expect(paired.high - paired.low).toBeLessThan(apart.high - apart.low);
  });
});

describe("optimisation", () => {
  test("stays in the unit cube and finds a minimum on its face", () => {
    const asked: number[][] = [];
    const best = solveNow(minimise({ dimensions: 2, evaluations: 300, tolerance: 1e-6 }), (x) => {
      asked.push([...x]);
      return x[0] + (x[1] - 0.3) * (x[1] - 0.3);
    });
    expect(asked.flat().every((u) => u >= 0 && u <= 1)).toBe(true);
    expect(best.point[0]).toBeCloseTo(0, 4);
    expect(best.point[1]).toBeCloseTo(0.3, 2);
    expect(asked.length).toBeLessThanOrEqual(304);
  });
  test("passes over points where the market could not be run", () => {
    const best = solveNow(minimise({ dimensions: 1, evaluations: 120, tolerance: 1e-6 }), ([x]) => (x < 0.2 ? NaN : x));
    expect(best.point[0]).toBeGreaterThanOrEqual(0.2);
    expect(best.value).toBeLessThan(0.25);
  });
});
