import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "vite";
import { expect, test } from "vitest";

/**
 * The house from the ground up. A file imports from its own place and from floors below;
 * places on one floor do not meet.
 */
const FLOORS: readonly (readonly string[])[] = [
  ["engine/math", "engine/text", "engine/cache.ts"],
  ["engine/price.ts", "engine/expression"],
  ["engine/scenario"],
  ["engine/registry.ts"],
  ["engine/costs", "engine/equilibrium", "engine/mechanisms", "engine/tariff"],
  ["engine/learning", "engine/theory"],
  ["engine/model"],
  ["engine/recording"],
  ["engine/finance", "engine/research", "engine/demand"],
  ["engine/events", "engine/strategies"],
  ["engine/compile"],
  ["engine/market"],
  ["engine/metrics"],
  ["engine/plugins.ts", "engine/benchmarks", "engine/experiments", "engine/backtest"],
  ["engine/authoring", "engine/explain", "engine/game", "engine/validation"],
  ["engine/class"],
  ["engine/index.ts", "engine/authoring.ts", "engine/validation.ts"],
  ["workers"],
  ["experiments"],
  ["words"],
  ["prices"],
  ["charts/theme"],
  ["charts/data"],
  ["charts/geometry"],
  ["charts/marks"],
  ["charts/gallery"],
  ["report"],
  ["server"],
  ["cli", "ui"],
];

const root = join(import.meta.dirname, "..");
const placeOf = (file: string) => FLOORS.flat().find((place) => file === place || file.startsWith(`${place}/`));
const floorOf = (place: string) => FLOORS.findIndex((floor) => floor.includes(place));

const files = execFileSync("git", ["ls-files", "*.ts", "*.tsx"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && !file.includes("/assembly/") && placeOf(file) !== undefined);

/** Every file a file names in an import or a re-export, for values and types alike, also where it loads it later. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), "utf8");
  const { staticImports, staticExports, dynamicImports } = parseSync(file, source).module;
  const named = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start + 1, end - 1)),
  ];
  return named.filter((name) => name.startsWith(".")).map((name) => normalize(join(dirname(file), name)));
}

test("no import climbs: what a file needs lies in its own place or on a floor below", () => {
  const climbing = files.flatMap((file) => {
    const from = placeOf(file)!;
    return importsOf(file)
      .filter((target) => {
        const to = placeOf(target);
        return to !== undefined && to !== from && floorOf(to) >= floorOf(from);
      })
      .map((target) => `${file} -> ${target}`);
  });
  expect(climbing).toEqual([]);
});

test("every file of the product stands on a floor", () => {
  const homeless = execFileSync(
    "git",
    ["ls-files", "engine", "words", "prices", "charts", "workers", "experiments", "report", "server", "cli", "ui"],
    {
      cwd: root,
      encoding: "utf8",
    },
  )
    .split("\n")
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts") && placeOf(file) === undefined);
  expect(homeless).toEqual([]);
});
