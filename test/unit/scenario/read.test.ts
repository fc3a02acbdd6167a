import { describe, expect, test } from "vitest";
import { readScenario, ScenarioErrors } from "../../../engine/authoring.ts";
import type { MixedLogit } from "../../../engine/index.ts";
import { libraryText } from "../../support/scenarios.ts";

const head = "extends: china-2024\nid: mine\n";
const read = (text: string, options: object = {}) =>
  readScenario(head + text, { file: "mine.yaml", resolve: libraryText, ...options });

/** The lines a reader would see. */
function errorsOf(text: string, options: object = {}, lang: "en" | "zh" = "en"): string[] {
  try {
    readScenario(text, { file: "mine.yaml", resolve: libraryText, ...options });
  } catch (error) {
    if (error instanceof ScenarioErrors) return error.format(lang).split("\n");
    throw error;
  }
  return [];
}

const v2 = (text: string, options?: object) => read(text, options).scenario.vendors.deepseek.products.v2;

describe("a scenario file", () => {
  test("may give any number plain, with its unit, or with its provenance", () => {
    const price = (x: string) => v2(`vendors: {deepseek: {products: {v2: {price: {input: ${x}}}}}}`).price.input;
    expect(price("2")).toBe(2);
    expect(price("2 CNY/Mtok")).toBe(2);
    expect(price("0.002 CNY/ktok")).toBeCloseTo(2, 12);
    expect(price("2 厘/ktok")).toBeCloseTo(2, 12);
    expect(price("1 USD/Mtok")).toBeCloseTo(7.2, 12);
    expect(price("{value: 2, unit: USD/Mtok, source: seed}")).toBeCloseTo(14.4, 12);
    expect(price('"= 2 * 3"')).toBe(6);
    const { expect: claims } = read(
      "expect: [{claim: x, metric: vendors.zhipu.tokenShare, at: 2024-12-31, below: 20 %}]",
    ).scenario;
    expect(claims.at(-1)!.below).toBeCloseTo(0.2, 12);
  });
  test("keeps where a number comes from and how far it may plausibly lie, in canonical units", () => {
    const input = "{value: 1 USD/Mtok, source: seed, range: [0.5 USD/Mtok, 2 USD/Mtok]}";
    const { provenance } = read(`vendors: {deepseek: {products: {v2: {price: {input: ${input}}}}}}`);
    const range = provenance["vendors.deepseek.products.v2.price.input"].range!;
    expect(range[0]).toBeCloseTo(3.6, 12);
    expect(range[1]).toBeCloseTo(14.4, 12);
  });
  test("keeps a note in both languages, or plain, the same in both", () => {
    const noted = (note: string) =>
      read(`demand: {mu: {value: 0.2, source: seed, note: ${note}}}`).provenance["demand.mu"].note;
    expect(noted("fitted")).toEqual({ en: "fitted", zh: "fitted" });
    expect(noted("{en: fitted, zh: 拟合}")).toEqual({ en: "fitted", zh: "拟合" });
  });
  test("says only what differs from the one it extends; null takes something away; events add up", () => {
    const { scenario } = read(
      "vendors: {openai: null}\nevents: [{date: 2024-07-01, kind: trust, vendor: baidu, trust: 0.1}]",
    );
    expect(scenario.vendors.openai).toBeUndefined();
    expect(Object.keys(scenario.vendors)).toHaveLength(9);
    expect(scenario.events).toHaveLength(1);
  });
  test("may name numbers and use formulas of them and of time", () => {
    const { scenario } = read(
      "parameters: {a: 2, b: '= a / 4'}\ndemand: {mu: '= b', growth: '= 0.5 + max(0, t - 0.5)'}",
    );
    const demand = scenario.demand as MixedLogit;
    expect(demand.mu).toBe(0.5);
    const growth = demand.growth as { at: readonly string[]; value: readonly number[] };
    expect(growth.at[0]).toBe("2024-04-01");
    expect(growth.value[0]).toBe(0.5);
    expect(growth.value.at(-1)).toBeCloseTo(0.5 + (7 * (growth.value.length - 1)) / 365 - 0.5, 12);
  });
  test("may run for a single week and count time in it, and may call for no first-party use at all", () => {
    const { scenario } = read(
      "clock: {weeks: 1}\ndemand: {growth: '= 1 + t'}\nvendors: {alibaba: {captive: 0.5 Mtok/day}}",
    );
    expect((scenario.demand as MixedLogit).growth).toMatchObject({ at: expect.arrayContaining(["2024-04-01"]) });
    expect(scenario.vendors.alibaba.captive).toBe(0.5);
  });
  test("takes settings from a command line over what it says, keeping provenance", () => {
    const path = "vendors.deepseek.products.v2.price.input";
    const file = read("", { set: { [path]: "3 CNY/Mtok", "vendors.baidu.products.ernie-3.5.price.input": "7" } });
    expect(file.scenario.vendors.deepseek.products.v2.price.input).toBe(3);
    expect(file.scenario.vendors.baidu.products["ernie-3.5"].price.input).toBe(7);
    expect(file.provenance[path].source).toBe("seed");
  });
  test("takes nothing out for a setting without a value, as an empty variable of a shell makes one", () => {
    expect(() => read("", { set: { "vendors.minimax": "" } })).toThrow(/there is no value; null takes out/);
    expect(read("", { set: { "vendors.minimax": "null" } }).scenario.vendors.minimax).toBeUndefined();
  });
  test("keeps its currency from a command line: bare numbers would change their value", () => {
    expect(() => read("", { set: { currency: "USD" } })).toThrow(/--set currency .*written in CNY/);
    expect(read("", { set: { currency: "CNY" } }).scenario.currency).toBe("CNY");
  });
  test("is cut short by weeks, and what then lies beyond is left out, not refused", () => {
    const { scenario } = read("events: [{date: 2024-12-01, kind: trust, vendor: baidu, trust: 0.1}]", { weeks: 4 });
    expect(scenario.clock.end).toBe("2024-04-28");
  });
});

