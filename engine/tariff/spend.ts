import { exp } from "../math/elementary.ts";
import { normalCdf } from "../math/normal-cdf.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import type { VolumeTerms } from "../scenario/tariff.ts";

/** Buyers' monthly bills at list prices, a lognormal law. */
export interface Bills {
  readonly mean: number; // [money/month]
  readonly sd: number; // of ln bill
}

const CELLS = 200;

/** A month's bill under terms by volume, for who would pay `bill` at list prices [money/month]. */
export function monthlyBill({ steps, minimum, commitments }: VolumeTerms, bill: number): number {
  let due = 0;
  let from = 0;
  let times = 1;
  for (const step of steps) {
    if (bill <= step.above) break;
    due += (step.above - from) * times;
    [from, times] = [step.above, step.times];
  }
  due += (bill - from) * times;
  for (const offer of commitments) due = Math.min(due, Math.max(offer.spend, bill * offer.times));
  return Math.max(due, minimum);
}

/** What a law of buyers pays over what it would at list prices: bills added up, not averaged over buyers. */
export function overList(terms: VolumeTerms, { mean, sd }: Bills): number {
  if (!(mean > 0)) return 1;
  const below = (k: number) => (k === 0 ? 0 : k === CELLS ? 1 : normalCdf(normalQuantile(k / CELLS) - sd));
  let due = 0;
  for (let k = 0; k < CELLS; k++) {
    const bill = sd === 0 ? mean : mean * (below(k + 1) - below(k)) * CELLS;
    due += monthlyBill(terms, bill) / CELLS;
  }
  return due / mean;
}

/** ln of the mean of a lognormal law over its median. */
export const meanOf = (median: number, sd: number): number => median * exp((sd * sd) / 2);
