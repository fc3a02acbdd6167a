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

/** Cell by cell 10 and 90 % over replications of one table. */
export function quantileBand(tables: readonly Float64Array[]): { low: Float64Array; high: Float64Array } {
  const cells = tables[0].length;
  const low = new Float64Array(cells);
  const high = new Float64Array(cells);
  const cell = new Float64Array(tables.length);
  for (let k = 0; k < cells; k++) {
    let n = 0;
    for (const table of tables) if (!Number.isNaN(table[k])) n = insert(cell, n, table[k]);
    low[k] = n === 0 ? NaN : cell[Math.round(0.1 * (n - 1))];
    high[k] = n === 0 ? NaN : cell[Math.round(0.9 * (n - 1))];
  }
  return { low, high };
}

/** Puts a value in its place among n sorted ones: two or three times faster than sorting so few by the library. */
function insert(sorted: Float64Array, n: number, value: number): number {
  let at = n;
  while (at > 0 && sorted[at - 1] > value) {
    sorted[at] = sorted[at - 1];
    at--;
  }
  sorted[at] = value;
  return n + 1;
}
