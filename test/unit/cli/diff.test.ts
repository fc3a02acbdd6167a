import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compareNumbers } from "../../../cli/diff/buckets.ts";
import { pricewar } from "../../support/cli.ts";

const root = join(import.meta.dirname, "../../..");
let older: string;

const KEPT = ["china-2024.yaml", "textbook-punishment.yaml"];

/** This version with one scenario's data changed, and only two scenarios: what an older one may look like. */
beforeAll(() => {
  older = mkdtempSync(join(tmpdir(), "pricewar-older-"));
  for (const name of ["dist/app", "dist/cli", "dist/lib", "package.json", ...KEPT.map((k) => `scenarios/library/${k}`)])
    cpSync(join(root, name), join(older, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(older, "node_modules"), "junction");
  const china = join(older, "scenarios/library", KEPT[0]);
  const [text, value] = [readFileSync(china, "utf8"), "mu: {value: 0.22"];
  expect(text).toContain(value);
  writeFileSync(china, text.replace(value, "mu: {value: 0.6"));
});
afterAll(() => rmSync(older, { recursive: true }));

test("numbers fall into buckets by how far they moved, and what moved most is named", () => {
  const before = new Map<string, number | null>(Object.entries({ a: 1, b: 1, c: 100, d: null, gone: 1 }));
  const after = new Map<string, number | null>(Object.entries({ a: 1, b: 1 + 1e-12, c: 99.5, d: 3, new: 1 }));
  const { counts, worst, added, removed } = compareNumbers(before, after);
  expect(counts).toEqual([1, 1, 0, 1, 0, 1]);
  expect(worst).toEqual({ path: "d", before: null, after: 3 });
  expect([added, removed]).toEqual([["new"], ["gone"]]);
});

test("diff says how much each scenario answers otherwise, and that changed data did it", async () => {
  const small = ["--agents", "200", "--weeks", "8", "--seed", "2", "--quiet"];
  const { code, stdout, stderr } = await pricewar(["diff", older, "--json", ...small]);
  expect([code, stderr]).toEqual([0, ""]);
  const { scenarios } = JSON.parse(stdout) as { scenarios: { id: string; why: string; found: unknown }[] };
  const why = Object.fromEntries(scenarios.map((s) => [s.id, s.why]));
  expect(why["china-2024"]).toBe("scenario");
  expect(why["textbook-punishment"]).toBe("same");
  expect(why.global).toBe("added");
  const told = await pricewar(["diff", older, "--lang", "zh", ...small]);
  expect(told.stdout).toMatch(/china-2024 .*情景数据/);
  expect(told.stdout).toMatch(/\d+ 个情景中有 1 个与 0\.1\.0 数值相同/);
});

test("what is no version and no folder of one is refused with what would be", async () => {
  const { code, stderr } = await pricewar(["diff", "nowhere"]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("expected a version such as 0.1.0")]);
});
