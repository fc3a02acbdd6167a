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

test("a margin so far is of all that was sold since the start, as the backtest takes a year's", () => {
  const [from, to] = [run.dates[0], run.dates.at(-1)!];
  const soFar = series(run, "vendors.zhipu.grossMarginSoFar").at(-1)!;
  expect(soFar).toBeCloseTo(measures.grossMargin(run, { from, to, vendor: "zhipu" }), 12);
  expect(Math.abs(series(run, "vendors.zhipu.grossMargin").at(-1)! - soFar)).toBeGreaterThan(0.01);
});

test("how many tested figures the bands hold leaves out what is fitted or stated, mere signs and bounds", () => {
  const row = (role: Target["role"], covered: boolean, judgedBy?: Target["judgedBy"]) =>
    ({ target: { role, judgedBy }, covered }) as unknown as BacktestRow;
  const rows = [row("fitted", true), row("stated", true), row("tested", true, "sign"), row("tested", true, "atMost")];
  expect(coverage([...rows, row("tested", true), row("tested", false)])).toEqual([1, 2]);
  const targets = [{ measure: "tokens", role: "tested", from: run.dates[0], to: run.dates[9], observed: 0 }];
  expect(coverage(backtest({ scenario: "", targets: targets as unknown as Target[], limits: [] }, [run]))).toEqual([
    0, 1,
  ]);
});

test("a change is right where its sign is the observed one, a bound where the model does not exceed it", () => {
  const [from, to] = [run.dates[0], run.dates.at(-1)!];
  const target = (more: object) =>
    ({ vendor: "bytedance", from, to, split: "2024-06-01", unit: "1", ...more }) as Target;
  const of = (more: object) => backtest({ scenario: "", targets: [target(more)], limits: [] }, [run])[0];
  const rise = of({ measure: "tokenShareChange", observed: 0.1, judgedBy: "sign" });
  expect(rise.mean).toBeCloseTo(
    measures.tokenShare(run, { from: "2024-06-01", to, vendor: "bytedance" }) -
      measures.tokenShare(run, { from, to: "2024-05-31", vendor: "bytedance" }),
    12,
  );
  expect(rise.right).toBe(1);
  expect(of({ measure: "tokenShareChange", observed: -0.1, judgedBy: "sign" }).right).toBe(0);
  expect(of({ measure: "tokens", observed: 1, judgedBy: "atMost" }).right).toBe(0);
  expect(of({ measure: "tokens", observed: 1 }).right).toBeNull();
});
