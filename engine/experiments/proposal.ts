import { exp, log } from "../math/elementary.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import { sum } from "../math/sum.ts";
import { symmetricEigen } from "../math/symmetric-eigen.ts";

type Point = readonly number[]; // of the unit cube

/** Where a round of points is drawn from, as a density over the unit cube. */
export interface Proposal {
  /** The point that stands for an even one: a Sobol' sequence stays as even as it was. */
  readonly at: (even: Point) => number[];
  readonly logDensity: (point: Point) => number;
}

export const anywhere: Proposal = { at: (even) => [...even], logDensity: () => 0 };

const WIDER = 1.5; // than the belief it is fitted to: tails of what is weighed must be within reach
const LEAST_SPREAD = 1e-4; // variance of a parameter in logits, where all points that count agree
const EDGE = 1e-9;

/** In logits the cube has no walls: a normal law there reaches up to every end of a range and over none. */
const logit = (u: number): number => log(inside(u) / (1 - inside(u)));
const unlogit = (z: number): number => inside(1 / (1 + exp(-z)));
const inside = (u: number): number => Math.min(1 - EDGE, Math.max(EDGE, u));

/**
 * A normal law in logits with the mean and covariance of what is believed so far, widened: the next round of adaptive
 * importance sampling (Oh and Berger 1992; Cornuet, Marin, Mira and Robert 2012).
 * @param weights of the points, adding up to 1
 */
export function around(points: readonly Point[], weights: readonly number[]): Proposal {
  const n = points[0].length;
  const logits = points.map((point) => point.map(logit));
  const mean = Array.from({ length: n }, (_, d) => sum(logits.map((z, k) => weights[k] * z[d])));
  const covariance = Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    const product = sum(logits.map((z, p) => weights[p] * (z[i] - mean[i]) * (z[j] - mean[j])));
    return WIDER * WIDER * (product + (i === j ? LEAST_SPREAD : 0));
  });
  const { values, vectors } = symmetricEigen(covariance, n);
  const scales = Array.from(values, (v) => Math.sqrt(Math.max(v, LEAST_SPREAD)));
  const constant = -sum(scales.map(log)) - (n / 2) * log(2 * Math.PI);
  return {
    at(even) {
      const steps = even.map((u, k) => scales[k] * normalQuantile(inside(u)));
      return mean.map((m, d) => unlogit(m + sum(steps.map((s, k) => s * vectors[k][d]))));
    },
    logDensity(point) {
      const away = point.map((u, d) => logit(u) - mean[d]);
      const steps = vectors.map((v, k) => sum(away.map((z, d) => z * v[d])) / scales[k]);
      const stretch = sum(point.map((u) => log(inside(u) * (1 - inside(u))))); // of logits over the cube
      return constant - sum(steps.map((s) => s * s)) / 2 - stretch;
    },
  };
}

/**
 * Log density of the mixture that all rounds together are draws of: each point is weighed against every place it might
 * have come from, so that no point weighs more than the share of the even round allows.
 */
export function mixtureDensity(
  points: readonly Point[],
  rounds: readonly { readonly proposal: Proposal; readonly points: number }[],
): number[] {
  const all = sum(rounds.map((round) => round.points));
  return points.map((point) => {
    const each = rounds.map((round) => log(round.points / all) + round.proposal.logDensity(point));
    const most = Math.max(...each);
    return most + log(sum(each.map((x) => exp(x - most))));
  });
}
