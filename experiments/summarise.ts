import { type ExperimentSummary, type Plan, type Realise, SummaryStream } from "../engine/index.ts";
import type { Measurer } from "../workers/runner.ts";
import { runExperiment } from "./experiment.ts";

interface SummariseOptions {
  readonly signal?: AbortSignal;
  /** The share done [0-1]. */
  readonly onProgress?: (done: number) => void;
  /** The output that a grid of two parameters is a map of. */
  readonly map?: string | null;
}

/** All runs of an experiment, summed up as they come; no run is kept. */
export async function summarise(
  experiment: { readonly plan: Plan; readonly realise: Realise },
  runner: Measurer,
  { signal, onProgress, map = null }: SummariseOptions = {},
): Promise<ExperimentSummary> {
  const { plan } = experiment;
  const stream = new SummaryStream(plan, map);
  const all = Array.from({ length: plan.runs }, (_, k) => k);
  let done = 0;
  const onRun = () => onProgress?.(++done / plan.runs);
  for await (const { planned, measured, error } of runExperiment(experiment, all, runner, { signal, onRun }))
    stream.add(planned.run, measured && Array.from(measured.values), error);
  return stream.result();
}
