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
import { planRuns, runAt } from "../../../engine/experiments/design.ts";
import { samplers } from "../../../engine/experiments/samplers/index.ts";

import { design, listed, range } from "../../support/designs.ts";

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
