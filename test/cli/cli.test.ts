import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordingFingerprint } from "../../engine/index.ts";
import { columnsOf } from "../../words/columns.ts";
import { main, pricewar, pricewarProcess, UNSETTLED } from "../support/cli.ts";
import { library, simulate } from "../support/scenarios.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const small = ["--agents", "400", "--weeks", "12", ...UNSETTLED];

describe("pricewar run", () => {
  test("--json prints one object of the promised shape, with the fingerprint of the recorded numbers", async () => {
    const { code, stdout, stderr } = await pricewar(["run", "china-2024", "--json", "--seed", "3", ...small]);
    expect(code).toBe(0);
    expect(stderr).toBe("China 2024: one cut, one cascade ...\n"); // progress; results alone go to stdout
    const result = JSON.parse(stdout);
    expect(result.scenario.id).toBe("china-2024");
    expect(result.dates).toHaveLength(84);
    for (const series of [
      result.products[0].priceInput,
      result.vendors[0].tokenShare,
      result.vendors[0].alive,
      result.market.hhi,
    ])
      expect(series).toHaveLength(84);
    expect(stdout).not.toMatch(/NaN|Infinity/);
    const set = { "demand.agents": 400, "clock.end": "2024-06-23", "clock.burnInWeeks": 8 };
    const same = simulate(library("china-2024", set), { seed: "3" });
    expect(result.fingerprint).toBe(recordingFingerprint(same));
    expect(result.moves.length).toBeGreaterThan(0);
    const v2 = result.products.find((p: { id: string }) => p.id === "deepseek.v2");
    const launch = result.dates.indexOf("2024-05-06");
    expect(v2.priceOutput.slice(launch - 1, launch + 1)).toEqual([null, 2]); // nobody could buy it before
    expect(Object.keys(result.moves[0])).toEqual(["date", "product", "from", "to", "rule", "because"]);
  });
  test("prints answers, a chart and tables in both languages, with no escape of one into the other", async () => {
    const [en, zh] = await Promise.all(
      ["en", "zh"].map((lang) => pricewar(["run", "china-2024", "--lang", lang, ...small])),
    );
    expect(en.code).toBe(0);
    expect(en.stdout).toMatch(/How far did prices fall\?/);
    expect(en.stdout).not.toMatch(/[\u4e00-\u9fff]/);
    expect(zh.stdout).toMatch(/价格跌了多少？/);
    expect(zh.stdout).not.toMatch(/How far|gross margin/);
  });
  test("says in the user's language which events --weeks leaves out", async () => {
    const event = "events: [{date: 2024-05-21, kind: price, product: alibaba.qwen-plus, price: {input: 4 CNY/Mtok}}]\n";
    const name = file("late.yaml", `extends: china-2024\nid: late\n${event}`);
    const run = (lang: string) =>
      pricewar(["run", name, "--lang", lang, "--agents", "100", "--weeks", "2"], { cwd: folder });
    expect((await run("en")).stderr).toMatch(
      /2024-05-21 price: after the last tick of this run \(2024-04-14\), left out/,
    );
    expect((await run("zh")).stderr).toMatch(/2024-05-21 price：晚于本次运行的最后一步（2024-04-14），已略去/);
  });
  test("--set changes one value, with units, and a wrong one is refused by name", async () => {
    const path = "vendors.deepseek.products.v2.price.input";
    const good = await pricewar(["run", "china-2024", "--json", "--set", `${path}=1 USD/Mtok`, ...small]);
    const v2 = JSON.parse(good.stdout).products.find((p: { id: string }) => p.id === "deepseek.v2");
    expect(v2.priceInput.at(-1)).toBeCloseTo(7.2, 9);
    const bad = await pricewar(["run", "china-2024", "--set", `${path}=1 USD/week`]);
    expect(bad.code).toBe(2);
    expect(bad.stderr).toMatch(/--set vendors.deepseek.*wrong unit “USD\/week”/);
  });
  test("--out writes a complete folder or none, and never over one that is there", async () => {
    const out = join(folder, "run-a");
    expect((await pricewar(["run", "china-2024", "--out", out, "--quiet", ...small])).code).toBe(0);
    expect(readdirSync(out).toSorted()).toEqual([
      "check.json",
      "manifest.json",
      "report.html",
      "series.parquet",
      "sql.html",
      "summary.json",
    ]);
    expect(readFileSync(join(out, "report.html"), "utf8")).toMatch(
      /China 2024: one cut, one cascade[^]*Who gained share/,
    );
    const again = await pricewar(["run", "china-2024", "--out", out, ...small]);
    expect(again.code).toBe(2);
    expect(again.stderr).toMatch(/exists/);
    const blocked = await pricewar(["run", "china-2024", "--out", join(out, "manifest.json", "run"), ...small]);
    expect(blocked.code).not.toBe(0);
    expect(blocked.stderr).not.toMatch(/\n\s+at /);
    const nowhere = await pricewar(["run", "china-2024", "--out", "/proc/nowhere/run", ...small]);
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toMatch(/no such file or folder|no permission to write/);
  });
  test.each([0, 300])(
    "a run interrupted after %d ms ends with 130 and leaves nothing half-written",
    async (interrupt) => {
      const out = join(folder, "run-b");
      const { code } = await pricewarProcess(["run", "china-2024", "--agents", "400000", "--out", out], { interrupt });
      expect(code).toBe(130);
      expect(existsSync(out)).toBe(false);
    },
  );
});

