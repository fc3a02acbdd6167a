import { mean } from "../math/sum.ts";
import { studentT } from "./student.ts";

/** The difference between two arms of paired runs. */
export interface PairedDifference {
  readonly base: number; // mean of the baseline arm
  readonly mean: number; // mean difference, other less baseline
  readonly low: number; // 95 % confidence interval of the mean difference
  readonly high: number;
  /** Variance of an unpaired difference over that of the paired one: how many times fewer runs pairing needs. */
  readonly varianceSaved: number;
}

/** @throws RangeError with fewer than two pairs, or arms of different length. */
export function pairedDifference(other: readonly number[], base: readonly number[]): PairedDifference {
  const n = base.length;
  if (n < 2 || other.length !== n) throw new RangeError(`pairs of runs needed: got ${other.length} and ${n}`);
  const differences = other.map((x, k) => x - base[k]);
  const difference = mean(differences);
  const half = studentT(n - 1) * Math.sqrt(variance(differences) / n);
  const paired = variance(differences);
  return {
    base: mean(base),
    mean: difference,
    low: difference - half,
    high: difference + half,
    varianceSaved: paired > 0 ? (variance(other) + variance(base)) / paired : 1,
  };
}

function variance(x: readonly number[]): number {
  const middle = mean(x);
  return x.reduce((sum, y) => sum + (y - middle) * (y - middle), 0) / (x.length - 1);
}
