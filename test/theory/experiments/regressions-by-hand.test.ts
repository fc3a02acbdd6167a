import { describe, expect, test } from "vitest";
import { planRuns } from "../../../engine/experiments/design.ts";
import { swings } from "../../../engine/experiments/effects.ts";
import { identification } from "../../../engine/experiments/identification.ts";
import { isSensitivity, sensitivity } from "../../../engine/experiments/sensitivity.ts";
import { profileDirection, standardErrors } from "../../../engine/experiments/standard-errors.ts";

import { design, range } from "../../support/designs.ts";

describe("what an output owes to each axis", () => {
  test("by swings is high less low about the base", () => {
    expect(swings([5, 1, 9, 6, 4], 2)).toEqual([
      { base: 5, low: 1, high: 9, swing: 8 },
      { base: 5, low: 6, high: 4, swing: -2 },
    ]);
    expect(["one-at-a-time", "morris", "saltelli", "grid"].map(isSensitivity)).toEqual([true, true, true, false]);
  });
  test.each(["morris", "saltelli"])("by %s leaves out whole what has a hole", (method) => {
    const plan = planRuns(design({ method, n: 6, replications: 1, axes: [range(), range()] }));
    const size = method === "morris" ? 3 : 4;
    const y = Float64Array.from({ length: 6 * size }, (_, k) => 3 * plan.points[2 * k] - plan.points[2 * k + 1]);
    const whole = sensitivity(plan, y) as unknown as {
      axes: { mu: number; muStar: { value: number }; sigma: number }[];
    };
    const holed = sensitivity(
      plan,
      y.map((v, k) => (k === size + 1 ? NaN : v)),
    );
    if (method === "morris") {
      whole.axes.forEach(({ mu, muStar, sigma }, d) => {
        expect([mu, muStar.value, sigma]).toEqual(
          [
            [3, 3, 0],
            [-1, 1, 0],
          ][d].map((x) => expect.closeTo(x, 12)),
        );
      });
      expect(holed).toMatchObject({ kind: "elementary-effects", trajectories: 5 });
      expect(
        sensitivity(
          plan,
          y.map(() => NaN),
        ),
      ).toMatchObject({ axes: [], trajectories: 0 });
    } else {
      expect(holed).toMatchObject({ kind: "sobol-indices", samples: 5 });
      expect(
        sensitivity(
          plan,
          y.map((v, k) => (k < 4 ? v : NaN)),
        ),
      ).toMatchObject({ axes: [], samples: 1 });
      expect(
        sensitivity(
          plan,
          y.map((v, k) => (k < 8 ? v : NaN)),
        ),
      ).toMatchObject({ axes: [{}, {}], samples: 2 });
    }
  });
});

describe("least squares", () => {
  const J = [1, 0, 1, 1, 1, 2, 1, 3]; // a line through four points
  test("know a line's two parameters as the textbook says, and nothing of what moves no target", () => {
    // Of x = 0..3: var(slope) = s2/5, var(level) = s2 (1/4 + 1.5^2/5)
    expect(standardErrors(J, 2, 4)).toEqual([
      expect.closeTo(2 * Math.sqrt(0.7), 9),
      expect.closeTo(2 * Math.sqrt(0.2), 9),
    ]);
    expect(standardErrors([2, 0, 2, 0], 2, 1)).toEqual([expect.closeTo(1 / Math.sqrt(8), 12), Infinity]);
  });
  test("move the others as a regression on them would", () => {
    expect(profileDirection(J, 2, 1)).toEqual([expect.closeTo(-1.5, 12), 1]);
    expect(profileDirection(J, 2, 0)).toEqual([1, expect.closeTo(-6 / 14, 12)]);
    expect(profileDirection([1, 0, 1, 0], 2, 0)).toEqual([1, 0]);
    const three = [1, 0, 1, 0, 1, 1, 1, 1, 0, 2, 0, 1];
    const [a, b, c] = profileDirection(three, 3, 2);
    // What is left is at right angles to both
    const left = [0, 1, 2, 3].map((r) => three[3 * r] * a + three[3 * r + 1] * b + three[3 * r + 2] * c);
    for (const d of [0, 1]) expect(left.reduce((sum, x, r) => sum + x * three[3 * r + d], 0)).toBeCloseTo(0, 12);
    expect(c).toBe(1);
  });
  test("tell two columns apart as far as the angle between them", () => {
    const at = (cosine: number) => identification([1, cosine, 0, Math.sqrt(1 - cosine * cosine)], 2);
    for (const cosine of [0, 0.6, 0.99])
      expect(at(cosine).condition).toBeCloseTo(Math.sqrt((1 + cosine) / (1 - cosine)), 9);
    expect(at(0.99)).toMatchObject({ idle: [], confounded: [] });
    expect(at(0.9999)).toMatchObject({ confounded: [0, 1] });
    expect(identification([1, 2, 1, 2], 2)).toEqual({ condition: Infinity, idle: [], confounded: [0, 1] });
  });
  test("say which columns move nothing, and which take no part", () => {
    expect(identification([1, 0, 0, 1e-4], 2)).toEqual({ condition: Infinity, idle: [1], confounded: [] });
    expect(identification([1, 0, 0, 2e-3], 2)).toMatchObject({ condition: expect.closeTo(1, 9), idle: [] });
    expect(identification([0, 0], 2)).toEqual({ condition: Infinity, idle: [0, 1], confounded: [] });
    const apart = identification([1, 1, 0, 0, 1e-3, 0, 0, 0, 1], 3);
    expect(apart.confounded).toEqual([0, 1]);
    expect(apart.condition).toBeGreaterThan(1000);
  });
});
