import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { latestRun } from "../../../ui/store/runs.ts";
import type { Runner } from "../../../workers/runner.ts";
import { library, simulate } from "../../support/scenarios.ts";

const scenario = library("china-2024", { "demand.agents": 300, "clock.end": "2024-05-01" });
const recording = simulate(scenario);

/** A runner that says what it was asked, and answers after a while, unless it is cancelled. */
function watched(log: string[], wait: () => number = () => 0) {
  const run: Runner["run"] = async ({ seed, scenario: { demand } }, { signal } = {}) => {
    log.push(`run ${seed} ${demand.agents}`);
    await new Promise((done) => setTimeout(done, wait()));
    if (signal?.aborted) throw new Error(`cancelled ${seed}`);
    return recording;
  };
  return latestRun(
    { wholes: { run }, previews: { run } },
    {
      done: ({ seed, quick }) => void log.push(`draw ${seed} ${quick ? "quick" : "whole"}`),
      failed: (error) => void log.push(String(error)),
    },
  );
}

/** Time here passes only when told to. */
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const asked = (seed: string, quick: boolean) => ({ scenario, seed, quick, of: { seed } });

describe("the latest change", () => {
  it("runs while the preview before it is drawn, and what lies between is skipped", async () => {
    const log: string[] = [];
    const runs = watched(log);
    runs.request(asked("a", true));
    runs.request(asked("b", true));
    runs.request(asked("c", false));
    await passes(20);
    expect(log).toEqual(["run a 300", "run c 300", "draw a quick", "draw c whole"]);
  });

  it("is all that is drawn when it overtakes a whole run", async () => {
    const log: string[] = [];
    const runs = watched(log);
    runs.request(asked("a", false));
    runs.request(asked("b", false));
    await passes(20);
    expect(log).toEqual(["run a 300", "run b 300", "draw b whole"]);
  });

  it("is run whole once a slider pauses and its preview is there, which has the machine to itself", async () => {
    const log: string[] = [];
    const waits = [80, 1];
    const runs = watched(log, () => waits.shift() ?? 1);
    const here = asked("a", true);
    runs.request(here);
    await passes(60);
    expect(log).toEqual(["run a 300"]);
    expect(runs.has(here.of)).toBe(true); // nothing need be asked for again
    await passes(80);
    expect(log).toEqual(["run a 300", "run a 300", "draw a quick", "draw a whole"]);
    expect(runs.has(here.of)).toBe(true);
    runs.request(asked("b", true));
    expect(runs.has(here.of)).toBe(false);
  });

  it("draws every preview it has time for while a slider moves slowly, cancels the whole runs between", async () => {
    const log: string[] = [];
    const runs = watched(log, () => 45);
    for (const seed of ["a", "b", "c"]) {
      runs.request(asked(seed, true));
      await passes(60);
    }
    await passes(120);
    expect(log.filter((line) => line.startsWith("draw"))).toEqual([
      "draw a quick",
      "draw b quick",
      "draw c quick",
      "draw c whole",
    ]);
  });

  it("finds the code of small runs practised, up to the first of them that somebody waits for", async () => {
    const [log, smalls]: string[][] = [[], []];
    const takes =
      (lines: string[], ms: number): Runner["run"] =>
      async (job, { signal } = {}) => {
        lines.push(`run ${job.seed}${signal ? ", cancellable" : ""}`);
        await new Promise((done) => setTimeout(done, ms));
        signal?.throwIfAborted();
        return recording;
      };
    const runs = latestRun(
      { wholes: { run: takes(log, 200) }, previews: { run: takes(smalls, 50) } },
      {
        done: ({ quick }) => void log.push(quick ? "draw quick" : "draw whole"),
        failed: (error) => void log.push(String(error)),
      },
    );
    const many = { ...scenario, demand: { ...scenario.demand, agents: 20_000 } };
    runs.request({ ...asked("a", false), scenario: many });
    await passes(200 + 75);
    expect(smalls).toEqual(["run a", "run a, cancellable", "run a, cancellable"]);
    runs.request({ ...asked("b", true), scenario: many });
    await passes(1000);
    expect(smalls.slice(3)).toEqual(["run b"]);
    expect(log.at(-1)).toBe("draw whole");
  });
});
