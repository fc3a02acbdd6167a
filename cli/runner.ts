import { setMaxListeners } from "node:events";
import { availableParallelism } from "node:os";
import process from "node:process";
import { type CompileOptions, isBig, KERNELS, type Recording, say, type Scenario } from "../engine/index.ts";
import { inlineRunner } from "../workers/inline.ts";
import { nodePool } from "../workers/spawn-node.ts";
import { withoutPassword } from "../workers/queue-packages.ts";
import { queueRunner } from "../workers/queue.ts";
import type { Measurer, Runner } from "../workers/runner.ts";
import { redisUrl, refused } from "./backend.ts";
import { refuseExisting, resumably, writeWhole } from "./folder/files.ts";
import { openJournal } from "./folder/journal.ts";
import { version } from "./home.ts";
import { tell } from "./io.ts";
import { pluginUrls } from "./plugins.ts";
import { kernelHow, needsOut } from "./problem-words.ts";
import { noWorkers, runsDone, silentQueue } from "./progress-words.ts";
import { type Options, UsageError } from "./verb.ts";
import { wholeNumber } from "./whole-number.ts";

/** Lends a pool for as long as `work` takes. Ctrl-C aborts what runs; finished work is kept. */
export function withRunner<T>(options: Options, work: (pool: Runner, signal: AbortSignal) => Promise<T>): Promise<T> {
  const width =
    options.workers === undefined ? availableParallelism() : wholeNumber("--workers", options.workers, 1, 256);
  return lend(nodePool(width), options, work);
}

/** The same for a single run: a thread of its own would load and warm up longer than most runs take. */
export function withOneRunner<T>(
  scenario: Scenario,
  options: Options,
  work: (pool: Runner, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return options.workers !== undefined || isBig(scenario)
    ? withRunner(options, work)
    : lend(inlineRunner(), options, work);
}

function lend<T>(pool: Runner, options: Options, work: (pool: Runner, signal: AbortSignal) => Promise<T>): Promise<T> {
  const common = { plugins: pluginUrls(options), kernel: kernelOf(options) };
  const lent: Runner = {
    ...pool,
    run: (job, how) => pool.run({ ...job, ...common }, how),
    measure: (job, outputs, how) => pool.measure({ ...job, ...common }, outputs, how),
    ask: (ask, how) => pool.ask({ ...ask, ...common }, how),
  };
  return untilInterrupted((signal) => work(lent, signal)).finally(pool.close);
}

const SAID_AGAIN_MS = 60_000;
const IN_QUEUE = 64; // runs, unless --workers says how many all workers take together

/** Lends what measures runs: workers elsewhere, by way of the Redis of --backend, or a pool here. */
export async function withMeasurer<T>(
  options: Options,
  work: (runner: Measurer, signal: AbortSignal) => Promise<T>,
  label = "",
): Promise<T> {
  const url = redisUrl(options);
  if (url === null) return withRunner(options, work);
  const width = options.workers === undefined ? IN_QUEUE : wholeNumber("--workers", options.workers, 1, 10_000);
  const [plugins, series] = [pluginUrls(options), options.series !== false];
  const onSilence = rarely((seconds) => tell(say(silentQueue, options.lang)(withoutPassword(url), seconds)));
  const asked = { url, version: version(), width, plugins, series, label, onSilence };
  const queue = await queueRunner(asked).catch(refused);
  if (queue.workers === 0) tell(say(noWorkers, options.lang)(withoutPassword(url)));
  const kernel = kernelOf(options);
  const lent: Measurer = { ...queue, measure: (job, outputs, how) => queue.measure({ ...job, kernel }, outputs, how) };
  return untilInterrupted((signal) => work(lent, signal)).finally(queue.close);
}

/** Many batches wait for the same silence: one of them says so. */
function rarely(told: (seconds: number) => void): (seconds: number) => void {
  let last = -Infinity;
  return (seconds) => {
    if (performance.now() - last < SAID_AGAIN_MS) return;
    last = performance.now();
    told(seconds);
  };
}

export const backendFlag = [
  "--backend <local|redis://...>",
  { en: "where the runs happen", zh: "在哪里运行" },
] as const;

/** What --resume means where a journal keeps runs. */
export const resumeFlag = [
  "--resume",
  { en: "go on where a run with this --out was interrupted", zh: "接着此 --out 上次中断处运行" },
] as const;

/**
 * Like withMeasurer, for work whose result goes whole into the file of --out, if there is one: until it is written, a
 * journal next to it keeps every run, and --resume goes on from there.
 */
export async function withJournal<T>(
  options: Options,
  work: (runner: Measurer, signal: AbortSignal) => Promise<T>,
  content: (result: T) => string,
): Promise<T> {
  const { out, lang, resume } = options;
  if (out === undefined) {
    if (resume === true) throw new UsageError(needsOut("--resume"));
    return withMeasurer(options, work);
  }
  if (resume !== true) refuseExisting(out);
  const journal = openJournal(out, resume === true);
  try {
    if (journal.found > 0) tell(say(runsDone, lang)(journal.found));
    return await resumably(async () => {
      const result = await withMeasurer(options, (runner, signal) => work(journal.over(runner), signal)).finally(
        journal.check,
      );
      writeWhole(out, content(result));
      journal.discard();
      return result;
    });
  } finally {
    journal.close();
  }
}

async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController();
  setMaxListeners(0, control.signal); // every waiting run listens
  const interrupt = () => control.abort();
  process.once("SIGINT", interrupt);
  try {
    return await work(control.signal);
  } finally {
    process.off("SIGINT", interrupt);
  }
}

/** --kernel; without it the fastest there is. @throws UsageError */
function kernelOf({ kernel }: Options): CompileOptions["kernel"] {
  const known = KERNELS.find((id) => id === kernel);
  if (kernel === undefined || known) return known;
  throw new UsageError(kernelHow(kernel, KERNELS));
}

/** Replications 0 to n-1 of one scenario; `onProgress` hears the share done. */
export function runReplications(
  scenarioOf: (replication: number) => Scenario,
  n: number,
  options: Options,
  onProgress: (done: number) => void,
): Promise<Recording[]> {
  let done = 0;
  return withRunner(options, (pool, signal) =>
    Promise.all(
      Array.from({ length: n }, async (_, replication) => {
        const job = { scenario: scenarioOf(replication), seed: options.seed, replication };
        const recording = await pool.run(job, { signal, threads: 1 });
        onProgress(++done / n);
        return recording;
      }),
    ),
  );
}
