import { exp } from "../math/elementary.ts";
import { sum } from "../math/sum.ts";

/** How much each tried point of the parameters is to be believed, given how far it misses what was observed. */
interface Belief {
  readonly weights: readonly number[]; // of the points, adding up to 1
  readonly effective: number; // equally believed points they are worth (Kish 1965)
  /**
   * What every observation's error had to be multiplied by for the points to be worth enough of each other: above 1
   * too few points were tried, or the model cannot meet all observations as exactly as they are known.
   */
  readonly widened: number;
}

/**
 * Importance weights of points over an even prior: independent normal errors, widened by the least factor at which the
 * points are worth `least` equal ones. A point with a run that failed has no weight.
 * @param misses by point, each target's miss over its standard error
 * @param density by point, log density of what it was drawn from; 0 where points were drawn evenly
 */
export function believe(
  misses: readonly (readonly number[])[],
  least: number,
  density: readonly number[] = misses.map(() => 0),
): Belief {
  const squares = misses.map((each) => sum(each.map((x) => x * x)));
  const best = Math.min(...squares.filter(Number.isFinite));
  if (!Number.isFinite(best)) throw new Error("no point has a run that came through");
  const at = (widened: number): Belief => {
    const raw = squares.map((x, k) =>
      Number.isFinite(x) ? exp((best - x) / (2 * widened * widened) - density[k]) : 0,
    );
    const whole = sum(raw);
    const weights = raw.map((w) => w / whole);
    return { weights, effective: 1 / sum(weights.map((w) => w * w)), widened };
  };
  const enough = (b: Belief) => b.effective >= Math.min(least, squares.length / 2);
  let high = at(1);
  if (enough(high)) return high;
  let low = high;
  while (!enough(high) && high.widened < MOST_WIDE) [low, high] = [high, at(2 * high.widened)];
  for (let k = 0; k < 30; k++) {
    const middle = at((low.widened + high.widened) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const MOST_WIDE = 2 ** 20;

/**
 * Which points stand for the belief with `n` equal draws: the systematic resampling of Kitagawa (1996), no luck in it.
 * Points are passed from the likeliest to the least: in the order of a Sobol' sequence equal steps would beat with it.
 */
export function resample(weights: readonly number[], n: number): number[] {
  const order = weights.map((_, k) => k).toSorted((a, b) => weights[b] - weights[a] || a - b);
  const out: number[] = [];
  let [at, below] = [0, weights[order[0]]];
  for (let k = 0; k < n; k++) {
    const u = (k + 0.5) / n;
    while (u > below && at < order.length - 1) below += weights[order[++at]];
    out.push(order[at]);
  }
  return out;
}

/** Runs without which the share of a variance is off by more than some tenth. */
export const LEAST_TO_KNOW = 60;

/**
 * What part of an outcome's variance would go if one number were known: the share that a parabola in it explains, less
 * what a parabola explains of noise. 0 where it tells nothing; NaN of fewer than `LEAST_TO_KNOW` runs, of which it
 * would be noise itself.
 */
export function worthOfKnowing(values: readonly number[], outcomes: readonly number[]): number {
  const n = outcomes.length;
  const x = standardised(values);
  const y = standardised(outcomes);
  if (n < LEAST_TO_KNOW) return NaN;
  if (x === null || y === null) return 0;
  const square = standardised(
    residual(
      x.map((v) => v * v),
      x,
    ),
  );
  const explained = [x, ...(square ? [square] : [])].map((v) => (sum(v.map((each, k) => each * y[k])) / n) ** 2);
  const terms = explained.length;
  return Math.max(0, 1 - ((1 - sum(explained)) * (n - 1)) / (n - 1 - terms));
}

/** Mean 0, mean square 1; null where nothing varies. */
function standardised(x: readonly number[]): number[] | null {
  const mean = sum(x) / x.length;
  const off = x.map((v) => v - mean);
  const scale = Math.sqrt(sum(off.map((v) => v * v)) / x.length);
  return scale > 1e-12 * Math.max(1, Math.abs(mean)) ? off.map((v) => v / scale) : null;
}

/** What is left of y once its mean and its line on a standardised x are taken out. */
function residual(y: readonly number[], x: readonly number[]): number[] {
  const mean = sum(y) / y.length;
  const slope = sum(y.map((v, k) => (v - mean) * x[k])) / y.length;
  return y.map((v, k) => v - mean - slope * x[k]);
}
