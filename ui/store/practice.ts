import type { Job, Runner } from "../../workers/runner.ts";

const RUNS = 5; // after which a new worker's code is about as fast as it gets

/** Code is slow the first times it runs: better before somebody waits for it, and not while somebody does. */
export function practice({ run }: Pick<Runner, "run">) {
  const ended = new AbortController();
  let begun = 0;
  return {
    async of(job: Pick<Job, "scenario" | "seed">): Promise<void> {
      while (begun < RUNS && !ended.signal.aborted) {
        begun++;
        await run(job, { signal: ended.signal }).catch(() => {}); // nobody waits for what it says
      }
    },
    end: (): void => ended.abort(),
  };
}
