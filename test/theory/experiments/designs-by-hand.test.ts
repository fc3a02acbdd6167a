import { describe, expect, test } from "vitest";
import {
  type Axis,
  basePoint,
  levelAt,
  ownPoint,
  placesOf,
  settingAt,
  timesSetting,
} from "../../../engine/experiments/axis.ts";
import { type Design, planRuns, runAt } from "../../../engine/experiments/design.ts";
import { swings } from "../../../engine/experiments/effects.ts";
import { identification } from "../../../engine/experiments/identification.ts";
import { nelderMead } from "../../../engine/experiments/nelder-mead.ts";
import { samplers } from "../../../engine/experiments/samplers/index.ts";
import { isSensitivity, sensitivity } from "../../../engine/experiments/sensitivity.ts";
import { profileDirection, standardErrors } from "../../../engine/experiments/standard-errors.ts";
import { SummaryStream } from "../../../engine/experiments/summary.ts";

const range = (over: object = {}): Axis => ({
  kind: "range",
  path: "x",
  also: [],
  unit: "",
  low: 2,
  high: 10,
  scale: "linear",
  integer: false,
  points: 3,
  base: 4,
  ...over,
});
const listed: Axis = { kind: "list", path: "k", also: [], unit: "", values: ["a", "b", 7, "d"], base: 7 };

describe("an axis", () => {
  test.each<readonly [string, Axis, readonly [number, unknown][]]>([
    [
      "a range",
      range(),
      [
        [0, 2],
        [0.25, 4],
        [0.5, 6],
        [1, 10],
      ],
    ],
    [
      "whole numbers",
      range({ integer: true }),
      [
        [0, 2],
        [0.3, 4],
        [0.34, 5],
        [1, 10],
      ],
    ],
    [
      "a log range",
      range({ scale: "log", low: 1, high: 16 }),
      [
        [0, 1],
        [0.25, 2],
        [0.5, 4],
        [1, 16],
      ],
    ],
    [
      "a list",
      listed,
      [
        [0, "a"],
        [0.24, "a"],
        [0.25, "b"],
        [0.6, 7],
        [0.75, "d"],
        [1, "d"],
      ],
    ],
  ])("of %s takes at each point what lies there, ends exactly", (_, axis, cases) => {
    for (const [u, value] of cases)
      expect(settingAt(axis, u)).toEqual(typeof value === "number" && u % 1 ? expect.closeTo(value, 12) : value);
  });
  test("has levels from end to end, one in the middle, a list's in its cells", () => {
    expect([0, 1, 2].map((k) => levelAt(range(), k, 3))).toEqual([0, 0.5, 1]);
    expect(levelAt(range(), 0, 1)).toBe(0.5);
    expect([0, 1, 2, 3].map((k) => levelAt(listed, k, 4))).toEqual([0.125, 0.375, 0.625, 0.875]);
  });
  test.each<readonly [string, Axis, number, number]>([
    ["within", range(), 0.25, 0.25],
    ["above", range({ base: 14 }), 1, 1.5],
    ["below", range({ base: 0 }), 0, -0.25],
    ["none", range({ base: null }), 0.5, 0.5],
    ["in logs", range({ scale: "log", low: 1, high: 16, base: 4 }), 0.5, 0.5],
    ["in logs and above", range({ scale: "log", low: 1, high: 16, base: 32 }), 1, 1.25],
    ["in logs and not above 0", range({ scale: "log", low: 1, high: 16, base: 0 }), 0, 0],
    ["of a list", listed, 0.625, 0.625],
    ["of a list, none", { ...listed, base: null } as Axis, 0.125, 0.125],
    ["of a list, another", { ...listed, base: "z" } as Axis, 0.125, 0.125],
  ])("knows where the scenario's own value lies: %s", (_, axis, kept, own) => {
    expect(basePoint(axis)).toBeCloseTo(kept, 12);
    expect(ownPoint(axis)).toBeCloseTo(own, 12);
  });
  test("sets its further places in proportion, words as they are; a pattern only what it stands for", () => {
    const also = [{ path: "y", times: 2 }];
    expect(placesOf(range({ also }))).toEqual([{ path: "x", times: 1 }, ...also]);
    expect(placesOf(range({ also, pattern: true }))).toEqual(also);
    expect([timesSetting(3, 2), timesSetting("a", 2)]).toEqual([6, "a"]);
  });
});

const design = (over: Partial<Design>): Design => ({
  method: "grid",
  n: 4,
  replications: 2,
  seed: 1,
  axes: [range({ points: 2 }), listed],
  outputs: ["o"],
  ...over,
});

