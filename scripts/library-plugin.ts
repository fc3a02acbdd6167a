import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin } from "vite";
import { readScenario, ScenarioErrors } from "../engine/authoring.ts";

const FOLDER = "scenarios/library";
const INDEX = "virtual:library";
const ONE = "virtual:scenario/";
const FIRST = ["china-2024", "today"]; // of what the app offers; then by name

function parsed(root: string, id: string) {
  const read = (name: string) => ({
    file: `${FOLDER}/${name}.yaml`,
    text: readFileSync(join(root, FOLDER, `${name}.yaml`), "utf8"),
  });
  const { file, text } = read(id);
  try {
    return readScenario(text, { file, resolve: read });
  } catch (error) {
    throw error instanceof ScenarioErrors ? new Error(error.format("en"), { cause: error }) : error;
  }
}

/**
 * Library scenarios as JSON at build time, so that the app starts without the YAML parser and the schema.
 * `virtual:library` lists them with their titles and a loader each; `virtual:scenario/<id>` is one.
 */
export function libraryPlugin(): Plugin {
  const root = join(import.meta.dirname, "..");
  const read = new Map<string, ReturnType<typeof parsed>>();
  const scenarioOf = (id: string) => {
    if (!read.has(id)) read.set(id, parsed(root, id));
    return read.get(id)!;
  };
  /** The scenario of the library that it goes back to by `extends`. */
  const familyOf = (id: string): string => {
    const text = readFileSync(join(root, FOLDER, `${id}.yaml`), "utf8");
    const parent = /^extends: *([\w-]+) *$/m.exec(text)?.[1];
    return parent === undefined ? id : familyOf(parent);
  };
  const ids = () => {
    const all = readdirSync(join(root, FOLDER)).filter((name) => name.endsWith(".yaml"));
    return [...new Set([...FIRST, ...all.map((name) => basename(name, ".yaml")).toSorted()])];
  };
  return {
    name: "pricewar-library",
    resolveId: (id) => (id === INDEX || id.startsWith(ONE) ? `\0${id}` : null),
    load(id) {
      if (id === `\0${INDEX}`) {
        const rows = ids().map((name) => {
          const { title, question, clock } = scenarioOf(name).scenario;
          const data = JSON.stringify({ id: name, title, question, clock, family: familyOf(name) });
          return `{ ...${data}, load: () => import("${ONE}${name}").then((m) => m.default) }`;
        });
        return `export default [${rows.join(",\n")}];`;
      }
      if (!id.startsWith(`\0${ONE}`)) return null;
      const { scenario, provenance } = scenarioOf(id.slice(ONE.length + 1));
      return `export default ${JSON.stringify({ scenario, provenance })};`;
    },
  };
}
