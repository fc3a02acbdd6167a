import {
  checkComparable,
  type Design,
  defaultOutputs,
  EnsembleStream,
  type EnsembleSummary,
  exchangeRate,
  isMoneyOutput,
  type Measured,
  type PairedDifference,
  pairedWhereBoth,
  planRuns,
  present,
  type Scenario,
  vendorsOf,
} from "../engine/index.ts";
import { outputProblem } from "../engine/authoring.ts";
import { runExperiment } from "../experiments/experiment.ts";
import { inlineRunner } from "../workers/inline.ts";
import type { Measurer } from "../workers/runner.ts";
import { checkOptions, checkRuns, checkScenario, isScenario } from "./library-arguments.ts";

export interface ExperimentOptions {
  /** Replications; default 20. */
  readonly runs?: number;
  /** Default 1. */
  readonly seed?: string | number;
  /** As design files write them; the headline and where the market ends unless told otherwise. */
  readonly outputs?: readonly string[];
  /** Where runs happen: the caller's own thread unless told otherwise. */
  readonly runner?: Measurer;
  readonly signal?: AbortSignal;
}

const NAMES = ["runs", "seed", "outputs", "runner", "signal"];

/** One scenario over many draws: moments, quantiles, bands over time. A run that fails is counted, not thrown. */
export async function ensemble(scenario: Scenario, options: ExperimentOptions = {}): Promise<EnsembleSummary> {
  checkScenario("ensemble", scenario);
  checkOptions("ensemble", options, NAMES);
  const outputs = options.outputs ?? defaultOutputs(Object.keys(scenario.vendors));
  const stream = new EnsembleStream(outputs, [], null);
  for await (const measured of replications(scenario, outputs, options)) stream.add(measured);
  return stream.result();
}

/** What is compared with what. */
interface Pair {
  readonly base: Scenario;
  readonly other: Scenario;
}

/**
 * `other` less `base`, output by output, over pairs of runs that share their draws: the sign of `pricewar compare base
 * other`. What only one of the two has (an entrant, a product withdrawn) has its mean there, NaN in the other and no
 * difference. Money is in the currency of `base`.
 *
 *     const [base, other] = [await loadScenario("china-2024"), await loadScenario("no-trigger")];
 *     const { "market.hhi": d } = await compare({ base, other });
 *     d.base // in china-2024
 *     d.mean // no-trigger less china-2024, [d.low, d.high] its 95 % interval
 *
 * `compare(base, other, options)` means the same.
 *
 * @throws ScenarioErrors where the two run on other days, or no exchange rate is stated; TypeError for other arguments;
 * Error when a run fails.
 */
export async function compare(pair: Pair, options?: ExperimentOptions): Promise<Record<string, PairedDifference>>;
export async function compare(
  base: Scenario,
  other: Scenario,
  options?: ExperimentOptions,
): Promise<Record<string, PairedDifference>>;
export async function compare(
  first: Scenario | Pair,
  second: Scenario | ExperimentOptions = {},
  third: ExperimentOptions = {},
): Promise<Record<string, PairedDifference>> {
  if (isScenario(first) && isScenario(second)) return compared({ base: first, other: second }, third);
  if (isScenario(first) || isScenario(second) || Array.isArray(first)) throw new TypeError(TAKES);
  const inPair = NAMES.find((name) => name in first);
  if (inPair !== undefined) throw new TypeError(`compare({ base, other }, { ${inPair} }): ${inPair} goes second`);
  checkOptions("compare", first, ["base", "other"]);
  if (!isScenario(first.base) || !isScenario(first.other)) throw new TypeError(TAKES);
  return compared(first, second);
}

const TAKES = "compare takes two scenarios: compare({ base, other }), or compare(base, other), is other less base";

async function compared({ base, other }: Pair, options: ExperimentOptions): Promise<Record<string, PairedDifference>> {
  checkOptions("compare", options, NAMES);
  checkRuns("compare", options.runs ?? 20, 2);
  checkComparable([base, other]);
  const outputs = options.outputs ?? defaultOutputs(vendorsOf([base, other]));
  const unknown = outputs.find((id) => !present(base, id) && !present(other, id));
  if (unknown !== undefined) throw new RangeError(outputProblem(base, unknown)?.en ?? `no output “${unknown}”`);
  const [here, there] = [await columnsOf(base, outputs, options), await columnsOf(other, outputs, options)];
  const rate = exchangeRate(other, base) ?? NaN;
  const inBaseMoney = (id: string, column: readonly number[]) =>
    isMoneyOutput(id) ? column.map((x) => x * rate) : column;
  return Object.fromEntries(outputs.map((id, k) => [id, pairedWhereBoth(inBaseMoney(id, there[k]), here[k])]));
}

/** Each output, run by run; NaN where it is of something that the scenario has not. */
async function columnsOf(
  scenario: Scenario,
  outputs: readonly string[],
  options: ExperimentOptions,
): Promise<number[][]> {
  const own = outputs.filter((id) => present(scenario, id));
  const rows = await valuesOf(scenario, own, options);
  return outputs.map((id) => {
    const k = own.indexOf(id);
    return rows.map((row) => (k < 0 ? NaN : row[k]));
  });
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
