import type { Language, Text } from "../engine/text/text.ts";
import { SHARED } from "./flag-words.ts";

/** What the table says of a verb before its file loads. */
export interface VerbEntry {
  readonly name: string;
  /** Positional arguments as commander writes them: `<scenario>`, `[more...]`. */
  readonly args: string;
  readonly summary: Text;
  load(): Promise<Verb>;
}

type SharedFlag = keyof typeof SHARED;
export const SHARED_FLAGS = Object.keys(SHARED) as SharedFlag[];

/** One verb of the command line: a file in verbs/ and an entry in the table there. */
export interface Verb {
  /** Which of the shared flags it uses, all unless it says so: one that would do nothing is refused. */
  readonly uses?: readonly SharedFlag[];
  /** Flags of its own, next to the common ones. */
  readonly flags?: readonly (readonly [string, Text])[];
  /** Writes files of its own to --out; of the others, --out takes what they print. */
  readonly writes?: boolean;
  /** Its flags, next to --out, that name a file it writes. */
  readonly files?: readonly string[];
  /** A command line that works when pasted. */
  readonly example: string;
  run(args: readonly string[], options: Options): Promise<void>;
}

/** The common flags, as parsed. */
export interface Options {
  readonly lang: Language;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly seed: string;
  readonly seedGiven: boolean; // by the user, rather than by default
  readonly set: readonly string[];
  readonly plugin: readonly string[];
  readonly agents?: string;
  readonly weeks?: string;
  readonly workers?: string;
  readonly kernel?: string;
  readonly out?: string;
  readonly [flag: string]: unknown;
}

/**
 * Bad input or usage: exit code 2, no stack trace. Said in both languages where the thrower does not know the user's.
 */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly words: Text;

  constructor(words: string | Text, options?: ErrorOptions) {
    const both = typeof words === "string" ? { en: words, zh: words } : words;
    super(both.en, options);
    this.words = both;
  }
}

/** Words in the user's language, from the environment unless told otherwise. */
export function systemLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || "") ? "zh" : "en";
}
