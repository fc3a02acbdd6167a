import { parse, stringify } from "yaml";
import { describe, expect, test } from "vitest";
import { readScenario, ScenarioErrors } from "../../../engine/authoring.ts";
import { postable } from "../../../engine/price.ts";
import { libraryText } from "../../support/scenarios.ts";

/** What is said of a text, in one language; null where it is taken. */
function said(text: string, set: Readonly<Record<string, string>> = {}): string | null {
  try {
    readScenario(text, { file: "f", set, resolve: libraryText });
    return null;
  } catch (error) {
    if (!(error instanceof ScenarioErrors)) throw error;
    return error.format("en");
  }
}

const small = "extends: textbook-logit\nid: small\n";
const withList = `${small}levers: []\n`;
/** So many products of one vendor. */
const products = (n: number) =>
  `{x: {name: X, strategy: {kind: hold}, products: {${times(n, (k) => `p${k}: ${PRODUCT}`).join(", ")}}}}`;
const PRODUCT = "{price: {input: 1, output: 1}, cost: {kind: curve, input: 1, output: 1}}";

const leverOf = (range: string, more = "") =>
  `{id: m, group: war, label: m, unit: m, paths: [demand.mu], range: ${range}, plausible: [0.1, 1]${more}}`;

const times = (n: number, line: (k: number) => string) => Array.from({ length: n }, (_, k) => line(k));

describe("what would take the parser minutes is refused in a second, where it begins", () => {
  test.each([
    ["brackets left open", `x: ${"[".repeat(100_000)}`, /f:1:84 {2}nested too deeply/],
    ["dashes in a line", `x:\n  ${"- ".repeat(5000)}`, /f:2:3 {2}nested too deeply/],
    ["100,000 events", `events: [${"{}, ".repeat(100_000)}]`, /too many values/],
    ["100,000 keys", times(100_000, (k) => `k${k}: 1`).join("\n"), /too many values/],
    ["20,000 keys nobody knows", times(20_000, (k) => `k${k}: 1`).join("\n"), /unknown key “k0”/],
    ["quotes and nothing else", `x: ${'"'.repeat(100_000)}`, /not valid YAML|too many values/],
    ["5,000 aliases of one value", `a: &a [1]\nb: [${"*a, ".repeat(5000)}]`, /unknown key “a”/],
    [
      "a billion laughs",
      times(9, (k) => `k${k}: &k${k} [${`*k${k - 1}, `.repeat(9)}]`.replaceAll("*k-1", "1")).join("\n"),
      /too many values/,
    ],
    ["an alias of itself", "a: &a [*a]", /f:1:8 {2}this alias \(\*\) holds itself/],
    ["3 MB", `x: ${"a".repeat(3_000_000)}`, /f:1:1 {2}the file is too large \(3.0 MB\)/],
  ])("%s", (_what, text, words) => {
    const start = performance.now();
    expect(said(text)).toMatch(words);
    expect(performance.now() - start).toBeLessThan(15_000); // a second on a quiet machine; minutes without
  });
  test("a key that stands twice is named where it stands again", () =>
    expect(said("id: a\ntitle: b\nid: c\n")).toBe("f:3:1  not valid YAML: Map keys must be unique"));
  test("bytes that are not text are found beyond the first 100,000 characters too", () =>
    expect(said(`# ${"x".repeat(200_000)}\u0001\n${small}`)).toMatch(/f:1:1 {2}this is not a text file/));
});

describe("numbers of no market are refused: what is computed of them is no number", () => {
  test.each([
    ["demand.mu", "1e-320"],
    ["vendors.a.products.p.price.input", "1e308"],
    ["vendors.a.products.p.price.input", "5e-324"],
    ["costs.gpuPrice", "1e300 CNY/GPU/h"],
    ["costs.gpuPrice", "= 10^200"],
    ["costs.gpuPrice", "= 10^(200 * t)"],
    ["fx.USD", "1e-300"],
  ])("%s=%s", (path, value) => expect(said(`${small}fx: {USD: 7}\n`, { [path]: value })).not.toBeNull());
  test("a price that grew beyond all bounds ends the search for a step to post it in", () =>
    expect([Infinity, 1.7e308, NaN].map((x) => postable(x))).toEqual([Infinity, expect.any(Number), NaN]));
});

