import { readScenario } from "../../engine/authoring.ts";
import { patchScenario, type Scenario } from "../../engine/index.ts";

const files: Record<string, string> = import.meta.glob("../../scenarios/library/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

const libraryText = (id: string) => ({ file: `${id}.yaml`, text: files[`../../scenarios/library/${id}.yaml`] });

/** A library scenario, with some paths set: the browser's twin of test/support/scenarios.ts. */
export const library = (id: string, values: Readonly<Record<string, unknown>> = {}): Scenario =>
  patchScenario(readScenario(libraryText(id).text, { ...libraryText(id), resolve: libraryText }).scenario, values);

/** As the golden fingerprints were recorded. */
export function goldenScenario(id: string): Scenario {
  const scenario = library(id);
  return scenario.demand.kind === "mixed-logit" ? library(id, { "demand.agents": 500 }) : scenario;
}
