import type { Recording, Scenario } from "../../engine/index.ts";
import type { Runner } from "../../workers/runner.ts";
import { inTurns } from "./in-turns.ts";
import { recordedRun } from "./recorded-runs.ts";
import { overUnknowns } from "./unknowns.ts";

export const REPLICATIONS = 20;
const TOLD_EVERY = 5; // each time a band is drawn anew
const LANES = 2; // at once: the rest of the pool stays free for whoever moves a slider

/** Further draws of the same scenarios, streaming in by turns; stops at once when something changes. */
export function replications(pool: Runner, arrived: (scenario: Scenario, recordings: readonly Recording[]) => void) {
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
      const begin = () => {
        const drawn = overUnknowns.get();
        const draws = scenarios.map(
          (scenario) => (replication: number) =>
            recordedRun({ scenario, seed, replication, drawn }, pool, { signal, threads: 1 }),
        );
        const turns = { all: REPLICATIONS, each: TOLD_EVERY, lanes: LANES, signal };
        void inTurns(draws, turns, (k, recordings) => arrived(scenarios[k], recordings));
      };
      rest = setTimeout(begin, restMs);
    },
    stop,
  };
}
