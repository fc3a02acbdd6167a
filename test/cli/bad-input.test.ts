import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pricewar } from "../support/cli.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

describe("bad input is refused with exit code 2, a located message and no stack trace", () => {
  const cases: readonly (readonly [what: string, name: string, text: string | Uint8Array, message: RegExp])[] = [
    [
      "a misspelt key",
      "key.yaml",
      "extends: china-2024\nid: a\nvendors: {deepseek: {trsut: 1}}\n",
      /key.yaml:3:\d+ .*“trust”/,
    ],
    ["an empty file", "empty.yaml", "", /empty.yaml:1:1 .*empty/],
    ["a 50 MB file", "big.yaml", "a".repeat(50_000_000), /big.yaml:1:1 .*too large \(over 1 MB\)/],
    ["a binary file", "binary.yaml", Uint8Array.from({ length: 3000 }, (_, k) => (k * 37) % 256), /binary.yaml:1:1 /],
  ];
  test.each(cases)("%s", async (_what, name, text, message) => {
    for (const verb of ["check", "run"]) {
      const { code, stdout, stderr } = await pricewar([verb, file(name, text)], { cwd: folder });
      expect(code).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/\n\s+at |Error:/);
    }
  });
  test.each([
    [["run"], /missing required argument/],
    [["run", "nowhere"], /no scenario or file “nowhere”/],
    [["frobnicate"], /unknown command/],
    [["serch", "--help"], /unknown command 'serch'/],
    [["--lang", "en", "serch", "-h"], /unknown command 'serch'/],
    [["run", "china-2024", "--weeks", "many"], /--weeks many/],
    [["run", "china-2024", "--lang", "fr"], /zh or en/],
    [["run", "china-2024", "--agents", "0"], /demand.agents/],
    [["list", "strategeis"], /no kind/],
  ] as const)("%j", async (args, message) => {
    const { code, stderr } = await pricewar(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe("what is wrong with a command line is said in Chinese too", () => {
  test.each([
    [["run"], "缺少参数 scenario"],
    [["runn"], "没有命令 runn\n（是不是 run？）"],
    [["run", "china-2024", "--bogus"], "没有选项 --bogus"],
    [["run", "china-2024", "--seed"], "选项 --seed <seed> 缺少取值"],
    [["run", "china-2024", "again"], "参数过多：应为 1 个，给了 2 个"],
    [["run", "china-2024", "--weeks", "0"], "--weeks 0：应为 1 到 5200 之间的整数"],
    [["run", "china-2024", "--set", "mu"], "--set mu：应写作“路径=值”，如 --set demand.mu=0.3"],
    [["export", ".", "--table", "rows"], "--table rows：应为 runs、series"],
    [["status", "--backend", "redis://127.0.0.1:1"], "连不上 redis://127.0.0.1:1：那里没有服务在应答"],
    [["serve", "--host", "nohost.invalid"], "nohost.invalid：找不到这台主机"],
  ] as const)("%j", async (args, said) => {
    const { code, stdout, stderr } = await pricewar(args, { env: { LANG: "zh_CN.UTF-8" } });
    expect(stderr).toBe(`${said}\n`);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
  test("help has no English titles in it; --lang may stand before the verb", async () => {
    const { stdout } = await pricewar(["--lang", "zh", "run", "--help"]);
    expect(stdout).toMatch(/用法：[^]*选项：[^]*示例/);
    expect(stdout).not.toMatch(/Usage|Options|default|display/);
  });
  test("a misspelt scenario is told its name, a folder that it is one", async () => {
    expect((await pricewar(["run", "china-2042"])).stderr).toMatch(/did you mean “china-2024”\?/);
    expect((await pricewar(["run", "china-2042", "--lang", "zh"])).stderr).toMatch(/是不是“china-2024”？/);
    expect((await pricewar(["check", "."])).stderr).toBe(".: a folder; expected a scenario file\n");
  });
});
