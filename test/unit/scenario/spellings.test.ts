import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberOf, readNumeral } from "../../../engine/authoring/numeral.ts";
import { toNumber } from "../../../engine/authoring/quantity.ts";
import { readScenario } from "../../../engine/authoring.ts";
import type { Text } from "../../../engine/index.ts";
import { libraryText } from "../../support/scenarios.ts";

const FX = { USD: 7.2 };

interface Read {
  readonly value?: number;
  readonly issue?: Text;
  readonly doubt?: Text;
}

function read(raw: unknown, unit: string, { currency = "CNY", fx = FX, bounds = {} } = {}): Read {
  const context = { money: { currency, fx }, parameters: {}, doubts: new Map<unknown, Text>() };
  let issue: Text | undefined;
  const value = toNumber(raw, { unit, bounds, context }, (text) => (issue = text));
  return { value, issue, doubt: [...context.doubts.values()][0] };
}

describe("a price of tokens", () => {
  const FIFTY = [
    "0.05 元/千token | 50元/百万token | 0.05 CNY/ktok | 5e-5 CNY/token | 50,000 CNY/Gtok | 0.05 元/千tokens",
    "50 元/百万tokens | 50 ¥/Mtok | ¥50/Mtok | ￥50 | 50 RMB/Mtok | 50 CNY/1M tokens | 0.05 CNY/1k tokens | 50000 CNY/Btok",
    "0.5 元/万tokens | 50 CNY/MTok | 50 cny/mtok | 0,05 CNY/ktok | ¥50 | RMB 50 per million tokens | 50 | 50元/1M | 50/百万",
    "每百万token 50元 | 每 1,000 tokens 0.05 元 | 20000 token/元 | ５０　元／百万ｔｏｋｅｎ | 5000 分/Mtok | 50 yuan/M tokens",
  ].flatMap((line) => line.split(" | ").filter((text) => text !== "50/百万"));

  test.each(FIFTY)("is read however it is spelt: %s", (text) =>
    expect(read(text, "money/Mtok")).toEqual({ value: 50 }),
  );

  test("in another currency is converted at the scenario's rate, or refused where it has none", () => {
    for (const text of [
      "$1.25/Mtok",
      "$1.25/1M tokens",
      "US$1.25",
      "1.25 USD per million tokens",
      "125 美分/百万token",
    ])
      expect(read(text, "money/Mtok").value).toBe(9);
    expect(read("$1.25/Mtok", "money/Mtok", { currency: "USD", fx: {} as never }).value).toBe(1.25);
    expect(read("$1.25/Mtok", "money/Mtok", { fx: {} as never }).issue?.en).toContain("fx gives no rate");
    expect(read("¥9", "money/Mtok", { currency: "USD", fx: {} as never }).issue?.zh).toContain("汇率");
  });

  const NONE = [
    "0.02 元/千字符",
    "5 CNY/week",
    "49 CNY/month",
    "5 %",
    "5-10",
    "~5",
    "5 m CNY",
    "5 USD/Mtok input",
    "5元元元",
  ];
  test.each([...NONE, "", "USD per million tokens", "5 CNY/", "/Mtok", "5 CNY//Mtok", "3 5 CNY"])(
    "is refused, with what would be accepted, where part of it would go unused: %s",
    (text) => {
      const { value, issue } = read(text, "money/Mtok");
      expect(value).toBeUndefined();
      expect(issue?.en).toContain("like “2 CNY/Mtok”, “0.002 CNY/1k tokens”");
      expect(issue?.zh).toContain("“2 CNY/百万token”");
    },
  );

  test("far out of the usual range is doubted where no unit was written", () => {
    expect(read(1.25e-6, "money/Mtok").doubt?.en).toContain("CNY/token");
    expect(read(0.0008, "money/Mtok").doubt?.zh).toContain("CNY/ktok");
    expect(read("1.25e-06 CNY/token", "money/Mtok")).toEqual({ value: 1.25 });
    expect(read(0, "money/Mtok")).toEqual({ value: 0 });
    expect(read("0.0008 CNY/Mtok", "money/Mtok").doubt).toBeUndefined();
  });
});

describe("other amounts", () => {
  test.each([
    ["1 Mtok/day", "Mtok/week", 7],
    ["100万token/天", "Mtok/week", 7],
    ["1M tokens per day", "Mtok/week", 7],
    ["0.09 T/day", "Mtok/day", 90_000],
    ["$2/h", "money/GPU/h", 14.4],
    ["14.4元/卡时", "money/GPU/h", 14.4],
    ["49元/月", "money/month", 49],
    ["49 CNY", "money/month", 49],
    ["588 元/年", "money/month", 49],
    ["5 % per week", "1/week", 0.05],
    ["0.02 1/week", "1/week", 0.02],
    ["2 周", "days", 14],
    ["5亿元", "money", 5e8],
    ["-1.5", "1", -1.5],
    ["−1.5", "1", -1.5],
    ["2万", "1", 20_000],
    ["56％", "1", 0.56],
  ])("%s is %s: %d", (text, unit, value) => expect(read(text, unit)).toEqual({ value }));

  test("a share above one is refused with the per cent it may have been", () => {
    const bounds = { min: 0, max: 1 };
    expect(read(56, "1", { bounds }).issue?.en).toContain("did you mean “56 %”?");
  });
});

