import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { main, pricewar } from "../support/cli.ts";

const root = join(import.meta.dirname, "../..");
let folder: string;
let project: string;

/** A project as `npm install` would leave it, its packages those of this checkout. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-project-"));
  project = join(folder, "mine");
  const { code, stdout } = await pricewar(["new", "mine", "--project", "--json"], { cwd: folder });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).files).toContain(join("strategies", "match-lowest.ts"));
  mkdirSync(join(project, "node_modules"));
  symlinkSync(root, join(project, "node_modules/pricewar"), "junction");
  symlinkSync(join(root, "node_modules/tsx"), join(project, "node_modules/tsx"), "junction");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a new project checks, runs with its own strategy, and its test passes", async () => {
  const plugin = ["--plugin", "strategies/match-lowest.ts"];
  const small = ["--agents", "300", "--weeks", "13", "--quiet"];
  const checked = await pricewar(["check", "scenario.yaml", ...plugin], { cwd: project });
  expect([checked.code, checked.stderr]).toEqual([0, ""]);
  const ran = await pricewar(["run", "scenario.yaml", "--json", ...plugin, ...small], { cwd: project });
  const { moves } = JSON.parse(ran.stdout) as { moves: { product: string; rule: string }[] };
  expect(moves.filter(({ product }) => product.startsWith("zhipu.")).map(({ rule }) => rule)).toContain("match-lowest");
  const tested = spawnSync(process.execPath, ["--import", "tsx", "--test", "strategies/match-lowest.test.ts"], {
    cwd: project,
    encoding: "utf8",
  });
  expect(tested.stdout).toMatch(/# pass 1/);
});

test("its workflow compares the scenario of a pull request with the base's, as its lines stand", async () => {
  const workflow = parse(readFileSync(join(project, ".github/workflows/difference.yml"), "utf8")) as {
    readonly jobs: {
      readonly difference: { readonly steps: readonly { readonly name?: string; readonly run?: string }[] };
    };
  };
  const { run } = workflow.jobs.difference.steps.find(({ name }) => name === "Compare")!;
  mkdirSync(join(project, "base"));
  const own = readFileSync(join(project, "scenario.yaml"), "utf8");
  writeFileSync(join(project, "base/scenario.yaml"), own.replace(/^vendors:/m, "demand: {mu: 0.4}\nvendors:"));
  mkdirSync(join(project, "node_modules/.bin"));
  const command = join(project, "node_modules/.bin/pricewar");
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`, { mode: 0o755 });
  const summary = join(folder, "summary.md");
  const small = run!.replace("-n 10 --agents 2000", "-n 2 --agents 200 --weeks 8");
  expect(small).not.toBe(run);
  const env = { ...process.env, GITHUB_STEP_SUMMARY: summary };
  const done = spawnSync("bash", ["-e", "-c", small], { cwd: project, encoding: "utf8", env });
  expect([done.status, done.status === 0 ? "" : done.stderr]).toEqual([0, ""]);
  expect(readFileSync(summary, "utf8")).toMatch(/^```\n[^]*\d[^]*\n```\n$/);
});

test("a project asks for the version that made it, in a folder that was empty", async () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  expect(JSON.parse(readFileSync(join(project, "package.json"), "utf8")).dependencies.pricewar).toBe(version);
  const again = await pricewar(["new", "mine", "--project"], { cwd: folder });
  expect([again.code, again.stderr]).toEqual([2, "mine exists; it is left as it is\n"]);
});
