import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BACKTEST_RESULT, backtestFingerprint, backtestPlan } from "../../scripts/backtest.ts";

const result = JSON.parse(readFileSync(join(import.meta.dirname, "../..", BACKTEST_RESULT), "utf8")) as {
  readonly fingerprint: string;
  readonly results: readonly { readonly id: string }[];
};

test("the back-test that reports and the model page say is of this engine (npm run generate)", () => {
  expect(result.fingerprint).toBe(backtestFingerprint());
});

test("it has every public figure of the plan", () => {
  expect(result.results.map(({ id }) => id)).toEqual(backtestPlan().targets.map(({ id }) => id));
});
