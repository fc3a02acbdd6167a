import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  believe,
  drawable,
  drawnScenario,
  readPath,
  type Draws,
  resample,
  sobolPoints,
  worthOfKnowing,
} from "../../../engine/index.ts";
import { library } from "../../support/scenarios.ts";

const even = (n: number, dimensions = 1) => sobolPoints(n, dimensions, 1);
const mean = (x: readonly number[]) => x.reduce((a, b) => a + b, 0) / x.length;
const sd = (x: readonly number[]) => Math.sqrt(mean(x.map((v) => (v - mean(x)) ** 2)));

describe("a belief", () => {
  const points = [...even(4096)];

  test("is the normal posterior where one number was observed with a normal error and anything was likely", () => {
    const { weights, widened } = believe(
      points.map((u) => [(u - 0.4) / 0.05]),
      40,
    );
    const drawn = resample(weights, 400).map((k) => points[k]);
    expect(widened).toBe(1);
    expect(Math.abs(mean(drawn) - 0.4)).toBeLessThan(0.05 / 10);
    expect(Math.abs(sd(drawn) / 0.05 - 1)).toBeLessThan(0.05);
  });

  test("of two observations is the precision-weighted one", () => {
    const { weights } = believe(
      points.map((u) => [(u - 0.4) / 0.05, (u - 0.5) / 0.1]),
      40,
    );
    const drawn = resample(weights, 400).map((k) => points[k]);
    expect(Math.abs(mean(drawn) - (0.4 * 4 + 0.5) / 5)).toBeLessThan(0.045 / 10);
  });

  test("widens the errors by what it says, where no point meets the targets, until enough points count", () => {
    const { effective, widened } = believe(
      points.slice(0, 200).map((u) => [(u - 3) / 0.01]),
      40,
    );
    expect(widened).toBeGreaterThan(10);
    expect(effective).toBeCloseTo(40, 3);
  });

  test("gives a run that failed no weight, and refuses to believe nothing", () => {
    expect(believe([[0], [NaN], [0], [0]], 2).weights[1]).toBe(0);
    expect(() => believe([[NaN]], 1)).toThrow("no point");
  });
});

describe("what knowing a number is worth", () => {
  const points = even(512, 2);
  const [a, b] = [0, 1].map((d) => Array.from({ length: 512 }, (_, k) => points[2 * k + d]));

  test("is its share of the variance, be it along a line or about a middle", () => {
    expect(
      worthOfKnowing(
        a,
        a.map((x, k) => 3 * x + b[k]),
      ),
    ).toBeCloseTo(0.9, 2);
    expect(
      worthOfKnowing(
        a,
        a.map((x) => (x - 0.5) ** 2),
      ),
    ).toBeCloseTo(1, 2);
  });

  test("is not said of few runs, of which it would be noise", () => {
    expect(worthOfKnowing(a.slice(0, 59), b.slice(0, 59))).toBeNaN();
    expect(worthOfKnowing(a.slice(0, 60), b.slice(0, 60))).toBeLessThan(0.1);
  });

  test("is nothing for what does not matter, and for what does not vary", () => {
    expect(worthOfKnowing(a, b)).toBeLessThan(0.02);
    expect(
      worthOfKnowing(
        a.map(() => 1),
        b,
      ),
    ).toBe(0);
  });
});

describe("draws of what is not known", () => {
  const scenario = library("china-2024");
  const draws: Draws = {
    scenario: "china-2024",
    parameters: [
      { path: "demand.mu", places: [{ path: "demand.mu", times: 1 }], from: scenario.demand.mu },
      { path: "costs.level", places: [{ path: "costs.level", times: 2 }], from: scenario.costs.level },
    ],
    draws: [
      [0.1, 3],
      [0.3, 5],
    ],
  };

  test("go round by replication, at every place a parameter sets", () => {
    const [one, two, three] = [0, 1, 2].map((k) => drawnScenario(scenario, draws, k));
    expect([one.demand.mu, two.demand.mu, three.demand.mu]).toEqual([0.1, 0.3, 0.1]);
    expect([one.costs.level, two.costs.level]).toEqual([6, 10]);
  });

  test("leave alone what was set by hand, and a scenario in which nothing is as it was", () => {
    const edited = library("china-2024", { "demand.mu": 0.5 });
    expect(drawnScenario(edited, draws, 0).demand.mu).toBe(0.5);
    expect(drawnScenario(edited, draws, 0).costs.level).toBe(6);
    const other = library("china-2024", { "demand.mu": 0.5, "costs.level": 7 });
    expect([drawable(scenario, draws), drawable(edited, draws), drawable(other, draws)]).toEqual([true, true, false]);
  });
});

test("draws that come along were made for their scenario as it is", () => {
  const folder = join(import.meta.dirname, "../../../scenarios/draws");
  for (const file of readdirSync(folder)) {
    const draws = JSON.parse(readFileSync(join(folder, file), "utf8")) as Draws;
    const scenario = library(draws.scenario);
    for (const { path, from } of draws.parameters) expect(readPath(scenario, path), path).toBe(from);
    expect(draws.draws.every((draw) => draw.length === draws.parameters.length)).toBe(true);
  }
});
