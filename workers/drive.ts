import {
  breakUp,
  compile,
  type Board,
  type Crew,
  type Forks,
  joinCrew,
  nashWatch,
  type PieceOf,
  provideFormulaCompiler,
  type QuestionId,
  questionOf,
  run,
  steerPrices,
  type Recording,
  type RunCache,
  type Scenario,
} from "../engine/index.ts";
import { aborted, type Ask, type Job, type RunOptions } from "./runner.ts";

const SLICE_MS = 8; // a preview waits no longer for a worker that is to let go of something else
const PROGRESS_MS = 100;

interface Setting {
  readonly cache?: RunCache;
  readonly forks?: Forks;
  readonly crew?: Crew;
}

/** One thread's place in a crew that runs a job together. */
export interface Place {
  readonly board: Board;
  readonly index: number;
  readonly size: number;
}

/** Drives one member of a crew; should it stop early, so do the others. Every member ends with the same recording. */
export async function driveTogether(job: Job, { board, index, size }: Place, options?: RunOptions): Promise<Recording> {
  try {
    return await drive(job, options, { crew: joinCrew(board, index, size) });
  } catch (error) {
    breakUp(board);
    throw error;
  }
}

/** Drives a run. `cache` carries people and burn-in over from run to run, `forks` the market until what is new. */
export async function drive(
  job: Job,
  options: RunOptions = {},
  { cache, crew, forks }: Setting = {},
): Promise<Recording> {
  await loadFormulas(job.scenario);
  const model = compile(job.scenario, { ...job, cache, crew });
  const days = job.nashBetween ?? (job.nashEvery === undefined ? null : { every: job.nashEvery });
  const nash = days && nashWatch(model, job, days);
  const recording = await inSlices(
    run(model, nash?.watch, job.pricing && steerPrices(model, job.pricing), forks),
    options,
  );
  options.onProgress?.(1);
  return nash ? { ...recording, nash: nash.found } : recording;
}

/**
 * Takes steps in slices of time and lets the event loop run between them, so that a cancel is heard and progress (what
 * the steps yield, 0 to 1) is shown.
 */
async function inSlices<T>(steps: Generator<number, T>, { signal, onProgress }: RunOptions): Promise<T> {
  let reported = performance.now();
  let slice = reported;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const now = performance.now();
    if (now - slice < SLICE_MS) continue;
    if (onProgress && now - reported >= PROGRESS_MS) {
      onProgress(step.value);
      reported = now;
    }
    await nextTask();
    if (signal?.aborted) throw aborted();
    slice = performance.now();
  }
}

/** Drives every run of a question, one after another, with the draws of one replication. */
export function answer<Q extends QuestionId>(ask: Ask<Q>, options: RunOptions = {}, cache?: RunCache) {
  const { question, of, ...job } = ask;
  const asked = questionOf(question);
  const total = asked.runs(of);
  let done = 0;
  const onProgress = options.onProgress && ((share: number) => options.onProgress!((done + share) / total));
  const simulate = async (scenario: Scenario, more = {}) => {
    const recording = await drive({ ...job, ...more, scenario }, { ...options, onProgress }, { cache });
    done++;
    return recording;
  };
  const work = <T>(steps: Generator<number, T>) => inSlices(steps, { ...options, onProgress });
  const turn = { seed: job.seed, replication: job.replication ?? 0, work };
  return asked.one(job.scenario, of, simulate, turn) as Promise<PieceOf<Q>>;
}

/** The formula parser is large: it is fetched at the first scenario that has a formula. */
async function loadFormulas({ strategies, vendors }: Scenario): Promise<void> {
  const choices = Object.values(vendors).flatMap((v) => [
    v.strategy,
    ...Object.values(v.products).map((p) => p.strategy),
  ]);
  if (!strategies.formula && !choices.some((choice) => choice?.kind === "formula")) return;
  const { compileFormula } = await import("../engine/expression/formula.ts");
  provideFormulaCompiler(compileFormula);
}

/** After everything already queued, messages included. setTimeout would be clamped to 4 ms in browsers. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
