import { expect, test } from "vitest";
import { backtest, type BacktestRow, coverage, type Target } from "../../../engine/index.ts";
import { measures } from "../../../engine/backtest/measures.ts";
import { series } from "../../../engine/metrics/lookup.ts";
import { library, simulate } from "../../support/scenarios.ts";

const run = simulate(library("china-2024", { "demand.agents": 300, "clock.end": "2024-08-01" }));

test("a share so far is of all tokens since the start, as the backtest takes a year's: no mean of daily shares", () => {
  const [from, to] = [run.dates[0], run.dates.at(-1)!];
  for (const vendor of ["bytedance", "alibaba"]) {
    const soFar = series(run, `vendors.${vendor}.tokenShareSoFar`).at(-1)!;
    expect(soFar).toBeCloseTo(measures.tokenShare(run, { from, to, vendor }), 12);
    const daily = series(run, `vendors.${vendor}.tokenShare`);
    expect(Math.abs(daily.reduce((a, b) => a + b, 0) / daily.length - soFar)).toBeGreaterThan(0.01);
  }
});

test("how many tested figures the bands hold leaves out what is fitted, and mere signs", () => {
  const row = (role: Target["role"], measure: string, covered: boolean) =>
    ({ target: { role, measure }, covered }) as unknown as BacktestRow;
  const rows = [row("fitted", "tokens", true), row("tested", "kink", true), row("tested", "tokens", true)];
  expect(coverage([...rows, row("tested", "tokenShare", false)])).toEqual([1, 2]);
  const targets = [{ measure: "tokens", role: "tested", from: run.dates[0], to: run.dates[9], observed: 0 }];
  expect(coverage(backtest({ scenario: "", targets: targets as unknown as Target[], limits: [] }, [run]))).toEqual([
    0, 1,
  ]);
});