describe("the points of a design", () => {
  test("on a grid are all, the last axis fastest, each with its replications", () => {
    const plan = planRuns(design({}));
    expect(plan.runs).toBe(16);
    expect(samplers.get("grid").count(plan.design.axes, 0)).toBe(8);
    expect([0, 1, 2, 8, 15].map((run) => runAt(plan, run))).toEqual([
      { run: 0, point: 0, replication: 0, settings: [2, "a"] },
      { run: 1, point: 0, replication: 1, settings: [2, "a"] },
      { run: 2, point: 1, replication: 0, settings: [2, "b"] },
      { run: 8, point: 4, replication: 0, settings: [10, "a"] },
      { run: 15, point: 7, replication: 1, settings: [10, "d"] },
    ]);
    expect(planRuns(design({ method: "replicate", axes: [], replications: 9 })).runs).toBe(9);
  });
  test("listed are those, k-th with k-th", () => {
    const plan = planRuns(
      design({ method: "list", replications: 1, axes: [listed, { ...listed, values: [1, 2, 3, 4] } as Axis] }),
    );
    expect(Array.from({ length: plan.runs }, (_, k) => runAt(plan, k).settings)).toEqual([
      ["a", 1],
      ["b", 2],
      [7, 3],
      ["d", 4],
    ]);
    expect(samplers.get("list").count(plan.design.axes, 0)).toBe(4);
  });
  test("one at a time are the base, then each end of each axis", () => {
    const plan = planRuns(design({ method: "one-at-a-time", replications: 1, axes: [range(), range({ base: 8 })] }));
    expect(samplers.get("one-at-a-time").count(plan.design.axes, 0)).toBe(5);
    expect(Array.from({ length: plan.runs }, (_, k) => runAt(plan, k).settings)).toEqual([
      [4, 8],
      [2, 8],
      [10, 8],
      [4, 2],
      [4, 10],
    ]);
  });
  test("for variance are rows of A, A with a column of B in turn, and B", () => {
    const points = samplers.get("saltelli").points([range(), range()], 3, 1);
    expect(points.length).toBe(3 * 4 * 2);
    expect(samplers.get("saltelli").count([range(), range()], 3)).toBe(12);
    for (let j = 0; j < 3; j++) {
      const [a, ab1, ab2, b] = [0, 1, 2, 3].map((k) => [...points.subarray((4 * j + k) * 2, (4 * j + k + 1) * 2)]);
      expect([ab1, ab2]).toEqual([
        [b[0], a[1]],
        [a[0], b[1]],
      ]);
      expect(a[0] === b[0] && a[1] === b[1]).toBe(j === 0); // the second point is the cube's middle in both
    }
  });
});

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