describe("a run has an end and fits into memory", () => {
  test.each([
    ["an end in 8,000 years", "clock: {end: 9999-12-31}", /f:3:14 {2}clock.end: the run is longer than 5200 weeks/],
    [
      "a start in the last year",
      "clock: {start: 9999-12-30, weeks: 3}",
      /clock.weeks: the run ends after the year 9999/,
    ],
    ["1,000 products", `vendors: ${products(1000)}`, /vendors: 1002 products; a market has at most 500/],
    [
      "days of a century of 300 products",
      `clock: {weeks: 5200, tickDays: 1}\nvendors: ${products(300)}`,
      /clock: so many ticks/,
    ],
    [
      "levers from nothing on a log scale",
      `levers: [${leverOf("[0, 1]", ", scale: log")}]`,
      /levers.0.range: a log scale needs a range above 0/,
    ],
    ["levers that fall", `levers: [${leverOf("[1, 0.1]")}]`, /levers.0.range: the range must rise/],
    [
      "a thousand levers",
      `levers: [${times(1000, () => leverOf("[0.1, 1]")).join(", ")}]`,
      /levers: expected at most 100 entries/,
    ],
  ])("%s", (_what, more, words) => expect(said(`${small}${more}\n`)).toMatch(words));
  test("the largest population with a whole market's products is said to be too many people, not a typed array", () => {
    const whole = "extends: whole-market\nid: big\nvendors: {x: {name: X, strategy: {kind: hold}, products: {";
    const more = times(90, (k) => `p${k}: {price: {input: 1, output: 1}, cost: {kind: curve, input: 1, output: 1}}`);
    expect(said(`${whole}${more.join(", ")}}}}\n`, { "demand.agents": "20000000" })).toMatch(
      /demand.agents: 20000000 people with 116 products/,
    );
  });
});

describe("texts hold no codes that a terminal would obey", () => {
  test.each([
    ["a colour", 'title: "A\\e[31mRED"', "U+001B"],
    ["writing turned round", 'title: "A\\u202ered"', "U+202E"],
    ["a backspace in a name", 'sources: {"a\\bb": {title: x}}', "U+0008"],
  ])("%s", (_what, line, code) =>
    expect(said(`${small}${line}\n`)).toMatch(
      new RegExp(`f:3:\\d+ {2}.*control character, ${code.replace("+", "\\+")}`),
    ),
  );
  test("tabs and line ends are text", () => expect(said(`${small}title: "A\\tB\\nC"\n`)).toBeNull());
});

describe("--set says what would have no effect", () => {
  test.each([
    ["extends", "china-2024", /extends cannot be set/],
    ["__proto__", "1", /no name/],
    ["vendors.__proto__", "{a: 1}", /no name/],
    ["demand.mu.", "1", /single dots/],
    [".demand.mu", "1", /single dots/],
    ["levers.99", "{}", /nothing is called “99”/],
  ])("%s=%s", (path, value, words) => expect(said(withList, { [path]: value })).toMatch(words));
});

test.each([
  ["a mapping for a date", "clock: {start: {}}", /clock.start: “{…}” is no day/],
  ["a list for a kind", "demand: {kind: []}", /demand.kind: unknown kind “\[…\]”/],
])("%s is repeated as what it is, and not as JavaScript would", (_what, text, words) =>
  expect(said(`${small}${text}\n`)).toMatch(words),
);

test("eleven parents are too many, and no circle", () => {
  const resolve = (name: string) =>
    name === "p11" ? libraryText("textbook-logit") : { file: name, text: `extends: p${Number(name.slice(1)) + 1}\n` };
  expect(() => readScenario("extends: p1", { file: "p0", resolve })).toThrow(/at most 8 others/);
});

test.each(["constructor", "toString", "__proto__"])(
  "a series of “%s” is none, though JavaScript knows the name",
  (group) =>
    expect(said(`${small}expect: [{claim: x, metric: "${group}.a.hhi", at: 2024-02-01, below: 1}]\n`)).toMatch(
      /is no series/,
    ),
);

test("a key of which nothing is written yet, or the wrong thing, is refused in words, whichever it is", () => {
  const { text } = libraryText("textbook-punishment");
  const whole = parse(text) as Readonly<Record<string, object>>;
  for (const wrong of [null, "", "x", [], 3, true])
    for (const [key, held] of Object.entries(whole)) {
      said(stringify({ ...whole, [key]: wrong })); // throws what is not in words
      for (const part of Object.keys(held)) said(stringify({ ...whole, [key]: { ...held, [part]: wrong } }));
    }
  expect(said(text.replace(/^clock:.*$/m, "clock:"))).toMatch(/^f:\d+:\d+ {2}clock: /);
});
