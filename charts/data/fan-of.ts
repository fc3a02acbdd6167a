import { band, BANDS, sortedQuantile } from "../../engine/index.ts";

const TEN = 10;

/** Fewer runs than ten are no base for a share of ten: what is shown of them is from the lowest to the highest. */
export const areFew = (runs: number): boolean => runs < TEN;

/** The middle nine of ten runs; of few, all. */
export const middleOf = (values: ArrayLike<number>) => band(values, areFew(values.length) ? 1 : 0.9);

const WHOLE = [0, 0.25, 0.5, 0.75, 1] as const; // of few

/** Quantiles of a series over runs, date by date: what a fan chart draws. */
export interface Fan {
  readonly levels: readonly number[];
  readonly quantiles: readonly Float64Array[]; // level x tick; NaN where no run has a value
}

/** @param runs one series a run; what is NaN (a share of nothing) is left out at its date */
export function fanOf(runs: readonly Float64Array[]): Fan {
  const ticks = runs[0]?.length ?? 0;
  const levels = areFew(runs.length) ? WHOLE : BANDS;
  const quantiles = levels.map(() => new Float64Array(ticks));
  for (let t = 0; t < ticks; t++) {
    const sorted = Float64Array.from(runs, (x) => x[t])
      .filter((x) => !Number.isNaN(x))
      .toSorted();
    levels.forEach((level, k) => (quantiles[k][t] = sortedQuantile(sorted, level)));
  }
  return { levels, quantiles };
}
