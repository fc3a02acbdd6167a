import { expect, test } from "vitest";
import { backtest, type Target } from "../../engine/backtest/backtest.ts";
import { simulate } from "../support/scenarios.ts";
import { textbook } from "../support/textbook.ts";

const run = simulate(textbook({ price: [1.5, 1.5] }));
const figure: Target = {
  id: "x",
  label: { en: "x", zh: "x" },
  measure: "tokenShare",
  vendor: run.vendorIds[0],
  from: run.dates[0],
  to: run.dates.at(-1)!,
  observed: 0.4,
  unit: "1",
  role: "tested",
  source: "hand",
  confidence: "seed",
};
const rowOf = (target: Partial<Target>) =>
  backtest({ scenario: "x", targets: [{ ...figure, ...target }], limits: [] }, [run])[0];

test("a figure's error is its part of what was observed, a change's its distance from it", () => {
  const { mean } = rowOf({});
  expect(mean).toBeCloseTo(0.5, 6);
  expect(rowOf({}).error).toBeCloseTo(0.25, 6);
  expect(rowOf({ judgedBy: "sign" }).error).toBeCloseTo(0.1, 6);
});

test("what is judged by its side is right where runs lie on it", () => {
  expect(rowOf({}).right).toBe(null);
  expect(rowOf({ judgedBy: "sign" }).right).toBe(1);
  expect(rowOf({ judgedBy: "sign", observed: -0.1 }).right).toBe(0);
  expect(rowOf({ judgedBy: "atMost", observed: 0.6 }).right).toBe(1);
  expect(rowOf({ judgedBy: "atMost" }).right).toBe(0);
});