const GROUPS = [",", "_", "'", "’", " ", "\u00a0", "\u202f", "\u2009"];
const wide = (text: string) => text.replaceAll(/[!-~]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0));
const grouped = (digits: string, mark: string) => digits.replaceAll(/\B(?=(\d{3})+$)/g, mark);

const digits = (most: number) => fc.integer({ min: 0, max: 10 ** most - 1 }).map(String);
const written = fc.record({
  whole: digits(9),
  decimals: fc.option(fc.stringMatching(/^\d{1,6}$/), { nil: "" }),
  mark: fc.constantFrom(...GROUPS, ""),
  comma: fc.boolean(),
  isWide: fc.boolean(),
  minus: fc.constantFrom("", "-", "−"),
});

test("10,000 numbers in every accepted way of writing are read to the last digit, or doubted by the rule", () => {
  fc.assert(
    fc.property(written, ({ whole, decimals, mark, comma, isWide, minus }) => {
      const point = comma && mark !== "," ? "," : ".";
      const text = minus + grouped(whole, mark) + (decimals && point + decimals);
      const { value, doubt } = read(isWide ? wide(text) : text, "1");
      const right = Number(`${minus && "-"}${whole}${decimals && `.${decimals}`}`);
      // A comma before three digits marks thousands, and is said to; “12,500”, with a decimal comma, is one of those.
      const taken =
        point === "," && grouped(whole, mark) === whole && /^[1-9]\d{0,2}$/.test(whole) && decimals.length === 3;
      if (taken) expect(decimals === "000" || doubt !== undefined).toBe(true);
      else expect(value).toBe(right);
    }),
    { numRuns: 10_000 },
  );
});

/** A mangled number may happen to be one: with thousands and a decimal mark of another kind, or an exponent. */
function stillANumber(text: string): number {
  const [, whole, mark, point, decimals] = /^([1-9]\d{0,2}(?:([.,_' ])\d{3})+)([.,])(\d+)$/.exec(text) ?? [];
  return mark && mark !== point
    ? Number(`${whole.replaceAll(/\D/g, "")}.${decimals}`)
    : Number(text.replace(/^\+/, ""));
}

test("10,000 mangled numbers are refused or doubted: none is silently another", () => {
  const mangled = fc
    .record({
      whole: digits(7),
      decimals: fc.stringMatching(/^\d{1,4}$/),
      at: fc.nat(12),
      by: fc.constantFrom(..."._,' ·xe%/~^+"),
    })
    .map(({ whole, decimals, at, by }) => {
      const text = `${whole}.${decimals}`;
      const k = at % (text.length + 1);
      return { text: text.slice(0, k) + by + text.slice(k), plain: Number(text) };
    });
  fc.assert(
    fc.property(mangled, ({ text, plain }) => {
      const { value, issue, doubt } = read(text, "money/Mtok");
      if (value === undefined) expect(issue).toBeDefined();
      else if (value !== plain && doubt === undefined) expect([value, text]).toEqual([stillANumber(text), text]);
    }),
    { numRuns: 10_000 },
  );
});

test("a numeral's text is used whole or not at all", () => {
  for (const text of ["1,23", "0,05", "12,34", "1.234.567", "1 234 567,5"])
    expect(readNumeral(text)?.length).toBe(text.length);
  for (const text of ["1,23,456", "1_00", "1 00", "1.2.3", "1.234.56", "0,500,000", "1,0000,0000"])
    expect(readNumeral(text)).toBeNull();
  expect(numberOf(readNumeral("0,05")!, 3)).toBe(50);
});

describe("in a scenario file", () => {
  const open = (text: string) =>
    readScenario(`extends: china-2024\nid: mine\n${text}`, { file: "mine.yaml", resolve: libraryText });

  test("an exchange rate may stand either way round, and is never another currency's", () => {
    const usd = (rate: string) => open(`fx: {USD: ${rate}}`).scenario.fx.USD;
    for (const rate of ["8", "8 CNY/USD", "0.125 USD/CNY", "8 元/美元", "8 CNY per USD"]) expect(usd(rate)).toBe(8);
    for (const rate of ["8 CNY/EUR", "8 USD", "0", "-8", "8 USD/USD"]) expect(() => usd(rate)).toThrow("positive rate");
  });

  test("a date may be written as people do, and a day that is none is refused", () => {
    const end = (date: string) => open(`clock: {end: ${date}}`).scenario.clock.end;
    for (const date of ["2024-09-30", "2024/9/30", "2024年9月30日", "30 Sep 2024", "'September 30, 2024'"])
      expect(end(date)).toBe("2024-09-30");
    for (const date of ["2024-09-31", "30/9/2024", "2024-13-01", "soon"])
      expect(() => end(date)).toThrow("no day of the");
  });

  test("what could be meant otherwise is noted with its place", () => {
    const price = "vendors: {deepseek: {products: {v2: {price: {input: 1.25e-06}}}}}\ndemand: {population: '1,250'}";
    const { notes } = open(price);
    expect(notes.map(({ en }) => en.split("  ")[0])).toEqual(["mine.yaml:4:22", "mine.yaml:3:53"]);
    expect(notes[0].zh).toContain("千位");
  });
});
