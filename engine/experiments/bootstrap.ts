import { nameHash, uniform } from "../math/random.ts";
import { quantile } from "./quantiles.ts";

const PICK = nameHash("bootstrap");
export const RESAMPLES = 200;

/**
 * 95 % percentile intervals of statistics of n independent blocks (Efron 1979). `statistic` takes block numbers, with
 * repetition, and returns as many numbers each time.
 */
export function bootstrap(
  n: number,
  seed: number,
  statistic: (blocks: readonly number[]) => readonly number[],
): { readonly low: number; readonly high: number }[] {
  const draws = Array.from({ length: RESAMPLES }, (_, r) =>
    statistic(Array.from({ length: n }, (_, i) => Math.floor(uniform(seed, PICK, i, r) * n))),
  );
  return draws[0].map((_, k) => {
    const sorted = Float64Array.from(draws.map((d) => d[k]).filter(Number.isFinite)).toSorted();
    return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
  });
}
