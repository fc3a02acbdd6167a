import { type Measured, type Plan, type PlannedRun, type Realise, runAt } from "../engine/index.ts";
import type { Measurer } from "../workers/runner.ts";

/** How one planned run ended. A failed one has its reason instead of numbers. */
export interface Outcome {
  readonly planned: PlannedRun;
  readonly measured: Measured | null;
  readonly error: string | null;
}

interface ExperimentOptions {
  readonly signal?: AbortSignal;
  /** How often a run is tried before it counts as failed: a worker may die of another's doing. */
  readonly attempts?: number;
  /** Hears of each run as it ends, in whatever order. */
  readonly onRun?: (outcome: Outcome) => void;
}

/**
 * Runs some of a plan's runs and yields their outcomes in the order asked for, holding no more than a few per worker:
 * memory does not grow with the number of runs, and what comes out does not depend on how many workers there are.
 * @throws AbortError when cancelled; a run that fails is an outcome, not an error.
 */
export async function* runExperiment(
  { plan, realise }: { readonly plan: Plan; readonly realise: Realise },
  runs: Iterable<number>,
  runner: Measurer,
  { signal, attempts = 2, onRun }: ExperimentOptions = {},
): AsyncGenerator<Outcome> {
  const ahead: Promise<Outcome>[] = [];
  const window = 4 * runner.width;
  const one = async (run: number): Promise<Outcome> => {
    const outcome = await tryRun({ plan, realise }, run, runner, { signal, attempts });
    onRun?.(outcome);
    return outcome;
  };
  for (const run of runs) {
    const outcome = one(run);
    outcome.catch(() => {}); // told when its turn comes
    ahead.push(outcome);
    if (ahead.length >= window) yield await ahead.shift()!;
  }
  while (ahead.length > 0) yield await ahead.shift()!;
}

async function tryRun(
  { plan, realise }: { readonly plan: Plan; readonly realise: Realise },
  run: number,
  runner: Measurer,
  { signal, attempts = 2 }: ExperimentOptions,
): Promise<Outcome> {
  const planned = runAt(plan, run);
  const { seed, outputs } = plan.design;
  let error = "";
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      const job = { scenario: realise(planned.settings, planned.replication), seed, replication: planned.replication };
      return { planned, measured: await runner.measure(job, outputs, { signal }), error: null };
    } catch (reason) {
      if (signal?.aborted) throw reason;
      error = reason instanceof Error ? reason.message : String(reason);
    }
  }
  return { planned, measured: null, error };
}
