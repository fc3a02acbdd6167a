import { join } from "node:path";
import type { Plugin } from "vite";
import { lessonIds, readLesson } from "./read.ts";
import { teachingOf } from "./teaching.ts";

const INDEX = "virtual:lessons";
const ONE = "virtual:lesson/";
const TEACHING = "virtual:teaching/";
const FOLDER = join(import.meta.dirname, "../../scenarios/lessons");

/**
 * Lessons as JSON at build time, so that the app ships no Markdown or YAML parser for them. `virtual:lessons` lists
 * them with their titles and loaders; `virtual:lesson/<id>` is one,
 * `virtual:teaching/<id>` what its teacher needs.
 */
export function lessonsPlugin(): Plugin {
  return {
    name: "pricewar-lessons",
    resolveId: (id) => (id === INDEX || id.startsWith(ONE) || id.startsWith(TEACHING) ? `\0${id}` : null),
    load(id) {
      if (id.startsWith(`\0${TEACHING}`)) return taught(this, id.slice(TEACHING.length + 1));
      if (id === `\0${INDEX}`) return `export default [${lessonIds().map(entry).join(",\n")}];`;
      if (!id.startsWith(`\0${ONE}`)) return null;
      const name = id.slice(ONE.length + 1);
      for (const file of ["zh.md", "en.md", "scenario.yaml", "without.yaml"])
        this.addWatchFile(join(FOLDER, name, file));
      return `export default ${JSON.stringify(readLesson(name))};`;
    },
  };
}

/** Lessons as files of data next to what is built, for pages that stand alone. */
export function lessonFilesPlugin(): Plugin {
  return {
    name: "pricewar-lesson-files",
    generateBundle() {
      for (const id of lessonIds())
        this.emitFile({ type: "asset", fileName: `lessons/${id}.json`, source: JSON.stringify(readLesson(id)) });
    },
  };
}

function taught(context: { addWatchFile(file: string): void }, name: string): string {
  context.addWatchFile(join(FOLDER, name, "teach.yaml"));
  return `export default ${JSON.stringify(teachingOf(name))};`;
}

function entry(name: string): string {
  const { minutes, scenario } = readLesson(name);
  const row = JSON.stringify({
    id: name,
    minutes,
    title: scenario.title,
    question: scenario.question,
    aim: teachingOf(name).aim,
  });
  const loader = (of: string) => `() => import("${of}${name}").then((m) => m.default)`;
  return `{ ...${row}, load: ${loader(ONE)}, teaching: ${loader(TEACHING)} }`;
}