describe("a wrong scenario file is refused with place, path and the nearest valid name", () => {
  const cases: readonly (readonly [what: string, text: string, line: string | RegExp])[] = [
    ["a misspelt key", `${head}vendors:\n  deepseek:\n    trsut: 3\n`, /^mine.yaml:5:5 .*trsut.*did you mean “trust”/],
    [
      "a wrong unit",
      `${head}demand:\n  segments: {bulk: {adoption: {base: 2 CNY}}}\n`,
      /^mine.yaml:4:38 .*wrong unit “CNY”/,
    ],
    ["an unknown unit", `${head}costs: {level: 2 potatoes}\n`, /unknown unit “potatoes”/],
    [
      "a negative price",
      `${head}vendors: {deepseek: {products: {v2: {price: {input: -1}}}}}\n`,
      /-1 is out of bounds: expected at least 0/,
    ],
    [
      "an unknown vendor in an event",
      `${head}events:\n  - {date: 2024-06-01, kind: trust, vendor: deepsek, trust: 1}\n`,
      /^mine.yaml:4:45 .*unknown vendor “deepsek”; did you mean “deepseek”/,
    ],
    [
      "a product without its vendor",
      `${head}events: [{date: 2024-06-01, kind: retire, product: qwen-plus}]\n`,
      /did you mean “alibaba.qwen-plus”/,
    ],
    [
      "an event before the start",
      `${head}events: [{date: 2024-03-31, kind: retire, product: alibaba.qwen-plus}]\n`,
      /before the start, 2024-04-01/,
    ],
    [
      "an event after the end",
      `${head}events: [{date: 2025-07-01, kind: retire, product: alibaba.qwen-plus}]\n`,
      /after the end, 2025-06-30/,
    ],
    [
      "an unknown kind of event",
      `${head}events: [{date: 2024-06-01, kind: prise, product: alibaba.qwen-plus}]\n`,
      /did you mean “price”/,
    ],
    ["an unknown strategy", `${head}vendors: {baidu: {strategy: {kind: folow}}}\n`, /did you mean “follow”/],
    [
      "a parameter of another strategy",
      `${head}vendors: {baidu: {strategy: {kind: hold, lag: 3}}}\n`,
      /unknown key “lag”/,
    ],
    ["a day that is not in the calendar", `${head}clock: {start: 2024-02-30}\n`, /expected a date/],
    ["an unknown source", `${head}demand: {mu: {value: 0.2, source: sead}}\n`, /no source “sead”.*did you mean “seed”/],
    ["a misspelt key of a record", `${head}demand: {mu: {value: 0.2, sorce: seed}}\n`, /did you mean “source”/],
    [
      "an unknown metric in a claim",
      `${head}expect: [{claim: x, metric: market.hhhi, at: 2024-12-31, below: 1}]\n`,
      /did you mean “hhi”/,
    ],
    ["both an end and weeks", `${head}clock: {end: 2024-06-30, weeks: 3}\n`, /either end or weeks/],
    ["a formula of an unknown name", `${head}demand: {mu: "= nothing + 1"}\n`, /unknown name “nothing”/],
    [
      "a formula of time where time does not count",
      `${head}demand: {mu: "= 0.2 + t"}\n`,
      /no formula of time “t” here: GPU price/,
    ],
    ["a formula that reaches out", `${head}demand: {mu: "= constructor.constructor"}\n`, /not allowed in a formula/],
    ["an empty file", "", "mine.yaml:1:1  the file is empty; `pricewar new` writes one to start from"],
    ["a binary file", "\u0000\u0001\u0002id: x", /^mine.yaml:1:1 .*not a text file/],
    ["a huge file", "a".repeat(6_000_000), /too large/],
    ["a list for a scenario", "- 1\n- 2\n", /a scenario is a mapping/],
    ["broken YAML", "a: [1, 2\nb: {", /^mine.yaml:2:\d+ .*not valid YAML/],
    ["a key given twice", `${head}id: again\n`, /not valid YAML: Map keys must be unique/],
    [
      "a bomb of aliases",
      `a: &a [x, x, x, x, x, x, x, x]\n${"bcdefgh"
        .split("")
        .map((k, i) => `${k}: &${k} [${Array(8).fill(`*${"abcdefg"[i]}`).join(", ")}]`)
        .join("\n")}\n`,
      /too many values|too deeply|not valid/,
    ],
    [
      "a name that JavaScript keeps for itself",
      `${head}vendors: {__proto__: {cash: 1}}\n`,
      /^mine.yaml:3:11 .*“__proto__” is no name/,
    ],
    ["a second document", `${head}---\nid: two\n`, /^mine.yaml:3:1 .*one scenario/],
    ["brackets without end", `a: ${"[".repeat(30_000)}`, /nested too deeply/],
    ["a mechanism that there is not", `${head}off: [M-99]\n`, /^mine.yaml:3:7 .*“M-99”; did you mean “M-9”/],
    [
      "an event after the last weekly step",
      `${head}clock: {start: 2024-04-01, weeks: 8, tickDays: 7}\n` +
        "events: [{date: 2024-05-22, kind: price, vendor: baidu, change: -50 %}]\n",
      /^mine.yaml:4:17 .*after the last step, 2024-05-20/,
    ],
    [
      "an event of who has left",
      `${head}events:\n  - {date: 2024-05-06, kind: exit, vendor: minimax}\n` +
        "  - {date: 2024-06-06, kind: price, product: minimax.abab-6.5, price: {input: 1}}\n",
      /^mine.yaml:5:12 .*minimax has left the market on 2024-05-06/,
    ],
    ["another currency over numbers written in one", `${head}currency: USD\n`, /^mine.yaml:3:11 .*written in CNY/],
    ["a currency that is none", `${head}currency: yuan\n`, /three capital letters/],
    ["a day length that there is not", `${head}clock: {tickDays: 3}\n`, /tickDays: expected 1 or 7$/],
    [
      "a market of nobody",
      "extends: textbook-bertrand\nid: mine\nvendors: {low: null, high: null}\n",
      /at least one vendor/,
    ],
    ["a parent that is not there", "extends: nowhere\nid: x\n", /nowhere/],
  ];
  test.each(cases)("%s", (_what, text, line) => {
    const lines = errorsOf(text);
    expect(lines.length).toBeGreaterThan(0);
    if (typeof line === "string") expect(lines).toContain(line);
    else
      expect(
        lines.some((l) => line.test(l)),
        lines.join("\n"),
      ).toBe(true);
  });
  test.each(cases)("%s, in Chinese", (_what, text) => {
    const lines = errorsOf(text, {}, "zh");
    expect(lines.join("\n")).toMatch(/[\u4e00-\u9fff]|nowhere/);
    // No sentence of the parser's or the schema's own comes through.
    expect(lines.join("\n")).not.toMatch(/[a-z] (?:must|cannot|is|are|not|invalid) [a-z]/i);
  });
  test("every problem at once, in the order of the file", () => {
    const lines = errorsOf(`${head}vendors:\n  deepseek: {trsut: 1}\n  baidu: {laod: 1}\ndemand: {nu: 1}\n`);
    expect(lines.map((l) => l.split(":")[1])).toEqual(["4", "5", "6"]);
  });
  test("a scenario that extends itself in a circle", () => {
    const loop = { resolve: () => ({ file: "loop.yaml", text: "extends: loop\nid: loop\n" }) };
    expect(errorsOf(head, loop).join()).toMatch(/circle/);
  });
  test("a setting that leads nowhere names the setting", () => {
    expect(errorsOf(head, { set: { "vendors.depseek.trust": "1" } })[0]).toMatch(
      /^--set vendors.depseek.trust .*did you mean “deepseek”/,
    );
  });
});