describe("a process", () => {
  const bad = ["run", "china-2024", "--weeks", "0"];
  test.each([
    ["the version", ["--version"]],
    ["a result, and how far it is", ["run", "china-2024", "--json", ...small]],
    ["a refusal", bad],
    ["a complaint in Chinese", [...bad, "--lang", "zh"]],
  ])("prints %s as a call in this process does, and ends with its code", async (_what, words) => {
    expect(await pricewarProcess(words)).toEqual(await pricewar(words));
  });
});

test("serve --classroom gives the address of Play, and ends with 130 on Ctrl-C", async () => {
  const child = spawn(process.execPath, [main, "serve", "--classroom", "--port", "0"]);
  const ended = new Promise((resolve) => child.once("close", resolve));
  const address = String(await new Promise((resolve) => child.stdout.once("data", resolve))).trim();
  expect(address).toMatch(/^http:\/\/localhost:\d+\/\?page=play$/);
  expect(await (await fetch(address)).text()).toMatch(/<title>/);
  child.kill("SIGINT");
  expect(await ended).toBe(130);
});

test("a port that is none is refused, whether a flag or the environment says it", async () => {
  const byFlag = await pricewar(["serve", "--port", "70000", "--lang", "zh"]);
  expect([byFlag.code, byFlag.stderr]).toEqual([2, "--port 70000：应为 0 到 65535 之间的整数\n"]);
  const byEnvironment = await pricewar(["serve"], { env: { PORT: "http" } });
  expect([byEnvironment.code, byEnvironment.stderr]).toEqual([
    2,
    "PORT http: expected a whole number from 0 to 65535\n",
  ]);
});

describe("the other verbs", () => {
  test("list names what there is, as text and as JSON", async () => {
    const { strategies, scenarios } = JSON.parse((await pricewar(["list", "--json"])).stdout);
    expect(strategies.map((s: { id: string }) => s.id)).toContain("follow");
    const charts = await pricewar(["list", "charts", "--lang", "zh"]);
    expect(charts.stdout).toMatch(/^图表\n[^]*tokenShare +.*份额/);
    expect(scenarios.map((s: { id: string }) => s.id)).toContain("china-2024-history");
    expect((await pricewar(["list", "strategies", "--lang", "zh"])).stdout).toMatch(/跟进/);
  });
  test("new writes a scenario that check accepts, in both languages, and never over a file", async () => {
    for (const lang of ["en", "zh"]) {
      const name = `mine-${lang}.yaml`;
      expect((await pricewar(["new", name, "--lang", lang], { cwd: folder })).code).toBe(0);
      expect((await pricewar(["check", name], { cwd: folder })).code).toBe(0);
      expect((await pricewar(["new", name], { cwd: folder })).code).toBe(2);
      const nowhere = await pricewar(["new", "/proc/nowhere/mine.yaml", "--lang", lang]);
      expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringMatching(/^\/proc\/nowhere\/mine.yaml[:：]/)]);
    }
    expect(readFileSync(join(folder, "mine-zh.yaml"), "utf8")).toMatch(/你自己的情景/);
  });
  test("compare pairs runs, says the interval and how much variance pairing saved", async () => {
    const { code, stdout } = await pricewar(["compare", "china-2024", "nobody-follows", "-n", "3", "--json", ...small]);
    expect(code).toBe(0);
    const { pairs, differences } = JSON.parse(stdout);
    expect(pairs).toBe(3);
    expect(differences[0].priceIndex.low).toBeLessThanOrEqual(differences[0].priceIndex.mean);
    expect(differences[0].priceIndex.mean).toBeGreaterThan(0); // prices end higher where nobody follows
  });
  test("--out keeps what is printed where a verb writes no folder, and never over a file", async () => {
    const out = join(folder, "cost.json");
    const cost = () => pricewar(["cost", "deepseek-v2", "--json", "--out", out]);
    const { code, stdout } = await cost();
    expect([code, readFileSync(out, "utf8")]).toEqual([0, stdout]);
    expect(JSON.parse(stdout).architecture).toBe("deepseek-v2");
    const again = await cost();
    expect([again.code, again.stderr]).toEqual([2, `${out} exists; choose another --out\n`]);
    expect(JSON.parse(again.stdout).error.message).toContain("exists");
  });
  test.each(["merge", "export"])(
    "the example of %s works when pasted, though it needs what others make",
    async (verb) => {
      const cwd = mkdtempSync(join(folder, "pasted-"));
      const { stdout } = await pricewar([verb, "--help"]);
      for (const command of stdout.split("Example:\n")[1].trim().split(/\n +/)) {
        const [, does, ...words] = command.split(" ");
        const quick = does === "run" || does === "sweep" ? UNSETTLED : [];
        const { code, stderr } = await pricewar([does, ...words, ...quick], { cwd });
        expect([command, code, stderr]).toEqual([command, 0, expect.not.stringMatching(/Error/)]);
      }
    },
  );
  test("help and a comparison fit into 80 columns, in both languages", async () => {
    for (const lang of ["en", "zh"]) {
      const [help, found] = await Promise.all([
        pricewar(["--help", "--lang", lang]),
        pricewar(["compare", "china-2024", "nobody-follows", "-n", "2", "--lang", lang, ...small]),
      ]);
      const wide = `${help.stdout}\n${found.stdout}`.split("\n").filter((line) => columnsOf(line.trimEnd()) > 80);
      expect(wide).toEqual([]);
    }
  });
  test("every verb's --help shows an example", async () => {
    const { stdout } = await pricewar(["--help"]);
    const verbs = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map((m) => m[1]).filter((v) => v !== "help");
    expect(verbs.length).toBeGreaterThanOrEqual(6);
    for (const verb of verbs) expect((await pricewar([verb, "--help"])).stdout).toMatch(/Example:\n {2}pricewar /);
  });
});
