import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
// A plugin is known to the process that loaded it: each call here is a process of its own.
import { pricewarProcess as pricewar } from "../support/cli.ts";

const plugin = join(import.meta.dirname, "../support/plugins/half-way.mjs");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-plugin-"));
  copyFileSync(plugin, join(folder, "half-way.ts"));
  writeFileSync(join(folder, "bad.mjs"), 'export default { id: "hold" };');
  writeFileSync(join(folder, "broken.mjs"), "export default {");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const small = ["--agents", "200", "--weeks", "6", "--set", "vendors.alibaba.strategy={kind: half-way, target: 3}"];

describe("--plugin", () => {
  test("puts a strategy of one's own on the list, with its parameters, in both languages", async () => {
    const [en, zh, plain] = await Promise.all([
      pricewar(["list", "strategies", "--plugin", plugin]),
      pricewar(["list", "strategies", "--lang", "zh", "--plugin", plugin]),
      pricewar(["list", "strategies"]),
    ]);
    expect(en.stdout).toMatch(/half-way +Half way/);
    expect(en.stdout).toMatch(/target +Target price \[money\/Mtok\] = 1/);
    expect(zh.stdout).toMatch(/half-way +折半逼近/);
    expect(plain.stdout).not.toContain("half-way");
    const json = JSON.parse((await pricewar(["list", "strategies", "--json", "--plugin", plugin])).stdout);
    expect(json.strategies.at(-1).parameters.target.unit).toBe("money/Mtok");
  });
  test("runs it in a worker, from JavaScript and from TypeScript, to the same fingerprint", async () => {
    const runs = await Promise.all(
      [plugin, "half-way.ts"].map((file) =>
        pricewar(["run", "china-2024", "--json", "--plugin", file, ...small], { cwd: folder }),
      ),
    );
    for (const { code } of runs) expect(code).toBe(0);
    const [js, ts] = runs.map((r) => JSON.parse(r.stdout));
    expect(js.moves.some((m: { rule: string }) => m.rule === "half-way")).toBe(true);
    expect(ts.fingerprint).toBe(js.fingerprint);
  });
  test("a plugin that is missing, broken or misnamed is an error of use that names the file", async () => {
    const run = (file: string, lang = "en") => pricewar(["list", "--plugin", file, "--lang", lang], { cwd: folder });
    const [none, bad, broken] = await Promise.all([run("none.mjs"), run("bad.mjs", "zh"), run("broken.mjs")]);
    for (const { code, stderr } of [none, bad, broken]) {
      expect(code).toBe(2);
      expect(stderr).not.toMatch(/\n +at /);
    }
    expect(none.stderr).toBe("none.mjs: no such file\n");
    expect(bad.stderr).toBe("bad.mjs：名称“hold”已被占用\n");
    expect(broken.stderr).toMatch(/^broken\.mjs: the plugin cannot be read/);
  });
  test("that never ends its own loading is told, with code 1 and in --json", async () => {
    writeFileSync(join(folder, "waits.mjs"), "await new Promise(() => {});");
    const { code, stdout, stderr } = await pricewar(["list", "--json", "--plugin", "waits.mjs"], { cwd: folder });
    expect([code, JSON.parse(stdout).error.kind]).toEqual([1, "failed"]);
    expect(stderr).toContain("something waits for what can come no more");
    expect((await pricewar(["list", "--lang", "zh", "--plugin", "waits.mjs"], { cwd: folder })).stderr).toContain(
      "没有做完",
    );
  });
});
