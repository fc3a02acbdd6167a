import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3";
import { describe, expect, test } from "vitest";
import { backtest, type Backtest, measures } from "../../engine/index.ts";
import { meanScores, scoresOf } from "../../engine/backtest/move-scores.ts";
import { crps } from "../../engine/backtest/scores.ts";
import { library, simulate } from "../support/scenarios.ts";

const root = join(import.meta.dirname, "../..");
const targetsOf = (id: string) =>
  JSON.parse(readFileSync(join(root, `scenarios/backtest/${id}.json`), "utf8")) as Backtest;

test("the score of a sample is its distance from the truth less half its spread; that of one number its error", () => {
  expect(crps([0, 2], 1)).toBeCloseTo(0.5, 12);
  expect(crps([3], 1)).toBe(2);
  // Proper: who believes in an even chance of 0 and 2 scores best by saying so.
  const expected = (sample: number[]) => (crps(sample, 0) + crps(sample, 2)) / 2;
  for (const other of [[0], [1], [2], [0, 0, 2], [-1, 3]])
    expect(expected([0, 2])).toBeLessThanOrEqual(expected(other));
});

test("two plain forecasts are scored beside the model: nobody moves, and prices fall tenfold a year", () => {
  const span = { from: "2026-01-01", to: "2027-01-01", observed: 0.1 };
  const scores = scoresOf(span, [0.1, 0.1]);
  expect(scores.model).toBeCloseTo(0, 12);
  expect(scores.noChange).toBeCloseTo(Math.log(10), 12);
  expect(scores.decline).toBeCloseTo(0, 12);
  expect(meanScores([])).toBeNull();
});

describe.each(["v4-war", "light-war-2026"])("the hold-out of %s", (id) => {
  const { scenario, targets, limits } = targetsOf(id);
  const few = library(scenario, { "demand.agents": 300, "clock.burnInWeeks": 4 });

  test("asks only what the record says and the file does not: nothing is fitted, every product is there", () => {
    expect(targets.every(({ role }) => role === "tested")).toBe(true);
    const posted = new Set(few.events.filter(({ kind }) => kind === "price").map(({ product }) => product));
    const given = targets.filter(({ product, from }) =>
      few.events.some((e) => posted.has(product) && e.product === product && e.date >= from),
    );
    expect(given.map((t) => t.id)).toEqual([]);
    expect(limits.length).toBeGreaterThan(0);
  });
  test("has each observed move from two rows of the facts, or says that it is not verified", () => {
    const facts = csvParse(readFileSync(join(root, "scenarios/facts/prices.csv"), "utf8"));
    const rows = (product?: string) => facts.filter((r) => r.product === product && r.input_per_mtok !== "");
    const blend = (r: (typeof facts)[number]) => 0.75 * Number(r.input_per_mtok) + 0.25 * Number(r.output_per_mtok);
    const strange = targets
      .filter(({ measure, confidence }) => measure === "priceRatio" && confidence !== "unverified")
      .filter(({ product, from, to, observed }) => {
        const before = rows(product).filter((r) => r.date <= from && r.status === "applied");
        const after = rows(product).filter((r) => r.date <= to && r.status === "applied");
        return !before.some((a) =>
          after.some((b) => a.currency === b.currency && Math.abs(blend(b) / blend(a) / observed - 1) < 1e-3),
        );
      });
    expect(strange.map((t) => t.id)).toEqual([]);
  });
  test("gives each target a number, and each price a score", () => {
    const rows = backtest({ scenario, targets, limits }, [simulate(few, { seed: 1 })]);
    expect(rows.filter((r) => !Number.isFinite(r.mean)).map((r) => r.target.id)).toEqual([]);
    expect(rows.every((r) => (r.scores !== null) === (r.target.measure === "priceRatio"))).toBe(true);
    for (const { target } of rows) expect(measures[target.measure], target.measure).toBeDefined();
  });
});
