import {
  failAt,
  type OpenDesign,
  type OpenWith,
  readDesign,
  readScenario,
  resolveExperiment,
} from "../../engine/authoring.ts";
import type { Plan, Realise, Scenario, Text } from "../../engine/index.ts";
import { type Calibration, prepareCalibrate } from "../../experiments/calibrate.ts";
import { type Best, prepareOptimise } from "../../experiments/optimise.ts";
import type { PreparedSearch } from "../../experiments/prepared-search.ts";
import { libraryText } from "./own.ts";

/** Design files in the app: the same text the command line runs, to the same rows. Behind the YAML parser's door. */
export { ScenarioErrors } from "./own.ts";

const texts = import.meta.glob<string>("../../scenarios/designs/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Designs that come with pricewar, by id. */
export const designs = (): { id: string; text: string }[] =>
  Object.entries(texts).map(([path, text]) => ({ id: path.replace(/.*\/(.+)\.yaml$/, "$1"), text }));

/** A design against its scenario: every run known, none done. */
export interface OpenedDesign {
  readonly kind: "runs";
  readonly plan: Plan;
  readonly realise: Realise;
  readonly scenario: Scenario;
  readonly map: string | null; // an output to be mapped over two parameters
}

const METHODS = ["latin-hypercube", "grid", "list", "sobol", "replicate", "one-at-a-time", "morris", "saltelli"];
// As `pricewar sensitivity`: a swing between two ends has no other points to average luck over.
const OAT_REPLICATIONS = 5;

const FILE = "design.yaml";

/** A design that searches: for the best setting, or for the one that fits what was observed. */
export type OpenedSearch =
  | { readonly kind: "optimise"; readonly search: PreparedSearch<Best> }
  | { readonly kind: "calibrate"; readonly search: PreparedSearch<Calibration> };

/** Tables that the person opened, by file name: a design may name them. */
export type Tables = Readonly<Record<string, string>>;

/** @throws ScenarioErrors with line and column. */
export function openDesign(text: string, tables: Tables = {}): OpenedDesign | OpenedSearch {
  const read = readDesign(text, FILE, (file) => {
    const name = file.replace(/^.*[/\\]/, ""); // a page knows no folders
    return Object.hasOwn(tables, name) ? { file: name, text: tables[name] } : null;
  });
  const { maximise, minimise, goal, targets } = read.file;
  if (targets.length > 0) return { kind: "calibrate", search: prepareCalibrate(read, opener(read)) };
  if ([maximise, minimise, goal].some((x) => x !== undefined))
    return { kind: "optimise", search: prepareOptimise(read, opener(read)) };
  const design = usual(read);
  const open = opener(design);
  const experiment = resolveExperiment(design, open, METHODS);
  const map = design.file.map ?? null;
  return { kind: "runs", ...experiment, scenario: open({}).scenario, map };
}

function usual({ file, root }: OpenDesign): OpenDesign {
  const replications = file.replications ?? (file.method === "one-at-a-time" ? OAT_REPLICATIONS : 1);
  return { root, file: { ...file, replications } };
}

function opener({ file, root }: OpenDesign): OpenWith {
  const source = () => {
    try {
      return libraryText(file.scenario);
    } catch {
      throw failAt(root, ["scenario"], noScenario(file.scenario));
    }
  };
  const agents: Record<string, string> = file.agents === undefined ? {} : { "demand.agents": String(file.agents) };
  return (set) => {
    const found = source();
    return readScenario(found.text, {
      file: found.file,
      set: { ...set, ...agents },
      weeks: file.weeks,
      resolve: libraryText,
    });
  };
}

const noScenario = (id: string): Text => ({
  en: `no scenario “${id}” in the library; a design in the app starts from one of these`,
  zh: `内置情景中没有“${id}”；网页里的设计须以内置情景为起点`,
});
