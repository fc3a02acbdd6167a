import process from "node:process";
import { CommanderError } from "commander";
import { ScenarioErrors } from "../engine/text/errors.ts";
import { type Language, say } from "../engine/text/text.ts";
import { FolderError } from "./folder/files.ts";
import { systemRefusal } from "./folder/system-reason.ts";
import { OWN_WORDS } from "./usage-words.ts";
import { UsageError } from "./verb.ts";

/** What is said of bad input; null for a failure of another kind. */
export function refusalOf(error: unknown, lang: Language): string | null {
  if (error instanceof ScenarioErrors) return error.format(lang);
  if (error instanceof FolderError) return say(error.text, lang);
  if (error instanceof UsageError) return say(error.words, lang);
  if (error instanceof CommanderError) return say(OWN_WORDS, lang).error(error.message);
  const system = systemRefusal(error);
  return system && say(system, lang);
}

/** How a command line ends that does not end well: the exit code, and what is said, unless the help was. */
interface Failure {
  readonly kind: "failed" | "refused" | "interrupted";
  readonly exit: 1 | 2 | 130;
  readonly message: string | null;
}

/** Null for what asked for the help or the version, and has it. */
export function failureOf(error: unknown, lang: Language): Failure | null {
  if (error instanceof DOMException && error.name === "AbortError")
    return { kind: "interrupted", exit: 130, message: null };
  if (error instanceof CommanderError && error.exitCode === 0) return null;
  if (error instanceof CommanderError && error.code === "commander.help")
    return { kind: "refused", exit: 2, message: null };
  const refusal = refusalOf(error, lang);
  if (refusal !== null) return { kind: "refused", exit: 2, message: refusal };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind: "failed", exit: 1, message: process.env.PRICEWAR_DEBUG ? `${message}\n${stack}` : message };
}

/** The same for programs, which with --json read stdout: what is wrong, and where it stands in which file. */
export function jsonFailure(error: unknown, { kind, exit, message }: Failure, lang: Language): object {
  const problems = error instanceof ScenarioErrors ? error.problems : [];
  const where = problems.map(({ place, path, text }) => ({ ...place, path: path.join("."), message: say(text, lang) }));
  return { error: { kind, exit, message: message ?? kind, where } };
}
