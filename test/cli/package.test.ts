import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const windows = process.platform === "win32";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  exports: Record<string, unknown>;
  bin: Record<string, string>;
  dependencies: Record<string, string>;
};

const pack = (...flags: string[]) =>
  JSON.parse(
    execFileSync("npm", ["pack", "--json", "--ignore-scripts", ...flags], {
      cwd: root,
      encoding: "utf8",
      shell: windows,
      stdio: ["ignore", "pipe", "ignore"],
    }),
  ) as [{ filename: string; files: { path: string }[] }];

/** What somebody who installed the package may write, strictly typed. */
const OUTSIDE = `
import {
  compare, ensemble, explain, loadScenario, registerCostModel, registerMetric, registerStrategy,
  scaled, simulate, strategy,
  type CostModel, type Metric, type Recording, type Strategy,
} from "pricewar";
import { CALVANO, checkers } from "pricewar/validation";

export const known: number = checkers.list().length + CALVANO.delta;
const scenario = await loadScenario("china-2024", { set: { "demand.agents": 500 }, weeks: 4 });
const recording: Recording = await simulate(scenario, { seed: 1, onProgress: (done: number) => void done });
export const dates: readonly string[] = recording.dates;
export const mean: number | undefined = (await compare(scenario, scenario, { runs: 2 }))["market.hhi"]?.mean;
export const failed: number = (await ensemble(scenario, { runs: 2 })).failed;
export const verdict: string | null | undefined = (await explain(scenario, { runs: 2 })).explanation.index?.verdict;

const words = { label: { en: "Mine", zh: "自写" }, description: { en: "Mine.", zh: "自写。" } };
const plugin = { id: "mine", ...words, parameters: {}, example: {} };
const mine: Strategy = strategy({
  ...plugin,
  parameters: { part: { type: "number", default: 0.5, label: words.label } },
  reasons: { half: { en: "a part of it", zh: "只取一部分" } },
  remember: () => ({ done: false }),
  decide: (view, { part }, memory) =>
    memory.done ? [] : view.own.map((p) => ({ product: p.index, to: scaled(p.tariff, part), because: "half" })),
});
const cost: CostModel = {
  ...plugin,
  prepare: () => null,
  unitCost: () => ({ input: 1, output: 1, factors: [1, 1, 1, 1, 1] }),
};
const metric: Metric = {
  id: "mine",
  ...words,
  entity: "market",
  unit: "1",
  compute: (r) => new Float64Array(r.dates.length),
};
registerStrategy(mine);
registerCostModel(cost);
registerMetric(metric);
// @ts-expect-error a seed is no list: types that are all "any" would let it pass
void simulate(scenario, { seed: [1] });
`;

/** An empty folder with the package in it as npm would unpack it, and of its dependencies those it declares. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-outside-"));
  const [{ filename }] = pack("--pack-destination", folder);
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  execFileSync("tar", ["-xf", join(folder, filename), "-C", modules]);
  renameSync(join(modules, "package"), join(modules, "pricewar"));
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(modules, name), "junction");
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a strict TypeScript program outside type-checks against the package, its types' own types included", () => {
  const compilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2023", "dom"],
    types: [],
    noEmit: true,
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["outside.ts"] }));
  writeFileSync(join(folder, "outside.ts"), OUTSIDE);
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const checked = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
  expect(checked.stdout).toBe("");
  expect(checked.status).toBe(0);
});

test("the package runs with nothing beside it but the dependencies that it declares", () => {
  const main = join(folder, "node_modules/pricewar/dist/cli/main.js");
  const pricewar = (...words: string[]) =>
    spawnSync(process.execPath, [main, ...words, "--agents", "300", "--weeks", "4", "--quiet"], {
      cwd: folder,
      encoding: "utf8",
    });
  const ran = pricewar("run", "china-2024", "--out", "one", "--json");
  expect(ran.stderr).toBe("Results are in one\n");
  expect(JSON.parse(ran.stdout).fingerprint).toMatch(/^[0-9a-f]{16}$/);
  for (const format of ["html", "xlsx", "pptx", "png"]) {
    const { status, stderr } = pricewar("report", "china-2024", "-n", "2", "--format", format, "--out", format);
    expect([format, status, stderr.replace(/^.* \S+$\n?/gm, "")]).toEqual([format, 0, ""]);
  }
});

test("what READMEs link to comes with the package", () => {
  const home = join(folder, "node_modules/pricewar");
  for (const name of ["README.md", "README.zh.md"]) {
    const links = [...readFileSync(join(home, name), "utf8").matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)];
    expect(links.length).toBeGreaterThan(10);
    expect(links.map(([, path]) => path).filter((path) => !existsSync(join(home, path)))).toEqual([]);
  }
});

test("the command is a script that the system can start by itself, as npm's bin links do", () => {
  const [first] = readFileSync(join(root, "dist/cli/main.js"), "utf8").split("\n", 1);
  expect(first).toBe("#!/usr/bin/env node");
});

test("the package holds what its package.json points to", () => {
  const paths = new Set(pack("--dry-run")[0].files.map(({ path }) => path));
  const { exports, bin } = manifest;
  const named = Object.values(exports).flatMap((to) => (typeof to === "string" ? [to] : Object.values(to as object)));
  expect(named.length).toBeGreaterThan(4);
  for (const path of [...named.map((to) => String(to).slice(2)), ...Object.values(bin), "dist/app/index.html"])
    expect(paths).toContain(path);
});

/** What a built module imports, it and all it imports. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  for (const [, name] of readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^;'"]*?["']([^"']+)["']/gm)) {
    const inside = name.startsWith(".");
    const to = inside ? join(dirname(file), name) : name;
    if (seen.has(to)) continue;
    seen.add(to);
    if (inside) importsOf(to, seen);
  }
  return seen;
}

test("the engine and the reader of scenario files ask for nothing of Node: a page may import them", async () => {
  for (const name of ["index", "authoring"]) {
    const outside = [...importsOf(join(root, `dist/engine/${name}.js`))].filter((to) => !to.startsWith(root));
    expect([name, outside]).toEqual([name, []]);
  }
  expect([...importsOf(join(root, "dist/lib/index.js"))].some((to) => to.startsWith("node:"))).toBe(true);
  const { metrics } = (await import(pathToFileURL(join(root, "dist/engine/index.js")).href)) as {
    metrics: { ids(): readonly string[] };
  };
  expect(metrics.ids()).toContain("tokenShare");
});
