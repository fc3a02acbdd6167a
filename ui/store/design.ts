import {
  failAt,
  type OpenDesign,
  type OpenWith,
  readDesign,
  readScenario,
  resolveExperiment,
} from "../../engine/authoring.ts";
import type { Plan, Realise, Scenario, Text } from "../../engine/index.ts";
import { libraryText } from "./own.ts";

/** Design files in the app: the same text the command line runs, to the same rows. Behind the YAML parser's door. */
export { ScenarioErrors } from "./own.ts";

const texts = import.meta.glob<string>("../../scenarios/designs/*.yaml", { query: "?raw", import: "default", eager: true }); // prettier-ignore

/** Designs that come with pricewar, by id. */
export const designs = (): { id: string; text: string }[] =>
  Object.entries(texts).map(([path, text]) => ({ id: path.replace(/.*\/(.+)\.yaml$/, "$1"), text }));

/** A design against its scenario: every run known, none done. */
export interface OpenedDesign {
  readonly plan: Plan;
  readonly realise: Realise;
  readonly scenario: Scenario;
  readonly map: string | null; // an output to be mapped over two parameters
}

const METHODS = ["latin-hypercube", "grid", "sobol", "replicate", "one-at-a-time", "morris", "saltelli"];
const OAT_REPLICATIONS = 5; // as `pricewar sensitivity`: a swing between two ends has no other points to average luck over

const FILE = "design.yaml";

/** @throws ScenarioErrors with line and column. */
export function openDesign(text: string): OpenedDesign {
  const design = usual(readDesign(text, FILE));
  refuseSearches(design);
  const open = opener(design);
  const experiment = resolveExperiment(design, open, METHODS);
  const map = design.file.map ?? null;
  checkMap(design, experiment.plan, map);
  return { ...experiment, scenario: open({}).scenario, map };
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
    return readScenario(found.text, { file: found.file, set: { ...set, ...agents }, weeks: file.weeks, resolve: libraryText }); // prettier-ignore
  };
}

const noScenario = (id: string): Text => ({
  en: `no scenario “${id}” in the library; a design in the app starts from one of these`,
  zh: `内置情景中没有“${id}”；网页里的设计须以内置情景为起点`,
});

function refuseSearches({ file, root }: OpenDesign): void {
  const key = (["maximise", "minimise", "goal"] as const).find((name) => file[name] !== undefined);
  if (key) throw failAt(root, [key], elsewhere("optimise"));
  if (file.targets.length > 0) throw failAt(root, ["targets"], elsewhere("calibrate"));
}

const elsewhere = (verb: string): Text => ({
  en: `this design searches rather than samples: run pricewar ${verb} in a terminal`,
  zh: `这份设计是搜索而非抽样：请在终端运行 pricewar ${verb}`,
});

function checkMap({ root }: OpenDesign, { design }: Plan, map: string | null): void {
  if (map === null) return;
  if (design.method !== "grid" || design.axes.length !== 2) throw failAt(root, ["map"], { en: "map needs method: grid and two parameters", zh: "map 需要 method: grid 和恰好两个参数" }); // prettier-ignore
  if (!design.outputs.includes(map)) throw failAt(root, ["map"], { en: `${map} must be among the outputs`, zh: `${map} 须列在 outputs 里` }); // prettier-ignore
}
