import { describe, expect, test } from "vitest";
import { type Design, planRuns } from "../../../engine/experiments/design.ts";
import { SummaryStream } from "../../../engine/experiments/summary.ts";

import { design, range } from "../../support/designs.ts";

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
