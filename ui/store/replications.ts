import type { Recording, Scenario } from "../../engine/index.ts";
import type { Runner } from "../../workers/runner.ts";
import { recordedRun } from "./recorded-runs.ts";
import { overUnknowns } from "./unknowns.ts";

export const REPLICATIONS = 20;
const TOLD_EVERY = 5; // each time a band is drawn anew
const LANES = 2; // at once: the rest of the pool stays free for whoever moves a slider

type Arrived = (scenario: Scenario, recordings: readonly Recording[]) => void;

/** Further draws of the same scenarios, streaming in one after another; stops at once when something changes. */
export function replications(pool: Runner, arrived: Arrived) {
  let control: AbortController | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  function stop(): void {
    clearTimeout(rest);
    control?.abort();
    control = null;
  }
  return {
    /** Begins after a rest: while changes follow each other nothing is begun. */
    start(scenarios: readonly Scenario[], seed: string, restMs = 0): void {
      stop();
      control = new AbortController();
      const { signal } = control;
      const all = async () => {
        for (const scenario of scenarios) await stream(pool, { scenario, seed }, signal, arrived);
      };
      rest = setTimeout(() => void all(), restMs);
    },
    stop,
  };
}

type Job = { readonly scenario: Scenario; readonly seed: string };

async function stream(pool: Runner, job: Job, signal: AbortSignal, arrived: Arrived): Promise<void> {
  const done: Recording[] = [];
  const drawn = overUnknowns.get();
  let [next, told] = [0, 0];
  const lane = async () => {
    while (next < REPLICATIONS && !signal.aborted) {
      const replication = next++;
      try {
        done[replication] = await recordedRun({ ...job, replication, drawn }, pool, { signal, threads: 1 });
      } catch {
        return; // cancelled, or the run itself fails and says so
      }
      const there = done.findIndex((r) => r === undefined);
      const inRow = there < 0 ? done.length : there;
      if (signal.aborted || inRow < told + TOLD_EVERY) continue;
      told = inRow - (inRow % TOLD_EVERY);
      arrived(job.scenario, done.slice(0, told));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
