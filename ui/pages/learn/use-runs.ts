import { useEffect, useState } from "react";
import type { Recording, Scenario } from "../../../engine/index.ts";
import { pool } from "../../store/pool.ts";

interface Runs {
  readonly done: readonly Recording[]; // all of them, or none yet
  readonly count: number; // finished so far
  readonly error: string | null;
}

const NONE: Runs = { done: [], count: 0, error: null };

/** Runs a scenario with seeds 1 to `seeds` in the pool; none while `seeds` is 0. Leaving cancels what is under way. */
export function useRuns(scenario: Scenario, seeds: number): Runs {
  const [runs, setRuns] = useState<Runs>(NONE);
  useEffect(() => {
    if (seeds === 0) return;
    const control = new AbortController();
    let count = 0;
    const one = async (seed: number) => {
      const recording = await pool.run({ scenario, seed: String(seed) }, { signal: control.signal });
      count++;
      if (!control.signal.aborted && count < seeds) setRuns({ done: [], count, error: null });
      return recording;
    };
    Promise.all(Array.from({ length: seeds }, (_, k) => one(k + 1)))
      .then((done) => !control.signal.aborted && setRuns({ done, count: seeds, error: null }))
      .catch((error: unknown) => {
        if (!control.signal.aborted)
          setRuns({ ...NONE, error: error instanceof Error ? error.message : String(error) });
      });
    return () => {
      control.abort();
      setRuns(NONE);
    };
  }, [scenario, seeds]);
  return runs;
}
