import {
  type Design,
  defaultOutputs,
  EnsembleStream,
  type EnsembleSummary,
  type Measured,
  type PairedDifference,
  pairedDifference,
  planRuns,
  type Scenario,
} from "../engine/index.ts";
import { runExperiment } from "../experiments/experiment.ts";
import { inlineRunner } from "../workers/inline.ts";
import type { Measurer } from "../workers/runner.ts";

export interface ExperimentOptions {
  readonly runs?: number; // default 20
  readonly seed?: string | number; // default 1
  /** As design files write them; the headline and where the market ends unless told otherwise. */
  readonly outputs?: readonly string[];
  /** Where runs happen: the caller's own thread unless told otherwise. */
  readonly runner?: Measurer;
  readonly signal?: AbortSignal;
}

/** One scenario over many draws: moments, quantiles, bands over time. A run that fails is counted, not thrown. */
export async function ensemble(scenario: Scenario, options: ExperimentOptions = {}): Promise<EnsembleSummary> {
  const outputs = options.outputs ?? defaultOutputs(Object.keys(scenario.vendors));
  const stream = new EnsembleStream(outputs, [], null);
  for await (const measured of replications(scenario, outputs, options)) stream.add(measured);
  return stream.result();
}

/** `other` less `base`, output by output, over pairs of runs that share their draws. @throws when a run fails. */
export async function compare(
  other: Scenario,
  base: Scenario,
  options: ExperimentOptions = {},
): Promise<Record<string, PairedDifference>> {
  const shared = Object.keys(base.vendors).filter((id) => id in other.vendors);
  const outputs = options.outputs ?? defaultOutputs(shared);
  const [there, here] = [await valuesOf(other, outputs, options), await valuesOf(base, outputs, options)];
  const column = (rows: readonly Float64Array[], k: number) => rows.map((row) => row[k]);
  return Object.fromEntries(outputs.map((id, k) => [id, pairedDifference(column(there, k), column(here, k))]));
}

async function valuesOf(
  scenario: Scenario,
  outputs: readonly string[],
  options: ExperimentOptions,
): Promise<Float64Array[]> {
  const rows: Float64Array[] = [];
  for await (const measured of replications(scenario, outputs, options)) {
    if (measured === null) throw new Error(`a run of ${scenario.id} failed; its pair would be left alone`);
    rows.push(measured.values);
  }
  return rows;
}

async function* replications(
  scenario: Scenario,
  outputs: readonly string[],
  { runs = 20, seed = 1, runner = inlineRunner(), signal }: ExperimentOptions,
): AsyncGenerator<Measured | null> {
  const design: Design = { method: "replicate", n: 1, replications: runs, seed, axes: [], outputs };
  const all = Array.from({ length: runs }, (_, k) => k);
  const outcomes = runExperiment({ plan: planRuns(design), realise: () => scenario }, all, runner, { signal });
  for await (const { measured } of outcomes) yield measured;
}
