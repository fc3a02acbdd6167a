import { setMaxListeners } from "node:events";
import { availableParallelism } from "node:os";
import process from "node:process";
import { type CompileOptions, KERNELS, type Recording, type Scenario } from "../engine/index.ts";
import { nodePool } from "../workers/spawn-node.ts";
import type { Runner } from "../workers/runner.ts";
import { pluginUrls } from "./plugins.ts";
import { wholeNumber } from "./scenario.ts";
import { type Options, UsageError } from "./verb.ts";

/** Lends a pool for as long as `work` takes. Ctrl-C aborts what runs; finished work is kept. */
export async function withPool<T>(
  options: Options,
  work: (pool: Runner, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const width =
    options.workers === undefined ? availableParallelism() : wholeNumber("--workers", options.workers, 1, 256);
  const pool = nodePool(width);
  const control = new AbortController();
  setMaxListeners(0, control.signal); // every waiting run listens: hundreds are no leak
  const interrupt = () => control.abort();
  process.once("SIGINT", interrupt);
  try {
    const common = { plugins: pluginUrls(options), kernel: kernelOf(options) };
    return await work({ ...pool, run: (job, how) => pool.run({ ...job, ...common }, how) }, control.signal);
  } finally {
    process.off("SIGINT", interrupt);
    await pool.close();
  }
}

/** --kernel; nothing said: the fastest there is. @throws UsageError */
function kernelOf({ kernel, lang }: Options): CompileOptions["kernel"] {
  const known = KERNELS.find((id) => id === kernel);
  if (kernel === undefined || known) return known;
  const choices = KERNELS.join(lang === "zh" ? " 或 " : " or ");
  throw new UsageError(lang === "zh" ? `--kernel ${kernel}：应为 ${choices}` : `--kernel ${kernel}: ${choices}`);
}

/** Replications 0 to n-1 of one scenario; `onProgress` hears the share done. */
export function runReplications(
  scenario: Scenario,
  n: number,
  options: Options,
  onProgress: (done: number) => void,
): Promise<Recording[]> {
  let done = 0;
  return withPool(options, (pool, signal) =>
    Promise.all(
      Array.from({ length: n }, async (_, replication) => {
        const recording = await pool.run({ scenario, seed: options.seed, replication }, { signal });
        onProgress(++done / n);
        return recording;
      }),
    ),
  );
}
