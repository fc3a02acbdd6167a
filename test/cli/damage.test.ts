import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pricewar } from "../support/cli.ts";
import { hashes, writeTextbookDesign } from "../support/experiments.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-damage-"));
  writeTextbookDesign(folder, 4, { agents: 50 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sweep = (...more: string[]) => pricewar(["sweep", "design.yaml", "--out", "out", ...more], { cwd: folder });
const at = (name: string) => join(folder, "out", name);

/** Turns one bit of a file. */
function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  writeFileSync(path, bytes);
}

describe("a finished folder that was damaged", () => {
  test.each([
    ["a table cut short", "runs.parquet", (path: string) => truncateSync(path, 300)],
    ["a bit of a table", "series.parquet", flip],
    ["a table gone", "runs.parquet", (path: string) => rmSync(path)],
    [
      "a bit of the summary",
      "summary.json",
      (path: string) => writeFileSync(path, readFileSync(path, "utf8").replace(/\d/, "7")),
    ],
  ])("%s: its runs are done anew, to the same bytes, and it is said", async (_what, name, damage) => {
    expect((await sweep()).code).toBe(0);
    const before = hashes(join(folder, "out"));
    damage(at(name));
    const { code, stderr } = await sweep("--resume");
    expect(code).toBe(0);
    expect(stderr).toMatch(/damaged/);
    expect(hashes(join(folder, "out"))).toEqual(before);
  });
  test("a manifest that was edited is refused, by resume and by export", async () => {
    await sweep();
    writeFileSync(at("manifest.json"), readFileSync(at("manifest.json"), "utf8").replace('"seed": 3', '"seed": 4'));
    expect((await sweep("--resume")).stderr).toMatch(/manifest.json is damaged/);
    const exported = await pricewar(["export", "out"], { cwd: folder });
    expect([exported.code, exported.stderr]).toEqual([2, expect.stringMatching(/manifest.json is damaged/)]);
  });
  test("a run's folder is not exported either", async () => {
    await pricewar(["run", "textbook.yaml", "--out", "out", "--quiet"], { cwd: folder });
    flip(at("series.parquet"));
    const { code, stderr } = await pricewar(["export", "out"], { cwd: folder });
    expect([code, stderr]).toEqual([
      2,
      "out/series.parquet is damaged: it is not as it was written; make the folder anew\n",
    ]);
  });
});

test("a folder whose manifest holds nothing is refused by whoever reads it", async () => {
  await pricewar(["run", "textbook.yaml", "--out", "out", "--quiet"], { cwd: folder });
  for (const text of ["null", "1", "[]", '{"arms": null}']) {
    writeFileSync(at("manifest.json"), text);
    for (const words of [
      ["export", "out"],
      ["report", "out", "--out", "made"],
      ["merge", "out", "--out", "made"],
    ]) {
      const { code, stderr } = await pricewar(words, { cwd: folder });
      expect([words[0], text, code]).toEqual([words[0], text, 2]);
      expect(stderr).not.toMatch(/undefined|null|TypeError|Cannot/);
    }
  }
});

test("a sweep that cannot begin leaves no folder that the next would stumble over", async () => {
  const { code } = await sweep("--backend", "redis://127.0.0.1:1");
  expect(code).toBe(2);
  expect(existsSync(join(folder, "out"))).toBe(false);
  expect((await sweep()).code).toBe(0);
});

const STRANGE: readonly (readonly [string, (path: string) => void])[] = [
  ["a pipe", (path) => void execFileSync("mkfifo", [path])],
  ["a device that never ends", (path) => symlinkSync("/dev/zero", path)],
];

describe.skipIf(process.platform === "win32").each(STRANGE)("%s in a folder of runs", (_what, put) => {
  test.each(["manifest.json", "check.json", "runs.parquet", "summary.json"])(
    "is refused by name in place of a file, not waited for: %s",
    async (name) => {
      expect((await sweep()).code).toBe(0);
      rmSync(at(name));
      put(at(name));
      const exported = await pricewar(["export", "out", "--table", "runs", "--format", "csv", "--out", "made"], {
        cwd: folder,
      });
      expect(exported).toMatchObject({ code: 2, stderr: expect.stringContaining(name) });
      const resumed = await sweep("--resume");
      // Sums that are gone are made anew with their runs; all else stands in the way.
      if (name === "check.json") expect(resumed).toMatchObject({ code: 0, stderr: expect.stringContaining("damaged") });
      else expect(resumed).toMatchObject({ code: 2, stderr: expect.stringContaining(name) });
    },
  );
});

test("a folder without the sums of its files is exported, and it is said that nothing vouches for them", async () => {
  expect((await sweep()).code).toBe(0);
  rmSync(at("check.json"));
  const words = ["export", "out", "--table", "runs", "--format", "csv", "--out", "made"];
  expect(await pricewar(words, { cwd: folder })).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("no check.json"),
  });
});
