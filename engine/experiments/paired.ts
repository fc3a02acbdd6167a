/** The difference between two arms of paired runs. */
export interface PairedDifference {
  readonly base: number; // mean of the baseline arm
  readonly mean: number; // mean difference, other less baseline
  readonly low: number; // 95 % confidence interval of the mean difference
  readonly high: number;
  /** Variance of an unpaired difference over that of the paired one: how many times fewer runs pairing needs. */
  readonly varianceSaved: number;
}

// Student's t, 97.5 %, by degrees of freedom; the normal value from 30 on errs by less than 2 %.
const T = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045]; // prettier-ignore

/** @throws RangeError with fewer than two pairs, or arms of different length. */
export function pairedDifference(other: readonly number[], base: readonly number[]): PairedDifference {
  const n = base.length;
  if (n < 2 || other.length !== n) throw new RangeError(`pairs of runs needed: got ${other.length} and ${n}`);
  const differences = other.map((x, k) => x - base[k]);
  const mean = average(differences);
  const half = (T[n - 2] ?? 1.96) * Math.sqrt(variance(differences) / n);
  const paired = variance(differences);
  return {
    base: average(base),
    mean,
    low: mean - half,
    high: mean + half,
    varianceSaved: paired > 0 ? (variance(other) + variance(base)) / paired : 1,
  };
}

const average = (x: readonly number[]) => x.reduce((a, b) => a + b, 0) / x.length;

function variance(x: readonly number[]): number {
  const mean = average(x);
  return x.reduce((sum, y) => sum + (y - mean) * (y - mean), 0) / (x.length - 1);
}
