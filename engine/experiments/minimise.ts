import { nelderMead, type Search, type Trial } from "./nelder-mead.ts";
import { sobolPoints } from "../math/sobol-points.ts";

interface MinimiseOptions {
  readonly dimensions: number;
  readonly evaluations: number; // most
  readonly tolerance: number; // in the unit cube
  /** A point to begin with, e.g. the scenario as it is. */
  readonly start?: readonly number[];
}

/**
 * The lowest point of the unit cube within a budget: a sixth of it on points that fill the space, then Nelder-Mead from
 * the best of them, and again from the next best that lies elsewhere, as long as the budget lasts.
 */
export function* minimise({ dimensions, evaluations, tolerance, start }: MinimiseOptions): Search<Trial> {
  const scouts = Math.max(2 * dimensions + 2, Math.floor(evaluations / 6));
  const filling = sobolPoints(scouts, dimensions, 1);
  const points = Array.from({ length: scouts }, (_, i) =>
    Array.from(filling.subarray(i * dimensions, (i + 1) * dimensions)),
  );
  if (start) points.unshift([...start]);
  const values = yield points;
  const seeds = points
    .map((point, i) => ({ point, value: Number.isNaN(values[i]) ? Infinity : values[i] }))
    .toSorted((a, b) => (a.value === b.value ? 0 : a.value - b.value));
  let best: Trial = seeds[0];
  let left = evaluations - points.length;
  const visited: Trial[] = [];
  for (const seed of seeds) {
    if (left <= dimensions + 2) break;
    if (visited.some((v) => distance(v.point, seed.point) < STEP)) continue;
    const found = yield* nelderMead({ start: seed, step: STEP, tolerance, evaluations: left });
    left -= found.used;
    visited.push(seed, found);
    if (found.value < best.value) best = found;
  }
  return { point: best.point, value: best.value };
}

const STEP = 0.1;

const distance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((most, x, d) => Math.max(most, Math.abs(x - b[d])), 0);

/** Drives a search with an objective that answers at once. */
export function solveNow<T>(search: Search<T>, objective: (point: readonly number[]) => number): T {
  let step = search.next();
  while (!step.done) step = search.next(step.value.map(objective));
  return step.value;
}
