import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { pricewar } from "../support/cli.ts";

const USELESS = [
  ["cost", "deepseek-v2", "--set", "foo=bar"],
  ["list", "--weeks", "3"],
  ["new", "x.yaml", "--set", "vendors.zhipu.trust=1"],
  ["merge", "a", "b", "--seed", "2"],
  ["validate", "c01a", "--agents", "3"],
  ["serve", "--kernel", "js"],
  ["export", ".", "--agents", "3"],
  ["check", "china-2024", "--workers", "2"],
] as const;

test.each(USELESS.map((words) => [words.join(" "), words] as const))(
  "a flag that would do nothing is refused and not in the help: %s",
  async (_all, words) => {
    const flag = words.find((word) => word.startsWith("--"))!;
    const { code, stdout, stderr } = await pricewar(words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`unknown option '${flag}'`);
    expect((await pricewar([words[0], "--help"])).stdout).not.toContain(`${flag} <`);
  },
);

test.each([
  ["run", "textbook-logit", "--weeks", "0x3"],
  ["run", "textbook-logit", "--weeks", ""],
  ["ensemble", "textbook-logit", "--output", "market.users", "--width", "Infinity"],
  ["learning", "textbook-learning", "--alpha", "0x0.1"],
])("a number is what people write as one: %s %s … is refused", async (...words) => {
  const { code, stderr } = await pricewar(words);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/expected/)]);
});

test("a verb that runs scenarios has all of them", async () => {
  const { stdout } = await pricewar(["run", "--help"]);
  for (const flag of ["set", "plugin", "seed", "agents", "weeks", "workers", "kernel"])
    expect(stdout).toContain(`--${flag} <`);
});

test("--json of new is one object", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "pricewar-flags-"));
  const { stdout } = await pricewar(["new", "mine.yaml", "--json"], { cwd });
  expect(JSON.parse(stdout)).toEqual({ file: "mine.yaml", id: "mine", extends: "china-2024" });
  rmSync(cwd, { recursive: true });
});

test("new finds the file it builds on from wherever the new one lies, and begins in one way", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "pricewar-flags-"));
  mkdirSync(join(cwd, "sub"));
  await pricewar(["new", "base.yaml"], { cwd });
  expect((await pricewar(["new", "sub/mine.yaml", "--from", "base.yaml"], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, "sub/mine.yaml"), "utf8")).toMatch(/^extends: \.\.\/base\.yaml$/m);
  expect((await pricewar(["check", "sub/mine.yaml"], { cwd })).code).toBe(0);
  const both = await pricewar(["new", "other.yaml", "--blank", "--from", "base.yaml"], { cwd });
  expect([both.code, both.stderr]).toEqual([2, expect.stringContaining("--from and --blank are two ways to begin")]);
  rmSync(cwd, { recursive: true });
});

test("a script that closes no pool ends when its runs are done", () => {
  const library = pathToFileURL(join(import.meta.dirname, "../../dist/lib/index.js")).href;
  const script = `import { loadScenario, nodePool } from ${JSON.stringify(library)};
    const scenario = await loadScenario("textbook-logit", { weeks: 2 });
    const { dates } = await nodePool(2).run({ scenario, seed: 1 }, { onProgress() {} });
    console.log(dates.length);`;
  const folder = mkdtempSync(join(tmpdir(), "pricewar-pool-"));
  const file = join(folder, "script.mjs"); // workers do not take a script given by --eval
  writeFileSync(file, script);
  const child = spawnSync(process.execPath, [file], { encoding: "utf8", timeout: 120_000 });
  rmSync(folder, { recursive: true });
  expect([child.status, child.stdout.trim(), child.stderr]).toEqual([0, "2", ""]);
});
