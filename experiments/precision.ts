import { type Axis, profileDirection, settingAt, standardErrors } from "../engine/index.ts";
import { log } from "../engine/math/elementary.ts";
import type { Point } from "./search.ts";

/** How well the data pin a parameter down. */
export interface Precision {
  /** From the Jacobian at the optimum, in the parameter's unit; NaN where the data cannot say. */
  readonly standardError: number;
  /** 95 %, from the profile likelihood; an end that the range cuts off is null: it may lie anywhere beyond. */
  readonly interval: readonly [low: number | null, high: number | null];
  /** Deviance above the best, over values of the parameter, the others fitted anew. */
  readonly profile: readonly { readonly value: number; readonly deviance: number }[];
  /** A value at which the profile found a smaller miss than the search had; null where it found none. */
  readonly better: number | null;
  readonly atEnd: boolean; // the optimum lies at the end of the range: the best may lie beyond
}

interface Optimum {
  readonly point: Point;
  readonly axes: readonly Axis[];
  readonly jacobian: Float64Array;
  readonly measured: boolean; // the scales of misses are standard deviations
}

type MissesAt = (points: readonly Point[]) => Promise<number[][]>;

const CHI_SQUARED = 3.841459; // 95 % point, one degree of freedom
const STEPS = [-3, -2, -1, -0.5, 0.5, 1, 2, 3]; // in standard errors
const WIDEST = 0.25; // of the range, a step's length at most

const clamp = (u: number): number => Math.min(1, Math.max(0, u));
const squares = (x: readonly number[]): number => x.reduce((sum, v) => sum + v * v, 0);

/** Standard errors and profile likelihoods (Venzon & Moolgavkar 1988, Appl. Stat. 37:87), one a parameter. */
export async function precisionOf(optimum: Optimum, missesAt: MissesAt): Promise<Precision[]> {
  const { point, axes, jacobian, measured } = optimum;
  const k = axes.length;
  const [residuals] = await missesAt([point]);
  const [n, rss] = [residuals.length, squares(residuals)];
  // Scales that are only a guess say nothing of the noise: the misses themselves do, where there are enough of them.
  const variance = measured ? 1 : n > k ? rss / (n - k) : NaN;
  const errors = standardErrors(jacobian, k, variance);
  const places = axes.map((_, d) => profilePoints(optimum, d, errors[d]));
  const found = (await missesAt(places.flat())).map(squares);
  const least = found.reduce((a, b) => Math.min(a, b), rss); // noise may hide a better point from the search
  let at = 0;
  return axes.map((axis, d) => {
    const deviances = places[d].map((p) => ({ u: p[d], deviance: (found[at++] - least) / variance }));
    const all = [...deviances, { u: point[d], deviance: (rss - least) / variance }].toSorted((a, b) => a.u - b.u);
    const known = all.filter(({ deviance }) => Number.isFinite(deviance));
    const value = (u: number) => Number(settingAt(axis, u));
    // Coarse demand may hide from the search a point that the profile comes upon: the interval is round the lowest.
    const lowest = known.reduce((best, p) => (p.deviance < best.deviance ? p : best), known[0]);
    const end = (side: -1 | 1) => {
      const u = lowest === undefined ? null : crossing(known, lowest.u, side);
      return u === null ? null : value(u);
    };
    return {
      standardError: errors[d] * slope(axis, point[d]),
      interval: [end(-1), end(1)],
      profile: known.map(({ u, deviance }) => ({ value: value(u), deviance })),
      better: lowest !== undefined && lowest.u !== point[d] ? value(lowest.u) : null,
      atEnd: axis.kind === "range" && (point[d] < 0.01 || point[d] > 0.99),
    };
  });
}

/** Points along which one parameter is moved and the others go where they fit best, to first order. */
function profilePoints({ point, axes, jacobian }: Optimum, d: number, error: number): Point[] {
  if (axes[d].kind !== "range") return [];
  const direction = profileDirection(jacobian, axes.length, d);
  const step = Number.isFinite(error) && error > 0 ? Math.min(error, WIDEST) : WIDEST;
  const near = STEPS.map((s) => clamp(point[d] + s * step));
  const targets = [...new Set([0, ...near, 1])].filter((u) => u !== point[d]);
  return targets.map((u) => point.map((x, i) => clamp(x + direction[i] * (u - point[d]))));
}

/** Where the deviance first rises above its 95 % point, going to one side; null where the range ends before. */
function crossing(all: readonly { u: number; deviance: number }[], from: number, side: -1 | 1): number | null {
  const path = all.filter(({ u }) => (u - from) * side >= 0).toSorted((a, b) => (a.u - b.u) * side);
  for (let k = 1; k < path.length; k++) {
    const [a, b] = [path[k - 1], path[k]];
    if (b.deviance < CHI_SQUARED) continue;
    // Deviance is near a parabola, its root near a line: between two points it is read on the line.
    const [ra, rb] = [Math.sqrt(Math.max(0, a.deviance)), Math.sqrt(b.deviance)];
    return a.u + ((Math.sqrt(CHI_SQUARED) - ra) / (rb - ra)) * (b.u - a.u);
  }
  return null;
}

/** What a step in the unit interval is in the parameter's own unit. */
function slope(axis: Axis, u: number): number {
  if (axis.kind !== "range") return NaN;
  const { low, high, scale } = axis;
  return scale === "log" ? Number(settingAt({ ...axis, integer: false }, u)) * log(high / low) : high - low;
}
