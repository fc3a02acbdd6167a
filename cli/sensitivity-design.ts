import { existsSync } from "node:fs";
import { type OpenDesign, readDesign } from "../engine/authoring.ts";
import { openDesign } from "./experiment.ts";
import { methodHow, noRanges } from "./problem-words.ts";
import { openScenario } from "./scenario.ts";
import { type Options, UsageError } from "./verb.ts";

/** Methods by the names people give them. */
const METHODS: Readonly<Record<string, string>> = { oat: "one-at-a-time", morris: "morris", sobol: "saltelli" };

export const SENSITIVITY_METHODS = Object.values(METHODS);

/** A swing between two ends has no other points to average luck over. */
const OAT_REPLICATIONS = 5;

const DEFAULT_OUTPUTS = ["headline.priceFall", "market.hhi", "headline.profitGain"];

/** What wins over a design's own words. */
export interface SensitivityAsked {
  readonly method?: string; // oat, morris, sobol, or as design files call them
  readonly runs?: number;
  readonly replications?: number;
  readonly outputs?: readonly string[];
}

type Common = Pick<Options, "set" | "agents" | "weeks" | "seed" | "seedGiven">;

/** The design of a sensitivity analysis: a design file, or a scenario whose levers make one. @throws UsageError. */
export const sensitivityDesign = (name: string, asked: SensitivityAsked, options: Common): OpenDesign =>
  askedOf(designOf(name, options), asked);

/** A design file, or a scenario whose levers over their plausible ranges make one. */
function designOf(name: string, options: Common): OpenDesign {
  if (existsSync(name) && isDesign(name, options)) return openDesign(name, options);
  const { scenario, provenance } = openScenario(name, options);
  const levers = scenario.levers.map(({ id }) => ({ lever: id }));
  const ranged = Object.keys(provenance)
    .filter((path) => provenance[path].range)
    .map((path) => ({ path }));
  const parameters = levers.length > 0 ? levers : ranged;
  if (parameters.length === 0) throw new UsageError(noRanges(name));
  return readDesign(JSON.stringify({ scenario: name, seed: options.seed, outputs: DEFAULT_OUTPUTS, parameters }), name);
}

/** A scenario has a clock or extends one; a design names its scenario. */
function isDesign(name: string, options: Common): boolean {
  try {
    openDesign(name, options);
    return true;
  } catch (error) {
    const keys =
      (error as { problems?: readonly { path: readonly unknown[] }[] }).problems?.map((p) => p.path[0]) ?? [];
    if (keys.includes("clock") || keys.includes("extends") || keys.includes("vendors")) return false;
    throw error;
  }
}

/** What is asked wins over what the design says. */
export function askedOf({ file, root }: OpenDesign, asked: SensitivityAsked): OpenDesign {
  const method = asked.method ?? file.method;
  if (method !== undefined && !(method in METHODS) && !SENSITIVITY_METHODS.includes(method))
    throw new UsageError(methodHow(method, Object.keys(METHODS)));
  const chosen = METHODS[method ?? "oat"] ?? method;
  const usual = chosen === METHODS.oat ? OAT_REPLICATIONS : 1;
  return {
    root,
    file: {
      ...file,
      method: chosen,
      runs: asked.runs ?? file.runs,
      replications: asked.replications ?? file.replications ?? usual,
      outputs: asked.outputs ?? file.outputs,
    },
  };
}
