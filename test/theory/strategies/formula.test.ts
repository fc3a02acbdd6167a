import { describe, expect, test } from "vitest";
import { readScenario, type ScenarioErrors } from "../../../engine/authoring.ts";
import { duel, prices } from "../../support/duel.ts";
import { libraryText } from "../../support/scenarios.ts";

const formula = (price: string) => ({ kind: "formula", price });
const last = (x: readonly number[]) => x.at(-1)!;

/** What a file with this formula is refused with. */
function refusal(price: string): { line: number; column: number; en: string; zh: string } {
  const text = [
    "extends: china-2024",
    "id: mine",
    "vendors:",
    "  alibaba:",
    "    strategy:",
    "      kind: formula",
    `      price: ${JSON.stringify(price)}`,
  ].join("\n");
  try {
    readScenario(text, { file: "mine.yaml", resolve: libraryText });
  } catch (error) {
    const [{ place, text: words }] = (error as ScenarioErrors).problems;
    return { line: place.line, column: place.column, en: words.en, zh: words.zh };
  }
  throw new Error(`${price} was accepted`);
}

describe("formula", () => {
  test("prices by what the vendor sees: cost and margin, the cheapest rival, share, days", () => {
    const run = (price: string) =>
      duel({ strategies: [formula(price), { kind: "hold" }], cost: [1, 1], price: [1.5, 1.4] });
    expect(last(prices(run("cost / (1 - 0.3)"), 0))).toBeCloseTo(1.43, 9); // three digits
    expect(last(prices(run("max(1.1 * cost, 0.98 * cheapest)"), 0))).toBeCloseTo(1.37, 9);
    expect(last(prices(run("share > 0.4 ? price * 1.01 : price"), 0))).toBeGreaterThan(1.5);
    expect(prices(run("day < 100 ? 2 : 1.2"), 0)[10]).toBe(2);
    expect(last(prices(run("day < 100 ? 2 : 1.2"), 0))).toBe(1.2);
    expect(run("price").moves).toEqual([]);
  });
  test("where it has no value the price stays, and below nothing it is free", () => {
    const run = (price: string) => duel({ strategies: [formula(price), { kind: "hold" }] });
    expect(run("sqrt(-1)").moves).toEqual([]);
    expect(run("cost / 0").moves).toEqual([]);
    expect(last(prices(run("-1"), 0))).toBe(0);
  });
  test("a bad formula is refused at its place, with the nearest name, in both languages", () => {
    const wrong = refusal("max(cots, cheapest)");
    expect(wrong).toMatchObject({ line: 7, column: 14 });
    expect(wrong.en).toBe("unknown name “cots”; did you mean “cost”?");
    expect(wrong.zh).toContain("是不是“cost”");
    expect(refusal("1.1 *").en).toMatch(/not a formula/);
    expect(refusal("mex(cost, 1)").en).toMatch(/unknown function “mex”; did you mean “max”/);
  });
  test("it reaches nothing but its names: no code, no assignment, no property, no endless text", () => {
    for (const bad of [
      'import("fs")',
      "cost = 2",
      "process.exit()",
      "price.constructor",
      "f(x) = x",
      "[1, 2]",
      '"a"',
      "1;2",
      "cost".padEnd(600, "+cost"),
      `${"(".repeat(60)}cost${")".repeat(60)}`,
    ])
      expect(() => refusal(bad)).not.toThrow();
  });
  test("is read like any other strategy of a file", () => {
    const text =
      'extends: china-2024\nid: mine\nvendors: {alibaba: {strategy: {kind: formula, price: "= min(price, 2 * cost)"}}}';
    const { scenario } = readScenario(text, { resolve: libraryText });
    expect(scenario.vendors.alibaba.strategy.price).toBe("min(price, 2 * cost)");
  });
});
