/**
 * The library: `import { loadScenario, simulate } from "pricewar"`. Everything of the engine, and the two things that
 * need a disk or a thread: scenarios by name, and runs in worker threads.
 */
import type { CompileOptions, Recording, Scenario } from "../engine/index.ts";
import { inlineRunner } from "../workers/inline.ts";
import { checkOptions, checkScenario } from "./library-arguments.ts";
import { remembered } from "./report/provenance.ts";
import { openScenario } from "./scenario.ts";

export * from "../engine/index.ts";
export {
  type DesignInput,
  readDesign,
  readScenario,
  resolveExperiment,
  scenarioJsonSchema,
  ScenarioErrors,
} from "../engine/authoring.ts";
export { nodePool } from "../workers/spawn-node.ts";
export { inlineRunner } from "../workers/inline.ts";
export { compare, ensemble, type ExperimentOptions } from "./library-experiments.ts";
export { equilibrium, type EquilibriumOptions, type MergerOptions } from "./library-equilibrium.ts";
export { calibrate, type DesignOptions, optimise, sensitivity } from "./library-searches.ts";
export { ask, explain, type ExplainOptions, type SpanOptions } from "./library-explain.ts";
export { report, type ReportOptions } from "./library-report.ts";
export { runExperiment, type Outcome } from "../experiments/experiment.ts";
export type { Job, Measurer, Runner, RunOptions } from "../workers/runner.ts";

export interface LoadOptions {
  /** Values set over the scenario, by path; units allowed. */
  readonly set?: Readonly<Record<string, string | number>>;
  readonly weeks?: number;
}

/** A scenario of the library by id, or of a file by path. @throws ScenarioErrors with file, line and column. */
export async function loadScenario(name: string, options: LoadOptions = {}): Promise<Scenario> {
  checkOptions("loadScenario", options, ["set", "weeks"]);
  const { set = {}, weeks } = options;
  const { scenario, provenance } = openScenario(name, {
    set: Object.entries(set).map(([path, value]) => `${path}=${value}`),
    weeks: weeks === undefined ? undefined : String(weeks),
  });
  return remembered(scenario, provenance);
}

export interface SimulateOptions {
  /** Default 1. */
  readonly seed?: string | number;
  readonly replication?: number;
  readonly kernel?: CompileOptions["kernel"];
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/** One run in the caller's thread, yielding often enough to be cancelled. @throws JobError, AbortError. */
export async function simulate(scenario: Scenario, options: SimulateOptions = {}): Promise<Recording> {
  checkScenario("simulate", scenario);
  checkOptions("simulate", options, ["seed", "replication", "kernel", "signal", "onProgress"]);
  const { seed = 1, replication, kernel } = options;
  return inlineRunner().run({ scenario, seed, replication, kernel }, options);
}
