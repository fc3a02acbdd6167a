import { log } from "../math/elementary.ts";
import { mean } from "../math/sum.ts";
import { dayNumber } from "../scenario/dates.ts";
import type { MeasureArguments } from "./measures.ts";
import { crps } from "./scores.ts";

/** How far forecasts of a price lay from what was posted, in ln price; less is better. */
export interface Scores {
  readonly model: number;
  readonly noChange: number; // the forecast that nobody moves
  readonly decline: number; // the forecast that prices fall as they always do
}

/** Tenfold a year at constant quality: a16z's LLMflation, scenarios/facts/outcomes.csv. */
const LN_A_YEAR = log(10);

/** The model's runs and two plain forecasts, held against a price that was posted. */
export function scoresOf(
  { from, to, observed }: MeasureArguments & { readonly observed: number },
  ratios: readonly number[],
): Scores {
  const truth = log(observed);
  const years = (dayNumber(to) - dayNumber(from)) / 365;
  return {
    model: crps(ratios.map(log), truth),
    noChange: Math.abs(truth),
    decline: Math.abs(truth + LN_A_YEAR * years),
  };
}

/** Of a list of scores. */
export function meanScores(scores: readonly Scores[]): Scores | null {
  if (scores.length === 0) return null;
  const of = (key: keyof Scores) => mean(scores.map((s) => s[key]));
  return { model: of("model"), noChange: of("noChange"), decline: of("decline") };
}
