import { mean } from "../math/sum.ts";
import { band } from "../math/quantile.ts";
import type { Recording } from "../recording/recorder.ts";
import type { Text } from "../text/text.ts";
import { type Scores, scoresOf } from "./move-scores.ts";
import { type MeasureArguments, measures } from "./measures.ts";

/** A public figure, and how it may be used. */
export interface Target extends MeasureArguments {
  readonly id: string;
  readonly label: Text;
  readonly measure: string;
  readonly observed: number;
  readonly unit: string;
  /** Fitted figures are no test; a figure is one or the other. */
  readonly role: "fitted" | "tested";
  readonly source: string;
  readonly confidence: "public-verified" | "unverified" | "seed";
  /** What the two numbers do not mean alike, or why the model cannot reach it. */
  readonly note?: Text;
}

export interface Backtest {
  readonly scenario: string;
  readonly targets: readonly Target[];
  /** What the model cannot explain, and why. */
  readonly limits: readonly Text[];
}

export interface BacktestRow {
  readonly target: Target;
  readonly mean: number;
  readonly low: number; // 10 % of replications lie below
  readonly high: number; // 10 % above
  readonly error: number; // mean over observed, less 1; for a kink, mean less observed
  readonly covered: boolean; // whether the band holds the observed figure
  readonly scores: Scores | null; // of a move of prices
}

/** How many tested figures the bands hold, and of how many that are no mere signs: eight in ten, were all told. */
export function coverage(rows: readonly BacktestRow[]): [covered: number, all: number] {
  const tested = rows.filter(({ target }) => target.role === "tested" && target.measure !== "kink");
  return [tested.filter(({ covered }) => covered).length, tested.length];
}

/** Simulated against observed, over replications. @throws when a target's measure is unknown. */
export function backtest({ targets }: Backtest, runs: readonly Recording[]): BacktestRow[] {
  return targets.map((target) => {
    const measure = measures[target.measure];
    if (!measure) throw new Error(`no measure “${target.measure}”; known: ${Object.keys(measures).join(", ")}`);
    const values = runs.map((r) => measure(r, target));
    const average = mean(values);
    const [low, high] = band(values);
    const error = target.measure === "kink" ? average - target.observed : average / target.observed - 1;
    const covered = low <= target.observed && target.observed <= high;
    const scores = target.measure === "priceRatio" ? scoresOf(target, values) : null;
    return { target, mean: average, low, high, error, covered, scores };
  });
}
