import { setMaxListeners } from "node:events";
import { availableParallelism } from "node:os";
import process from "node:process";
import type { Recording, Scenario } from "../engine/index.ts";
import { nodePool } from "../workers/spawn-node.ts";
import type { Runner } from "../workers/runner.ts";
import { pluginUrls } from "./plugins.ts";
import { wholeNumber } from "./scenario.ts";
import type { Options } from "./verb.ts";

/** Lends a pool for as long as `work` takes. Ctrl-C aborts what runs; finished work is kept. */
export async function withRunner<T>(
  options: Options,
  work: (pool: Runner, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const width =
    options.workers === undefined ? availableParallelism() : wholeNumber("--workers", options.workers, 1, 256);
  const pool = nodePool(width);
  const control = new AbortController();
  setMaxListeners(0, control.signal); // every waiting run listens
  const interrupt = () => control.abort();
  process.once("SIGINT", interrupt);
  try {
    const plugins = pluginUrls(options);
    const lent: Runner = {
      ...pool,
      run: (job, how) => pool.run({ ...job, plugins }, how),
      measure: (job, outputs, how) => pool.measure({ ...job, plugins }, outputs, how),
    };
    return await work(lent, control.signal);
  } finally {
    process.off("SIGINT", interrupt);
    await pool.close();
  }
}

/** Replications 0 to n-1 of one scenario; `onProgress` hears the share done. */
export function runReplications(
  scenario: Scenario,
  n: number,
  options: Options,
  onProgress: (done: number) => void,
): Promise<Recording[]> {
  let done = 0;
  return withRunner(options, (pool, signal) =>
    Promise.all(
      Array.from({ length: n }, async (_, replication) => {
        const recording = await pool.run({ scenario, seed: options.seed, replication }, { signal });
        onProgress(++done / n);
        return recording;
      }),
    ),
  );
}
