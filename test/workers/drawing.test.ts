import { expect, test } from "vitest";
import { type Draws, patchScenario, readPath, type Scenario } from "../../engine/index.ts";
import { drawing } from "../../workers/drawing.ts";
import type { Runner } from "../../workers/runner.ts";
import { library } from "../support/scenarios.ts";

const scenario = library("china-2024");
const draws: Draws = {
  scenario: "china-2024",
  parameters: [{ path: "demand.mu", places: [{ path: "demand.mu", times: 1 }], from: 0.22 }],
  draws: [[0.1], [0.2], [0.3]],
};

/** What was run, of whatever it was asked to run. */
function watched() {
  const seen: unknown[] = [];
  const see = (job: { readonly scenario: Scenario }) => {
    seen.push(readPath(job.scenario, "demand.mu"));
    return Promise.resolve({} as never);
  };
  return { seen, runner: { width: 1, run: see, measure: see } satisfies Pick<Runner, "run" | "measure" | "width"> };
}

test("both runs of a pair take the same draw, and the first is the scenario as it stands", async () => {
  const { seen, runner } = watched();
  const other = patchScenario(scenario, { "vendors.deepseek.trust": 0 });
  for (const replication of [0, 1, 2]) {
    for (const arm of [scenario, other]) await drawing(runner, draws).run({ scenario: arm, seed: "1", replication });
  }
  expect(seen).toEqual([0.22, 0.22, 0.2, 0.2, 0.3, 0.3]);
});

test("what is only measured is drawn too, and without draws nothing is", async () => {
  const { seen, runner } = watched();
  await drawing(runner, draws).measure({ scenario, seed: "1", replication: 2 }, []);
  await drawing(runner, null).measure({ scenario, seed: "1", replication: 2 }, []);
  expect(seen).toEqual([0.3, 0.22]);
});
