import { band } from "../math/quantile.ts";
import { nameHash, uniform } from "../math/random.ts";

const PICK = nameHash("bootstrap");
const RESAMPLES = 200;

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
    const [low, high] = band(draws.map((d) => d[k]).filter(Number.isFinite), 0.95);
    return { low, high };
  });
}
