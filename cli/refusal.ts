import { ScenarioErrors } from "../engine/text/errors.ts";
import { type Language, say } from "../engine/text/text.ts";
import { FolderError } from "./folder/files.ts";
import { UsageError } from "./verb.ts";

/** What is said of bad input; null for a failure of another kind. */
export function refusalOf(error: unknown, lang: Language): string | null {
  if (error instanceof ScenarioErrors) return error.format(lang);
  if (error instanceof FolderError) return say(error.text, lang);
  if (error instanceof UsageError) return say(error.words, lang);
  return null;
}
