import { BANDS, sortedQuantile } from "../../engine/index.ts";

/** Quantiles of a series over runs, date by date: what a fan chart draws. */
export interface Fan {
  readonly levels: readonly number[];
  readonly quantiles: readonly Float64Array[]; // level x tick; NaN where no run has a value
}

/** @param runs one series a run; what is NaN (a share of nothing) is left out at its date */
export function fanOf(runs: readonly Float64Array[]): Fan {
  const ticks = runs[0]?.length ?? 0;
  const quantiles = BANDS.map(() => new Float64Array(ticks));
  for (let t = 0; t < ticks; t++) {
    const sorted = Float64Array.from(runs, (x) => x[t])
      .filter((x) => !Number.isNaN(x))
      .toSorted();
    BANDS.forEach((level, k) => (quantiles[k][t] = sortedQuantile(sorted, level)));
  }
  return { levels: BANDS, quantiles };
}
