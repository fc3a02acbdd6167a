import fc from "fast-check";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import {
  designJsonSchema,
  designReference,
  readDesign,
  readScenario,
  scenarioJsonSchema,
  ScenarioErrors,
  scenarioReference,
} from "../../../engine/authoring.ts";
import { readNumber } from "../../../engine/authoring/quantity.ts";
import { fits } from "../../support/json-schema.ts";
import { libraryText } from "../../support/scenarios.ts";

type Schema = Readonly<Record<string, unknown>>;
const scenarios = scenarioJsonSchema() as Schema;
const designs = designJsonSchema() as Schema;
const root = join(import.meta.dirname, "../../..");

/**
 * A game names a scenario, it is none, nor is what a lesson gives its teacher; a project's has a strategy of a plugin,
 * which no schema can know.
 */
const OTHERS = /^scenarios\/(games\/|project\/scenario)|\/teach\.yaml$/;

const shipped = execFileSync("git", ["ls-files", "scenarios/**/*.yaml"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && !OTHERS.test(file))
  .map((file) => ({ file, data: parse(readFileSync(join(root, file), "utf8")) as Record<string, unknown> }));

describe("the schema that editors read", () => {
  test.each(shipped.map(({ file, data }) => [file, data] as const))("accepts %s, as check does", (file, data) => {
    const schema = file.includes("design") ? designs : scenarios;
    expect(fits(data, schema, schema)).toBe(true);
  });

  test("takes null and a part of a vendor where a file extends another, and not where it stands alone", () => {
    const change = { vendors: { zhipu: null, deepseek: { products: { v2: { price: { input: "2 CNY/Mtok" } } } } } };
    expect(fits({ extends: "china-2024", id: "x", ...change }, scenarios, scenarios)).toBe(true);
    expect(fits({ id: "x", ...change }, scenarios, scenarios)).toBe(false);
    expect(fits({ extends: "china-2024", vendors: { zhipu: { pricee: 1 } } }, scenarios, scenarios)).toBe(false);
  });
});

const ALONE = `id: alone
title: Alone
question: "?"
clock: {start: 2024-01-01, weeks: 4, tickDays: 7, burnInWeeks: 0}
currency: CNY
fx: {USD: 7.2}
sources: {s: {title: S, basis: public}}
demand: {kind: unit-logit, mu: {value: 0.25, source: s, range: [0.1, 0.5]}, a0: 0, size: 1 Mtok/week, exact: true}
rules: {belowCost: true, largestCut: 50 %}
vendors:
  a: {name: {en: A, zh: 甲}, load: 1, strategy: {kind: cost-plus, margin: 0.3}, conduct: {everyDays: 7},
    products: {p: {appeal: 2, price: {input: 1.5, output: 1.5}, cost: {kind: curve, input: 1, output: 1}}}}
  b: {name: B, strategy: {kind: hold},
    products: {p: {appeal: 2, price: {input: 1.5, output: 1.5}, free: {quota: 1M/day},
      cost: {kind: curve, input: 1, output: 1}}}}
events: [{date: 2024-01-08, kind: price, product: a.p, price: {input: 1.2}}]
expect: [{claim: C, metric: market.hhi, at: 2024-01-20, below: 1}]
`;
const CHANGE = `extends: textbook-bertrand
id: change
title: {zh: 改动}
clock: {burnInWeeks: 0}
demand: {mu: {source: null, value: 0.3}}
vendors: {v0: {strategy: {kind: hold}, load: null, products: {p: {quality: 0.1}}}}
events: [{date: 2024-02-05, kind: quality, product: v0.p, quality: 0.1}]
`;

/** Paths to everything in a tree. */
function paths(tree: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, child]) => {
    const here = [...at, Array.isArray(tree) ? Number(key) : key];
    return [here, ...paths(child, here)];
  });
}

type Tree = Record<string | number, unknown>;

/** The tree with one thing changed: taken out, misnamed, made null or something else. */
function mutated(text: string, where: number, how: string): Tree {
  const tree = parse(text) as Tree;
  const all = paths(tree);
  const path = all[where % all.length];
  const parent = path.slice(0, -1).reduce<Tree>((node, step) => node[step] as Tree, tree);
  const last = path.at(-1)!;
  if (how === "out") delete parent[last];
  else if (how === "misnamed") parent[`${last}x`] = parent[last];
  else parent[last] = JSON.parse(how);
  return Array.isArray(parent) && how === "out" ? (parse(text) as Tree) : tree;
}

const accepts = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof ScenarioErrors) return false;
    throw error;
  }
};

const HOW = [
  "out",
  "misnamed",
  "null",
  "[]",
  "{}",
  "true",
  "0.5",
  "7",
  '"2 CNY/Mtok"',
  '"hold"',
  '{"en":"x","zh":"y"}',
];

describe("of files with one thing changed", () => {
  test("whatever check accepts, the schema accepts; a name or a form that it refuses, check refuses", () => {
    const cases = fc.record({
      text: fc.constantFrom(ALONE, CHANGE),
      where: fc.nat(10_000),
      how: fc.constantFrom(...HOW),
    });
    fc.assert(
      fc.property(cases, ({ text, where, how }) => {
        const tree = mutated(text, where, how);
        if (fits(tree, scenarios, scenarios)) return; // reading is dear: whether it refuses matters for the others only
        const checked = accepts(() => readScenario(stringify(tree), { file: "mine.yaml", resolve: libraryText }));
        expect([checked, tree]).toEqual([false, tree]);
      }),
      { numRuns: 120 },
    );
  });

  test("designs too", () => {
    const text = stringify({
      scenario: "china-2024",
      method: "grid",
      seed: 1,
      parameters: [{ path: "demand.mu", range: [0.1, "0.5"], scale: "log" }],
      outputs: ["market.hhi"],
      targets: [{ output: "market.hhi", value: 0.5, sd: 0.1 }],
    });
    fc.assert(
      fc.property(fc.nat(1000), fc.constantFrom(...HOW), (where, how) => {
        const tree = mutated(text, where, how);
        if (accepts(() => readDesign(stringify(tree), "design.yaml"))) expect(fits(tree, designs, designs)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("every field", () => {
  const all = [...scenarioReference(), ...designReference()];
  test("has a sentence in both languages", () => {
    expect(all.filter(({ text }) => !text?.en || !text.zh).map(({ path }) => path)).toEqual([]);
  });
  test("with a unit has an example that is read", () => {
    const amounts = all.filter(({ unit }) => unit !== "");
    expect(amounts.length).toBeGreaterThan(100);
    for (const { path, unit, example } of amounts)
      expect([path, readNumber(example, unit) !== null]).toEqual([path, true]);
  });
});
