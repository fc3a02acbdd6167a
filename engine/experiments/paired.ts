import { mean } from "../math/sum.ts";
import { studentT } from "./student.ts";

/** The difference between two arms of paired runs: the other arm less the baseline. */
export interface PairedDifference {
  /** Mean of the baseline arm. */
  readonly base: number;
  /** Mean of the other arm. */
  readonly other: number;
  /** Mean difference, other less baseline. */
  readonly mean: number;
  /** 95 % confidence interval of the mean difference. */
  readonly low: number;
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
  const paired = variance(differences);
  const half = studentT(n - 1) * Math.sqrt(paired / n);
  return {
    base: mean(base),
    other: mean(other),
    mean: difference,
    low: difference - half,
    high: difference + half,
    varianceSaved: paired === 0 ? 1 : (variance(other) + variance(base)) / paired,
  };
}

/**
 * The same where a value may not exist in some run, or in a whole arm: each arm's mean is over its runs that have it,
 * the difference over pairs in which both do; NaN where fewer than two of them do.
 */
export function pairedWhereBoth(other: readonly number[], base: readonly number[]): PairedDifference {
  const both = base.flatMap((x, k) => (Number.isNaN(x) || Number.isNaN(other[k]) ? [] : [k]));
  const there = (values: readonly number[]) => mean(values.filter((x) => !Number.isNaN(x)));
  const ends = { base: there(base), other: there(other) };
  if (both.length < 2) return { ...ends, mean: NaN, low: NaN, high: NaN, varianceSaved: NaN };
  const [a, b] = [other, base].map((values) => both.map((k) => values[k]));
  return { ...pairedDifference(a, b), ...ends };
}

function variance(x: readonly number[]): number {
  const middle = mean(x);
  return x.reduce((sum, y) => sum + (y - middle) * (y - middle), 0) / (x.length - 1);
}
