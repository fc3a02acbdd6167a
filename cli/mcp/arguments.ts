import { z } from "zod";
import { toProblems } from "../../engine/authoring/issues.ts";
import { locate } from "../../engine/authoring/locate.ts";
import { type Language, say } from "../../engine/index.ts";
import { COLON } from "../../words/punctuation.ts";
import { UsageError } from "../verb.ts";
import { wrongArguments } from "./mcp-words.ts";

const MOST_ELEMENTS = 20_000; // of one call's arguments

/** What a call says, as its tool takes it. @throws UsageError with what is wrong with which argument */
export function checkedArguments(shape: z.ZodRawShape, given: unknown): Record<string, unknown> {
  if (elementsIn(given, MOST_ELEMENTS) > MOST_ELEMENTS) throw refusal((lang) => say(wrongArguments, lang).many);
  const schema = z.strictObject(shape);
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const problems = toProblems(read.error.issues, schema, locate(JSON.stringify(given, shortened), ""));
  throw refusal((lang) => {
    const lines = problems.map(({ path, text }) => [path.join("."), say(text, lang)].filter(Boolean));
    return [say(wrongArguments, lang).head, ...lines.map((line) => `- ${line.join(say(COLON, lang))}`)].join("\n");
  });
}

const LONGEST = 1000;

/** What is looked through for where a fault stands: texts that are too long for a call are so for a reader of files. */
const shortened = (_: string, value: unknown): unknown =>
  typeof value === "string" && value.length > LONGEST ? value.slice(0, LONGEST) : value;

const refusal = (words: (lang: Language) => string): UsageError => new UsageError({ en: words("en"), zh: words("zh") });

/** How many values there are inside; it stops counting beyond `most`. */
function elementsIn(value: unknown, most: number): number {
  let count = 0;
  const open = [value];
  for (let next = open.pop(); next !== undefined && count <= most; next = open.pop()) {
    if (next === null || typeof next !== "object") continue;
    const inside = Object.values(next);
    count += inside.length;
    if (count <= most) open.push(...inside.filter((x) => x !== null && typeof x === "object"));
  }
  return count;
}
