import { config } from "zod";
import { readScenario, ScenarioErrors, unrolled } from "../../engine/authoring.ts";
import { OWN, type Session } from "./session.ts";
import type { Base } from "./state.ts";

export { ScenarioErrors };

config({ jitless: true }); // zod compiles code otherwise, which no strict page allows

const texts = import.meta.glob<string>("../../scenarios/library/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The text of a library scenario. @throws when there is none of that id. */
export function libraryText(id: string): { file: string; text: string } {
  const text = texts[`../../scenarios/library/${id}.yaml`];
  if (text === undefined) throw new Error(`no scenario “${id}” in the library`);
  return { file: `scenarios/library/${id}.yaml`, text };
}

/** Reads a scenario written by hand; `extends` reaches the library. @throws ScenarioErrors with line and column. */
export const readOwn = (text: string): Base => readScenario(text, { file: "scenario.yaml", resolve: libraryText });

/** Whether the schema takes values at these paths of a session's scenario, as --set would give them. */
export function takes({ scenario, own }: Session, values: Readonly<Record<string, unknown>>): boolean {
  const { file, text } =
    scenario === OWN && own !== null ? { file: "scenario.yaml", text: own } : libraryText(scenario);
  const set = Object.fromEntries(Object.entries(values).map(([path, value]) => [path, JSON.stringify(value)]));
  try {
    readScenario(text, { file, set, resolve: libraryText });
    return true;
  } catch (error) {
    if (error instanceof ScenarioErrors) return false;
    throw error;
  }
}

/** A text with the library scenarios it extends put in, as plain data. */
export const standingAlone = (text: string): Record<string, unknown> =>
  unrolled(text, { file: "scenario.yaml", resolve: libraryText });
