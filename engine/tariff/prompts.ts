import { exp } from "../math/elementary.ts";
import { normalCdf } from "../math/normal-cdf.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import type { Prompts } from "../scenario/traffic.ts";

/** Prompts of one length. */
export interface PromptPoint {
  readonly tokens: number;
  readonly share: number; // of requests
}

/**
 * Mean length of the prompts that lie in a server's memory at one moment, were each sent as `sent` says: a request
 * stays while its output is written, which goes with its length, so that long ones are met more often than they come.
 */
export function heldInMemory<P extends PromptPoint>(points: readonly P[], sent: (point: P) => number): number {
  let [all, weight] = [0, 0];
  for (const point of points) {
    all += point.share * point.tokens * sent(point);
    weight += point.share * point.tokens;
  }
  return all / weight;
}

const CELLS = 100;

/**
 * A law of lengths as points. A lognormal law becomes a hundred cells of equal probability, each at the mean length of
 * its cell, so that the mean of all is the law's own, exp(m + sd^2/2), to the last bits.
 */
export function promptPoints({ median, sd, points }: Prompts): PromptPoint[] {
  if (points.length > 0) {
    const whole = points.reduce((sum, { share }) => sum + share, 0);
    return points.map(({ tokens, share }) => ({ tokens, share: share / whole }));
  }
  if (sd === 0) return [{ tokens: median, share: 1 }];
  const mean = median * exp((sd * sd) / 2);
  // Tokens lie in prompts shorter than the quantile z with probability Phi(z - sd).
  const below = (k: number) => (k === 0 ? 0 : k === CELLS ? 1 : normalCdf(normalQuantile(k / CELLS) - sd));
  return Array.from({ length: CELLS }, (_, k) => ({
    tokens: mean * (below(k + 1) - below(k)) * CELLS,
    share: 1 / CELLS,
  }));
}
