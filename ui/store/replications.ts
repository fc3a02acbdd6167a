import type { Recording, Scenario } from "../../engine/index.ts";
import type { Runner } from "../../workers/runner.ts";

const REPLICATIONS = 20;
const TOLD_EVERY = 5; // each time a band is drawn anew

/** Further draws of the same scenario, streaming in one after another; stops at once when the scenario changes. */
export function replications(pool: Runner, arrived: (recordings: readonly Recording[]) => void) {
  let control: AbortController | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  function stop(): void {
    clearTimeout(rest);
    control?.abort();
    control = null;
  }
  return {
    /** Begins after a rest: while changes follow each other nothing is begun. */
    start(scenario: Scenario, seed: string, restMs = 0): void {
      stop();
      control = new AbortController();
      const { signal } = control;
      rest = setTimeout(() => void stream(pool, { scenario, seed }, signal, arrived), restMs);
    },
    stop,
  };
}

type Job = { readonly scenario: Scenario; readonly seed: string };

async function stream(
  pool: Runner,
  job: Job,
  signal: AbortSignal,
  arrived: (r: readonly Recording[]) => void,
): Promise<void> {
  const done: Recording[] = [];
  for (let replication = 1; replication <= REPLICATIONS; replication++) {
    try {
      done.push(await pool.run({ ...job, replication }, { signal, threads: 1 }));
    } catch {
      return; // cancelled, or the run itself fails and says so
    }
    if (signal.aborted) return;
    if (replication % TOLD_EVERY === 0) arrived([...done]);
  }
}
