import {
  type DesignInput,
  type OpenDesign,
  type OpenWith,
  readDesign,
  resolveExperiment,
} from "../engine/authoring.ts";
import type { ExperimentSummary } from "../engine/index.ts";
import { type Calibration, prepareCalibrate } from "../experiments/calibrate.ts";
import { type Best, prepareOptimise } from "../experiments/optimise.ts";
import type { PreparedSearch } from "../experiments/prepared-search.ts";
import { summarise } from "../experiments/summarise.ts";
import { inlineRunner } from "../workers/inline.ts";
import type { Measurer } from "../workers/runner.ts";
import { openDesign, scenarioOpener } from "./experiment.ts";
import { checkOptions } from "./library-arguments.ts";
import { askedOf, SENSITIVITY_METHODS, type SensitivityAsked, sensitivityDesign } from "./sensitivity-design.ts";

export interface DesignOptions {
  /** Values set over the design's scenario, by path; units allowed. */
  readonly set?: Readonly<Record<string, string | number>>;
  /** How many people are simulated; wins over the design's own number, as do those below. */
  readonly agents?: number;
  readonly weeks?: number;
  readonly seed?: string | number;
  /** Where runs happen: the caller's own thread unless told otherwise (`nodePool()` for all cores). */
  readonly runner?: Measurer;
  readonly signal?: AbortSignal;
  /** The share done [0-1]. */
  readonly onProgress?: (done: number) => void;
}

const NAMES = ["set", "agents", "weeks", "seed", "runner", "signal", "onProgress"];

/**
 * The best setting of a design's parameters for what it maximises, minimises or seeks, under noise; judged on draws the
 * search has not seen. What `pricewar optimise` finds.
 *
 *     const best = await optimise({
 *       scenario: "china-2024",
 *       maximise: "vendors.bytedance.grossProfit:mean",
 *       parameters: [{ path: "vendors.bytedance.products.doubao-pro.price.input", range: ["0.2 CNY/Mtok", "30"] }],
 *     });
 *
 * @param design a design file by path, one of the package by id, or what such a file would say
 * @throws ScenarioErrors with the place of the fault; AbortError.
 */
export async function optimise(design: string | DesignInput, options: DesignOptions = {}): Promise<Best> {
  checkOptions("optimise", options, NAMES);
  const opened = openedBy(design, options);
  return searched(prepareOptimise(opened.design, opened.open), options);
}

/**
 * Fits a design's parameters to what was observed: settings with standard errors, misses before and after, and whether
 * the data can tell the parameters apart. What `pricewar calibrate` finds. @throws as `optimise` does.
 */
export async function calibrate(design: string | DesignInput, options: DesignOptions = {}): Promise<Calibration> {
  checkOptions("calibrate", options, NAMES);
  const opened = openedBy(design, options);
  return searched(prepareCalibrate(opened.design, opened.open), options);
}

/**
 * Which parameters drive an outcome: swings of each alone (`oat`), Morris' elementary effects or Sobol' indices, by
 * output in `sensitivity`. Of a scenario, its levers over their plausible ranges are taken.
 *
 *     const { sensitivity: found } = await sensitivity("china-2024", { method: "morris", runs: 10, agents: 500 });
 *
 * @throws as `optimise` does.
 */
export async function sensitivity(
  design: string | DesignInput,
  options: DesignOptions & SensitivityAsked = {},
): Promise<ExperimentSummary> {
  checkOptions("sensitivity", options, [...NAMES, "method", "runs", "replications", "outputs"]);
  const opened = typeof design === "string" ? named(design, options) : openedBy(design, options);
  const asked = askedOf(opened.design, options);
  const experiment = resolveExperiment(asked, opened.open, SENSITIVITY_METHODS);
  const { runner = inlineRunner(), signal, onProgress } = options;
  return summarise(experiment, runner, { signal, onProgress });
}

const named = (name: string, options: DesignOptions & SensitivityAsked): Opened =>
  fromName(name, sensitivityDesign(name, options, commonOf(options)), options);

interface Opened {
  readonly design: OpenDesign;
  readonly open: OpenWith;
}

/** The options as the command line would have them. */
const commonOf = ({ set = {}, agents, weeks, seed }: DesignOptions) => ({
  set: Object.entries(set).map(([path, value]) => `${path}=${value}`),
  agents: agents === undefined ? undefined : String(agents),
  weeks: weeks === undefined ? undefined : String(weeks),
  seed: String(seed ?? 1),
  seedGiven: seed !== undefined,
});

const fromName = (name: string, design: OpenDesign, options: DesignOptions): Opened => ({
  design,
  open: scenarioOpener(name, design, commonOf(options)),
});

function openedBy(given: string | DesignInput, options: DesignOptions): Opened {
  if (typeof given === "string") return fromName(given, openDesign(given, commonOf(options)), options);
  const { seed } = options;
  const input = seed === undefined ? given : { ...given, seed };
  return fromName("design", readDesign(JSON.stringify(input), "design"), options);
}

function searched<Found>(prepared: PreparedSearch<Found>, options: DesignOptions): Promise<Found> {
  const { runner = inlineRunner(), signal, onProgress } = options;
  const onTried = (tried: number) => onProgress?.(Math.min(1, tried / prepared.evaluations));
  return prepared.run(runner, { signal, onTried });
}
