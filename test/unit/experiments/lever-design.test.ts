import { describe, expect, it } from "vitest";
import { leverDesign, readPath, runAt } from "../../../engine/index.ts";
import { library } from "../../support/scenarios.ts";

const scenario = library("china-2024", { "demand.agents": 300 });

describe("a design over a scenario's levers", () => {
  const { plan, realise } = leverDesign(scenario, 1)!;
  const { axes, replications } = plan.design;
  const settingsAt = (point: number) => runAt(plan, point * replications).settings;

  it("begins with the scenario as it stands", () => {
    const base = realise(settingsAt(0));
    for (const { path } of axes) expect(readPath(base, path)).toBeCloseTo(readPath(scenario, path) as number, 9);
  });

  it("moves one lever at a time, to both ends of its plausible range, with every path it sets", () => {
    scenario.levers.forEach((lever, d) =>
      [0, 1].forEach((end) => {
        const moved = realise(settingsAt(1 + 2 * d + end));
        for (const { path, times } of lever.paths)
          expect([lever.id, path, readPath(moved, path)]).toEqual([
            lever.id,
            path,
            expect.closeTo(lever.plausible[end] * times, 9),
          ]);
        const others = scenario.levers.filter((l) => !l.paths.some((p) => lever.paths.some((q) => q.path === p.path)));
        for (const {
          paths: [{ path }],
        } of others)
          expect(readPath(moved, path)).toBeCloseTo(readPath(scenario, path) as number, 9);
      }),
    );
  });

  it("keeps a lever that stands beyond its plausible range where it is", () => {
    const [{ paths, plausible }] = scenario.levers;
    const beyond = plausible[1] * 2 * paths[0].times;
    const far = library("china-2024", { "demand.agents": 300, [paths[0].path]: beyond });
    const design = leverDesign(far, 1)!;
    expect(readPath(design.realise(runAt(design.plan, 0).settings), paths[0].path)).toBeCloseTo(beyond, 9);
  });

  it("is not there for a scenario without levers", () => {
    expect(leverDesign({ ...scenario, levers: [] }, 1)).toBeNull();
  });
});
