import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { LENGTHS, planOf, type Teaching } from "../../ui/pages/learn/teaching.ts";

const words = { en: z.string().min(1), zh: z.string().regex(/\p{Script=Han}|\d/u) };
const text = z.strictObject(words);
const minutes = z.int().min(0).max(60);

const file = z.strictObject({
  aim: text,
  steps: z.array(z.strictObject({ minutes: z.tuple([minutes, minutes, minutes]), ...words })),
  board: z.array(text).min(2),
  questions: z.array(z.strictObject({ ask: text, answer: text })).min(3),
  misconceptions: z.array(z.strictObject({ says: text, but: text })).min(2),
});

/** What a teacher needs for a lesson, from its text. @throws Error that names the file and what is wrong with it. */
export function readTeaching(yaml: string, name: string): Teaching {
  const read = file.safeParse(parse(yaml));
  if (!read.success) throw new Error(`${name}: ${z.prettifyError(read.error)}`);
  const steps = read.data.steps.map(({ minutes: each, en, zh }) => ({ minutes: each, words: { en, zh } }));
  for (const length of LENGTHS) {
    const sum = planOf({ steps }, length).at(-1)?.to ?? 0;
    if (sum !== length) throw new Error(`${name}: the steps for ${length} minutes take ${sum}`);
  }
  return { ...read.data, steps };
}

/** The same of a lesson's folder. */
export function teachingOf(id: string): Teaching {
  const name = `scenarios/lessons/${id}/teach.yaml`;
  return readTeaching(readFileSync(join(import.meta.dirname, "../..", name), "utf8"), name);
}
