import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileFormula, FormulaError } from "../../../engine/authoring.ts";

const value = (text: string, scope: Record<string, number> = {}) =>
  compileFormula(text, Object.keys(scope)).evaluate(scope);

describe("a formula", () => {
  test.each([
    ["1 + 2 * 3", 7],
    ["2 ^ 10", 1024],
    ["(-2) ^ 3", -8],
    ["10 - 3 - 2", 5],
    ["7 % 3", 1],
    ["-2 ^ 2", -4],
    ["min(3, 1, 2) + max(1, 5)", 6],
    ["clamp(7, 0, 5)", 5],
    ["1 < 2 ? 10 : 20", 10],
    ["(1 > 2) or (3 == 3)", 1],
    ["exp(ln(5))", 5],
    ["sqrt(16) + abs(-1) + round(1.6)", 7],
  ])("%s is %d", (text, expected) => expect(value(text)).toBeCloseTo(expected, 12));

  test("knows only the names it is given", () => {
    expect(value("price / cost", { price: 3, cost: 2 })).toBe(1.5);
    expect(() => value("price / cots", { price: 3, cost: 2 })).toThrow(/did you mean “cost”/);
  });
  test.each([
    "price.constructor",
    "x = 3",
    "f(x) = x",
    "[1, 2, 3]",
    '"text"',
    "import({})",
    "eval(1)",
    "constructor",
    "__proto__",
    "toString()",
    "1; 2",
    "{a: 1}",
    "a[1]",
    "1:3",
    "unit(3)",
  ])("refuses %s", (text) => {
    expect(() => compileFormula(text, ["price", "a", "x"])).toThrow(FormulaError);
  });
  test("is bounded in length, size and depth", () => {
    expect(() => compileFormula("1+".repeat(400) + "1", [])).toThrow(/at most 500/);
    expect(() => compileFormula(`${"(".repeat(60)}1${")".repeat(60)}`, [])).toThrow(/nested too deeply/);
    expect(() => compileFormula(Array(200).fill("1").join("*-"), [])).toThrow(FormulaError);
  });
  test("any text either compiles to a function of numbers or is refused as a formula error", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        try {
          expect(typeof compileFormula(text, ["p"]).evaluate({ p: 1 })).toBe("number");
        } catch (error) {
          expect(error).toBeInstanceOf(FormulaError);
        }
      }),
      { numRuns: 400 },
    );
  });
});