describe("the simplex of Nelder & Mead", () => {
  /** Answers each question in turn, and keeps what was asked. */
  function drive(answers: readonly number[][], evaluations = 100, start = [0.5, 0.5]) {
    const search = nelderMead({ start: { point: start, value: 5 }, step: 0.1, tolerance: 1e-9, evaluations });
    const asked: (readonly (readonly number[])[])[] = [];
    let step = search.next();
    for (const answer of answers) {
      if (step.done) break;
      asked.push(step.value);
      step = search.next(answer);
    }
    return { asked: asked.flat().map((p) => p.map((x) => Number(x.toFixed(9)))), next: step };
  }
  test("begins with a step along each axis, back where a step would leave the cube", () => {
    expect(drive([[1, 2]]).asked).toEqual([
      [0.6, 0.5],
      [0.5, 0.6],
    ]);
    expect(drive([[1, 2]], 9, [0.95, 0.9]).asked).toEqual([
      [0.85, 0.9],
      [0.95, 1],
    ]);
  });
  // Best (.6, .5) of 1, next (.5, .6) of 2, worst (.5, .5) of 5: centre (.55, .55), reflection at (.6, .6)
  const at = (...answers: number[]) => drive([[1, 2], ...answers.map((x) => [x])]);
  test("reflects the worst, and goes twice as far where that is best of all", () => {
    expect(at(0, -1, 9).asked.slice(2)).toEqual([
      [0.6, 0.6],
      [0.65, 0.65],
      [0.75, 0.55],
    ]); // from the expanded
    expect(at(0, 0.5, 9).asked.slice(4)).toEqual([[0.7, 0.5]]); // from the reflected, which was better
    expect(at(1.5, 9).asked.slice(3)).toEqual([[0.7, 0.5]]); // good, not best: nothing further
  });
  test("contracts half way, outside where the reflection was better than the worst, inside where not", () => {
    expect(at(3, 9).asked.slice(3)).toEqual([[0.575, 0.575]]);
    expect(at(6, 9).asked.slice(3)).toEqual([[0.525, 0.525]]);
    expect(at(2, 9).asked.slice(3)).toEqual([[0.575, 0.575]]); // no better than the next to worst
  });
  test("shrinks to the best by half where nothing helps", () => {
    const { asked } = drive([[1, 2], [6], [7], [3, 4]]);
    expect(asked.slice(4)).toEqual([
      [0.55, 0.55],
      [0.55, 0.5],
    ]);
  });
  test("in four dimensions goes by the coefficients of Gao & Han", () => {
    const search = (answers: number[][]) => drive(answers, 100, [0.5, 0.5, 0.5, 0.5]).asked;
    // Worst is the first step, of 9: (.6, .5, .5, .5); centre (.5, .525, .525, .525)
    const first = [[9, 1, 2, 3]];
    expect(search([...first, [0], [9]]).slice(4)).toEqual([
      [0.4, 0.55, 0.55, 0.55],
      [0.35, 0.5625, 0.5625, 0.5625],
    ]);
    expect(search([...first, [7], [99]]).slice(5)).toEqual([[0.4375, 0.540625, 0.540625, 0.540625]]);
    // All move a quarter of the way to the best, (.5, .6, .5, .5)
    expect(search([...first, [10], [99], [0, 0, 0, 0]])[6]).toEqual([0.5, 0.525, 0.575, 0.5]);
  });
  test("takes no more than it may, and a trial that failed for the worst", () => {
    expect(drive([[1, 2]], 2).next).toEqual({ done: true, value: { point: [0.6, 0.5], value: 1, used: 2 } });
    expect(drive([[NaN, 2], [9]]).asked[2]).toEqual([0.4, 0.6]); // away from the one that failed
    expect(drive([[1, 2], [1.5]], 3).next).toMatchObject({ done: true, value: { value: 1, used: 3 } });
  });
});

describe("a summary of runs", () => {
  test("adds up replications by point, leaves out what failed, and counts regimes", () => {
    const plan = planRuns(
      design({ axes: [range({ points: 2 }), range({ points: 2, path: "y" })], outputs: ["regime", "o"] }),
    );
    const stream = new SummaryStream(plan, "regime");
    const values = [[0, 1], [1, 3], [2, 5], [2, NaN], [0, 4], null, [0, 8], [1, 9]];
    values.forEach((of, run) => stream.add(run, of, of ? null : "fell"));
    const { done, failed, failures, outputs, regimes, map, points } = stream.result();
    expect({ done, failed, failures }).toEqual({ done: 7, failed: 1, failures: [{ run: 5, error: "fell" }] });
    expect(outputs.map(({ id, n, mean }) => [id, n, mean])).toEqual([
      ["regime", 7, expect.closeTo(6 / 7, 12)],
      ["o", 6, 5],
    ]);
    expect(regimes!.map(({ share }) => share * 7)).toEqual([3, 2, 2].map((x) => expect.closeTo(x, 12)));
    expect(points).toEqual([
      { settings: [2, 2], means: [0.5, 2], shares: [0.5, 0.5, 0] },
      { settings: [2, 10], means: [2, 5], shares: [0, 0, 1] },
      { settings: [10, 2], means: [0, 4], shares: [1, 0, 0] },
      { settings: [10, 10], means: [0.5, 8.5], shares: [0.5, 0.5, 0] },
    ]);
    expect(map).toEqual({
      output: "regime",
      x: "x",
      y: "y",
      cells: points!.map(({ settings: [x, y], means: [mean], shares }) => ({ x, y, mean, shares })),
    });
  });
  test("tells points one by one where they are few and chosen", () => {
    const told = (over: Partial<Design>) => "points" in new SummaryStream(planRuns(design(over))).result();
    const one = [range()];
    expect([
      told({}),
      told({ method: "list" }),
      told({ method: "sobol", axes: one }),
      told({ method: "sobol" }),
    ]).toEqual([true, true, true, false]);
    expect([
      told({ method: "morris", axes: one }),
      told({ method: "sobol", axes: one, n: 1000 }),
      told({ method: "sobol", axes: one, n: 1001 }),
    ]).toEqual([false, true, false]);
    const lost = new SummaryStream(planRuns(design({ replications: 20 })));
    for (let run = 0; run < 120; run++) lost.add(run, null, null);
    expect([lost.result().failures.length, lost.result().failed, lost.result().failures[0]]).toEqual([
      100,
      120,
      { run: 0, error: "" },
    ]);
  });
});
