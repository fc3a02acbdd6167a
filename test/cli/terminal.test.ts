import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { columnsOf } from "../../words/columns.ts";
import { pricewar, UNSETTLED } from "../support/cli.ts";

const small = ["--agents", "200", "--weeks", "8", ...UNSETTLED];
const RUN = ["run", "china-2024", ...small];

const escapes = (text: string): boolean => text.includes("\u001b");

test("colours are for terminals: none in a pipe or with NO_COLOR, wherever FORCE_COLOR asks for them", async () => {
  const shown = async (terminal?: number, env = {}) => (await pricewar(RUN, { terminal, env })).stdout;
  expect(escapes(await shown())).toBe(false);
  expect(escapes(await shown(80))).toBe(true);
  expect(escapes(await shown(80, { NO_COLOR: "1" }))).toBe(false);
  expect(escapes(await shown(undefined, { FORCE_COLOR: "1" }))).toBe(true);
  expect(escapes(await shown(80, { FORCE_COLOR: "0" }))).toBe(false);
});

test("without colours each line of a chart has a mark of its own, in the chart and in its legend", async () => {
  const { stdout } = await pricewar(RUN);
  const legend = [...stdout.matchAll(/ {2}([*o+x]) [A-Z][A-Za-z]+ *$/gm)];
  expect(new Set(legend.map(([, mark]) => mark)).size).toBe(4);
  expect(stdout).toMatch(/┤.*\*{5}/);
});

test("a file that keeps what is printed has no colours, though the terminal could show them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pricewar-terminal-"));
  const out = join(folder, "fan.txt");
  const asked = ["backtest", "china-2024-history", "-n", "1", "--agents", "200", "--out", out];
  await pricewar(asked, { terminal: 80 });
  expect(escapes(readFileSync(out, "utf8"))).toBe(false);
  expect(escapes((await pricewar(RUN, { terminal: 80 })).stdout)).toBe(true); // the next call has its colours
  rmSync(folder, { recursive: true });
});

const VERBS = [
  ["list", "strategies"],
  ["list", "costs"],
  ["validate", "c01a"],
  ["backtest", "china-2024-history", "-n", "2", "--agents", "200"],
  ["ensemble", "china-2024", "-n", "3", ...small],
  ["sensitivity", "china-2024", "--replications", "1", "--agents", "60", "--weeks", "2", ...UNSETTLED],
  ["explain", "textbook-logit", "-n", "2", "--weeks", "8"], // competition among few people of many kinds takes a minute
  ["equilibrium", "textbook-logit"],
  ["cost", "deepseek-v2"],
  RUN,
];

test.each(VERBS.map((words) => [words.slice(0, 2).join(" "), words] as const))(
  "no line of %s is wider than a terminal of 80 columns, in both languages",
  async (_verb, words) => {
    for (const lang of ["en", "zh"]) {
      const { code, stdout } = await pricewar([...words, "--lang", lang, "--quiet"], { terminal: 80 });
      expect(code).toBe(0);
      const lines = stripVTControlCharacters(stdout).split("\n");
      expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([]);
    }
  },
);

test("JSON is one line, however wide the terminal", async () => {
  for (const words of [
    ["list", "--json"],
    ["cost", "deepseek-v2", "--json"],
    [...RUN, "--json"],
  ]) {
    const { stdout } = await pricewar(words, { terminal: 40 });
    expect(stdout.split("\n")).toHaveLength(2);
    expect(typeof JSON.parse(stdout)).toBe("object");
  }
});

test("amounts carry their currency and their period, in rows and in sentences", async () => {
  const spread = ["ensemble", "china-2024", "-n", "2", "--probability", "market.vendorProfit > 1000000", ...small];
  const en = (await pricewar(spread)).stdout;
  expect(en).toMatch(/^Users' surplus \(¥ a week\) /m);
  expect(en).toMatch(/Vendors' gross profit > ¥1\.00 mn a week: /);
  const zh = (await pricewar([...spread, "--lang", "zh"])).stdout;
  expect(zh).toMatch(/^用户剩余（元\/周） /m);
  expect(zh).toMatch(/厂商毛利 > 100 万元\/周：/);
  expect((await pricewar(RUN)).stdout).toMatch(/times the tokens {2}\(vendors' gross profit .¥[^;]* a week;/);
});
