import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readScenario, type ReadOptions, ScenarioErrors } from "../../engine/authoring.ts";
import { type Language, parsePath } from "../../engine/index.ts";
import type { Draw, Lesson, LessonWords } from "../../ui/pages/learn/lesson.ts";
import { readMarkdown } from "./markdown.ts";

const SCENARIOS = join(import.meta.dirname, "../../scenarios");

/** Folders of lessons, in the order they are taught. */
export const lessonIds = (): string[] => readdirSync(join(SCENARIOS, "lessons")).toSorted();

const path = z.string().refine((p) => parsePath(p) !== null, "no path of a series");
/** Front matter. The first six say what is drawn and must be the same in both languages. */
const frontMatter = z.strictObject({
  series: path,
  scale: z.tuple([z.number(), z.number()]),
  from: z.iso.date(),
  points: z.int().min(3).max(16),
  seeds: z.int().min(1).max(40).default(1),
  minutes: z.int().min(5).max(60),
  what: z.string().min(1),
  unit: z.string(),
  per: z.number().positive().default(1),
  also: z.record(path, z.string()).default({}),
});

/** A lesson from its folder. @throws Error that names the file and what is wrong with it. */
export function readLesson(id: string): Lesson {
  const file = (name: string) => `scenarios/lessons/${id}/${name}`;
  const text = (name: string) => readFileSync(join(SCENARIOS, "lessons", id, name), "utf8");
  const yaml = text("scenario.yaml");
  const resolve = (name: string) => resolved(name, { file: file("scenario.yaml"), text: yaml });
  const { scenario } = scenarioOf(yaml, file("scenario.yaml"), resolve);
  const without = scenarioOf(text("without.yaml"), file("without.yaml"), resolve).scenario;
  const base = /^extends: *([\w.-]+) *$/m.exec(yaml)?.[1];
  if (!base)
    throw new Error(`${file("scenario.yaml")}: a lesson extends a scenario of the library, its baseline in Explore`);
  const [en, zh] = (["en", "zh"] as const).map((lang) => readWords(text(`${lang}.md`), file(`${lang}.md`), lang));
  if (JSON.stringify([en.draw, en.minutes]) !== JSON.stringify([zh.draw, zh.minutes]))
    throw new Error(`${file("en.md")} and zh.md must draw the same: series, scale, from, points, seeds, minutes, also`);
  return {
    id,
    minutes: en.minutes,
    scenario,
    without,
    text: yaml,
    base,
    draw: en.draw,
    words: { en: en.words, zh: zh.words },
  };
}

/** The lesson's own scenario, which the one without its mechanism extends, or one of the library. */
function resolved(name: string, own: { readonly file: string; readonly text: string }) {
  if (name === "./scenario.yaml") return own;
  const parent = `scenarios/library/${name}.yaml`;
  return { file: parent, text: readFileSync(join(SCENARIOS, "library", `${name}.yaml`), "utf8") };
}

function scenarioOf(text: string, file: string, resolve: ReadOptions["resolve"]) {
  try {
    return readScenario(text, { file, resolve });
  } catch (error) {
    throw error instanceof ScenarioErrors ? new Error(error.format("en"), { cause: error }) : error;
  }
}

function readWords(text: string, file: string, lang: Language): { draw: Draw; minutes: number; words: LessonWords } {
  const { front, words } = readMarkdown(text, file, lang);
  const read = frontMatter.safeParse(front);
  if (!read.success) throw new Error(`${file}: front matter: ${z.prettifyError(read.error)}`);
  const { what, unit, per, also, minutes, ...draw } = read.data;
  return {
    draw: { ...draw, also: Object.keys(also) },
    minutes,
    words: { what, unit, per, also: Object.values(also), ...words },
  };
}
