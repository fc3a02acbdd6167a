import { describe, expect, it } from "vitest";
import { latestRun } from "../../../ui/store/runs.ts";
import type { Runner } from "../../../workers/runner.ts";
import { library, simulate } from "../../support/scenarios.ts";

const scenario = library("china-2024", { "demand.agents": 300, "clock.end": "2024-05-01" });
const recording = simulate(scenario);

/** A runner that says what it was asked, and answers at once. */
function watched(log: string[]) {
  const run: Runner["run"] = ({ seed }) => (log.push(`run ${seed}`), Promise.resolve(recording));
  return latestRun({ run } as Runner, {
    done: ({ seed }) => void log.push(`draw ${seed}`),
    failed: (error) => void log.push(String(error)),
  });
}

const settled = () => new Promise((done) => setTimeout(done, 5));

describe("the latest change", () => {
  it("runs while the preview before it is drawn, and what lies between is skipped", async () => {
    const log: string[] = [];
    const runs = watched(log);
    runs.request({ scenario, seed: "a", quick: true });
    runs.request({ scenario, seed: "b", quick: true });
    runs.request({ scenario, seed: "c", quick: false });
    await settled();
    expect(log).toEqual(["run a", "run c", "draw a", "draw c"]);
  });

  it("is all that is drawn when it overtakes a full run", async () => {
    const log: string[] = [];
    const runs = watched(log);
    runs.request({ scenario, seed: "a", quick: false });
    runs.request({ scenario, seed: "b", quick: false });
    await settled();
    expect(log).toEqual(["run a", "run b", "draw b"]);
  });
});
