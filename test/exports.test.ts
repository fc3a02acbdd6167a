import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { parseSync } from "vite";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = execFileSync("git", ["ls-files", "*.ts", "*.tsx", "*.mts", "*.mjs"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && !file.includes("/assembly/"));
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")] as const));

/** What a package gives its users, and files that a tool loads by their names. */
const ENTRIES = /^(engine\/(index|authoring|validation)|cli\/library|(test\/mutants\/)?[^/]*\.config)\.m?(ts|js)$/;

const EVERYTHING = "*";
const modules = new Map([...sources].map(([file, source]) => [file, parseSync(file, source).module] as const));

const target = (from: string, name: string): string => normalize(join(dirname(from), name));

/** Names that are taken from each file, by whoever takes them: imports, re-exports, files loaded later as a whole. */
function taken(): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>();
  const take = (from: string, module: string, name: string) => {
    if (!module.startsWith(".")) return;
    const file = target(from, module);
    out.set(file, (out.get(file) ?? new Set()).add(name));
  };
  for (const [file, { staticImports, staticExports, dynamicImports }] of modules) {
    for (const { moduleRequest, entries } of staticImports)
      for (const { importName } of entries)
        take(file, moduleRequest.value, importName.kind === "Default" ? "default" : (importName.name ?? EVERYTHING));
    for (const { moduleRequest, importName } of staticExports.flatMap(({ entries }) => entries))
      if (moduleRequest) take(file, moduleRequest.value, importName.name ?? EVERYTHING);
    const source = sources.get(file)!;
    for (const { moduleRequest } of dynamicImports)
      take(file, source.slice(moduleRequest.start + 1, moduleRequest.end - 1), EVERYTHING);
    for (const [, module, name] of source.matchAll(/import\("([^"]+)"\)\.(\w+)/g)) take(file, module, name); // types
  }
  return out;
}

/** Read by the compiler alone: that schema and nouns say the same; types of questions, which declarations name. */
const COMPILED = /^engine\/(authoring\/schema\.ts SchemaMatches|explain\/questions\/\S+ [A-Z]\w+)$/;

/** Homework is built with this file for the phone that talks to a server: the same names, another source. */
const STAND_IN = /^ui\/solo\/phone\.ts /;

/** Whether a tool or a test starts this file by its name. */
const isNamed = (file: string) =>
  [...sources].some(([other, source]) => other !== file && source.includes(`${basename(file)}"`));

test("no export is dead: somebody takes each by its name, or it is what the package gives its users", () => {
  const used = taken();
  const dead = [...modules].flatMap(([file, { staticExports }]) => {
    if (ENTRIES.test(file) || /\.d\.m?ts$/.test(file) || used.get(file)?.has(EVERYTHING)) return [];
    return staticExports
      .flatMap(({ entries }) => entries)
      .map(({ exportName }) => (exportName.kind === "Default" ? "default" : exportName.name))
      .filter((name) => name && !used.get(file)?.has(name))
      .filter((name) => name !== "default" || !isNamed(file))
      .map((name) => `${file} ${name}`)
      .filter((entry) => !COMPILED.test(entry) && !STAND_IN.test(entry));
  });
  expect(dead).toEqual([]);
});
