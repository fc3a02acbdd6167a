import { ScenarioErrors } from "../../engine/authoring.ts";
import { inBoth, type Text } from "../../engine/index.ts";

/** What an error says, in both languages where it knows both. */
export function whyText(error: unknown): Text {
  if (error instanceof ScenarioErrors) return { en: error.format("en"), zh: error.format("zh") };
  return inBoth(error instanceof Error ? error.message : String(error));
}
