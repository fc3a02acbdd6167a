import { describe, expect, test } from "vitest";
import { anywhere, around, believe, mixtureDensity, type Proposal, sobolPoints } from "../../../engine/index.ts";

const evenPoints = (from: number, n: number, d: number): number[][] => {
  const flat = sobolPoints(n, d, 1 + from);
  return Array.from({ length: n }, (_, k) => Array.from(flat.subarray(k * d, (k + 1) * d)));
};

/** Two numbers of which only the sum is observed, and one of them a little: a thin ridge across the square. */
const ridge = ([x, y]: readonly number[]) => [(x + y - 1) / 0.01, (x - 0.4) / 0.1];

/** Points of several rounds, weighed by what they miss. */
function adaptive(misses: (point: readonly number[]) => number[], rounds: number, n: number) {
  const points: number[][] = [];
  const drawn: { proposal: Proposal; points: number }[] = [];
  const belief = (least: number) => believe(points.map(misses), least, mixtureDensity(points, drawn));
  for (let round = 0; round < rounds; round++) {
    const proposal = round === 0 ? anywhere : around(points, belief(20).weights);
    const next = evenPoints(points.length, n / rounds, 2).map((even) => proposal.at(even));
    drawn.push({ proposal, points: next.length });
    points.push(...next);
  }
  return { points, ...belief(1) };
}

const over = (points: readonly number[][], weights: readonly number[], f: (point: readonly number[]) => number) =>
  points.reduce((sum, point, k) => sum + weights[k] * f(point), 0);

describe("a round drawn around what is believed", () => {
  const points = evenPoints(0, 4000, 2);
  const proposal = around(
    points,
    believe(
      points.map((p) => ridge(p)),
      200,
    ).weights,
  );

  test("has a density that adds up to one over the cube", () => {
    const grid = Array.from({ length: 200 }, (_, k) => (k + 0.5) / 200);
    const whole = grid.flatMap((x) => grid.map((y) => Math.exp(proposal.logDensity([x, y]))));
    expect(whole.reduce((a, b) => a + b, 0) / whole.length).toBeCloseTo(1, 2);
  });

  test("stays within the ranges, and follows the ridge where parameters make up for each other", () => {
    const drawn = evenPoints(0, 500, 2).map((even) => proposal.at(even));
    expect(drawn.flat().every((u) => u > 0 && u < 1)).toBe(true);
    const mean = [0, 1].map((d) => drawn.reduce((sum, p) => sum + p[d], 0) / drawn.length);
    const product = (a: number, b: number) =>
      drawn.reduce((sum, p) => sum + (p[a] - mean[a]) * (p[b] - mean[b]), 0) / drawn.length;
    expect(product(0, 1) / Math.sqrt(product(0, 0) * product(1, 1))).toBeLessThan(-0.9);
  });
});

test("rounds leave the posterior what it is, and make far more of the points count", () => {
  const one = adaptive(ridge, 1, 1200);
  const many = adaptive(ridge, 6, 1200);
  expect(one.widened).toBe(1);
  expect(many.effective).toBeGreaterThan(4 * one.effective);
  const [x, sd] = [over(many.points, many.weights, (p) => p[0]), 0.1];
  expect(Math.abs(x - 0.4)).toBeLessThan(sd / 10);
  expect(over(many.points, many.weights, (p) => (p[0] - x) ** 2)).toBeCloseTo(sd * sd, 3);
  const sum = over(many.points, many.weights, (p) => p[0] + p[1]);
  expect(Math.abs(sum - 1)).toBeLessThan(0.001);
});

test("points of an even round weigh as they did before there were others", () => {
  const points = evenPoints(0, 64, 2);
  expect(mixtureDensity(points, [{ proposal: anywhere, points: 64 }])).toEqual(points.map(() => 0));
});
