import { bootstrap } from "./bootstrap.ts";
import { MORRIS_STEP } from "./samplers/morris.ts";

/** A number with its 95 % bootstrap interval. */
interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What moving one parameter to its ends does to one output. */
export interface Swing {
  readonly base: number;
  /** Output with the parameter at its low end. */
  readonly low: number;
  readonly high: number;
  /** High less low. */
  readonly swing: number;
}

/** One-at-a-time effects from outputs in the sampler's order: base, then low and high of each axis. */
export function swings(y: ArrayLike<number>, axes: number): Swing[] {
  return Array.from({ length: axes }, (_, d) => {
    const [low, high] = [y[2 * d + 1], y[2 * d + 2]];
    return { base: y[0], low, high, swing: high - low };
  });
}

/** Morris' measures of one axis. */
export interface ElementaryEffects {
  /** Mean absolute effect over the whole range: importance (Campolongo et al. 2007). */
  readonly muStar: Estimate;
  /** Mean effect: direction. */
  readonly mu: number;
  /** Its standard deviation: curvature and interactions. */
  readonly sigma: number;
}

/** Elementary effects from trajectories of k + 1 points; `points` are the sampler's. */
export function elementaryEffects(
  points: Float64Array,
  y: ArrayLike<number>,
  k: number,
  seed: number,
): ElementaryEffects[] {
  const trajectories = y.length / (k + 1);
  const effects = new Float64Array(trajectories * k);
  for (let r = 0; r < trajectories; r++) {
    for (let i = 1; i <= k; i++) {
      const row = r * (k + 1) + i;
      const moved = movedAxis(points, row, k);
      effects[r * k + moved.axis] = ((y[row] - y[row - 1]) / MORRIS_STEP) * moved.sign;
    }
  }
  const muStars = (rows: readonly number[]) => axisMeans(rows, k, (r, d) => Math.abs(effects[r * k + d]));
  const all = Array.from({ length: trajectories }, (_, r) => r);
  const intervals = bootstrap(trajectories, seed, muStars);
  const [star, mean] = [muStars(all), axisMeans(all, k, (r, d) => effects[r * k + d])];
  const squares = axisMeans(all, k, (r, d) => (effects[r * k + d] - mean[d]) * (effects[r * k + d] - mean[d]));
  const bessel = trajectories > 1 ? trajectories / (trajectories - 1) : NaN;
  return star.map((value, d) => ({
    muStar: { value, ...intervals[d] },
    mu: mean[d],
    sigma: Math.sqrt(squares[d] * bessel),
  }));
}

function movedAxis(points: Float64Array, row: number, k: number): { axis: number; sign: number } {
  for (let d = 0; d < k; d++) {
    const step = points[row * k + d] - points[(row - 1) * k + d];
    if (Math.abs(step) > 1e-9) return { axis: d, sign: Math.sign(step) };
  }
  throw new Error(`points ${row - 1} and ${row} are the same: no Morris trajectory`);
}

const axisMeans = (rows: readonly number[], k: number, value: (row: number, axis: number) => number): number[] =>
  Array.from({ length: k }, (_, d) => rows.reduce((sum, r) => sum + value(r, d), 0) / rows.length);

/** Variance-based indices of one axis. */
export interface SobolIndices {
  /** Share of variance that goes with the axis alone. */
  readonly first: Estimate;
  /** Share that goes with it and all its interactions. */
  readonly total: Estimate;
}

/**
 * First-order and total indices from outputs in the order of the saltelli sampler: A_j, AB_1j ... AB_kj, B_j.
 * Estimators (b) and (f) of Saltelli et al. (2010), table 2, on centred outputs; total by Jansen (1999).
 */
export function sobolIndices(y: ArrayLike<number>, k: number, seed: number): SobolIndices[] {
  const n = y.length / (k + 2);
  const all = Array.from({ length: n }, (_, j) => j);
  const estimates = indicesOver(y, k, all);
  const intervals = bootstrap(n, seed, (rows) => indicesOver(y, k, rows));
  const at = (i: number): Estimate => ({ value: estimates[i], ...intervals[i] });
  return Array.from({ length: k }, (_, d) => ({ first: at(d), total: at(k + d) }));
}

/** First-order indices of every axis, then total ones. NaN where the output never varies. */
function indicesOver(y: ArrayLike<number>, k: number, rows: readonly number[]): number[] {
  const n = rows.length;
  const [a, b] = [(j: number) => y[j * (k + 2)], (j: number) => y[j * (k + 2) + k + 1]];
  const mean = rows.reduce((sum, j) => sum + a(j) + b(j), 0) / (2 * n);
  const squares = rows.reduce((sum, j) => sum + (a(j) - mean) * (a(j) - mean) + (b(j) - mean) * (b(j) - mean), 0);
  const variance = squares / (2 * n);
  const of = (term: (j: number, ab: number) => number) =>
    Array.from(
      { length: k },
      (_, d) => rows.reduce((sum, j) => sum + term(j, y[j * (k + 2) + 1 + d]), 0) / n / variance,
    );
  return [...of((j, ab) => (b(j) - mean) * (ab - a(j))), ...of((j, ab) => ((a(j) - ab) * (a(j) - ab)) / 2)];
}
