import { pairedDifference } from "./paired.ts";

/** A difference of two arms over time: its mean and 95 % confidence interval, date by date. */
export interface PairedBand {
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * Paired differences of a series, tick by tick: other less base.
 * @param other one series a replication, in the order of `base`; a tick without a value in some pair is NaN
 * @throws RangeError with fewer than two pairs, or arms of different length
 */
export function pairedBand(other: readonly Float64Array[], base: readonly Float64Array[]): PairedBand {
  const ticks = base[0]?.length ?? 0;
  const band = { mean: new Float64Array(ticks), low: new Float64Array(ticks), high: new Float64Array(ticks) };
  for (let t = 0; t < ticks; t++) {
    const { mean, low, high } = pairedDifference(
      other.map((x) => x[t]),
      base.map((x) => x[t]),
    );
    band.mean[t] = mean;
    band.low[t] = low;
    band.high[t] = high;
  }
  return band;
}
