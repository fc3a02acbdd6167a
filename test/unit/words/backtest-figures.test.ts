import { expect, test } from "vitest";
import { figure, observedText } from "../../../words/backtest-figures.ts";
import { backtestPlan } from "../../../scripts/backtest.ts";

test("a change of a share is told in points, what came as what was observed", () => {
  const changes = backtestPlan().targets.filter(({ measure }) => measure === "tokenShareChange");
  expect(changes.length).toBeGreaterThan(0);
  for (const target of changes) {
    expect(figure(target, 0.049, "en")).toBe("+4.9 pts");
    expect(figure(target, target.observed, "zh")).toBe(observedText(target, "zh"));
  }
});
