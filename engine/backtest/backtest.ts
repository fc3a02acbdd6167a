import { mean } from "../math/sum.ts";
import { band } from "../math/quantile.ts";
import type { Recording } from "../recording/recorder.ts";
import type { Text } from "../text/text.ts";
import { type Scores, scoresOf } from "./move-scores.ts";
import { type MeasureArguments, measures } from "./measures.ts";

export type Role = "fitted" | "tested" | "stated";

/** A public figure, and how it may be used. */
export interface Target extends MeasureArguments {
  readonly id: string;
  readonly label: Text;
  readonly measure: string;
  readonly observed: number;
  readonly unit: string;
  /** Fitted figures are no test, nor are those that the scenario mostly states itself. */
  readonly role: Role;
  /** What can be wrong about it; its value unless said: a figure of more than the model holds is a bound. */
  readonly judgedBy?: "sign" | "atMost";
  /** Draws of what is not known were weighed by it: where they are taken it is fitted. */
  readonly drawnBy?: true;
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
  readonly error: number; // mean over observed, less 1; judged by its sign, mean less observed
  readonly covered: boolean; // whether the band holds the observed figure
  readonly right: number | null; // part of the runs on the side of what is judged by its sign or as a bound
  readonly scores: Scores | null; // of a move of prices
}

/** How many tested figures the bands hold, and of how many that are values: eight in ten, were all told. */
export function coverage(rows: readonly Pick<BacktestRow, "target" | "covered">[]): [covered: number, all: number] {
  const tested = rows.filter(({ target }) => target.role === "tested" && !target.judgedBy);
  return [tested.filter(({ covered }) => covered).length, tested.length];
}

/** What the figures are where draws of what is not known are taken. */
export const underDraws = (plan: Backtest): Backtest => ({
  ...plan,
  targets: plan.targets.map((t) => (t.drawnBy ? { ...t, role: "fitted" } : t)),
});

/** Simulated against observed, over replications. @throws when a target's measure is unknown. */
export function backtest({ targets }: Backtest, runs: readonly Recording[]): BacktestRow[] {
  return targets.map((target) => {
    const measure = measures[target.measure];
    if (!measure) throw new Error(`no measure “${target.measure}”; known: ${Object.keys(measures).join(", ")}`);
    const values = runs.map((r) => measure(r, target));
    const average = mean(values);
    const [low, high] = band(values);
    const error = target.judgedBy === "sign" ? average - target.observed : average / target.observed - 1;
    const covered = low <= target.observed && target.observed <= high;
    const scores = target.measure === "priceRatio" ? scoresOf(target, values) : null;
    return { target, mean: average, low, high, error, covered, right: rightSide(target, values), scores };
  });
}

/** A change that is judged by its sign is observed as one above or below 0; of a kink nothing else was, so above. */
function rightSide({ judgedBy, observed }: Target, values: readonly number[]): number | null {
  if (!judgedBy) return null;
  const sign = observed < 0 ? -1 : 1;
  const right = values.filter((x) => (judgedBy === "atMost" ? x <= observed : x * sign > 0));
  return right.length / values.length;
}
