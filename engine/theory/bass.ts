import { exp, log } from "../math/elementary.ts";

/**
 * Bass (1969), “A new product growth model for consumer durables”, Management Science 15: innovators p, imitators q.
 */
interface Bass {
  readonly p: number; // [1/period]
  readonly q: number; // [1/period]
  readonly m: number; // market potential
}

/** Share of the market that has adopted by time t. */
export function bassShare({ p, q }: Bass, t: number): number {
  const fade = exp(-(p + q) * t);
  return (1 - fade) / (1 + (q / p) * fade);
}

/** When adoption peaks, how fast it is then, and how many have adopted by then. */
export function bassPeak({ p, q, m }: Bass) {
  return { time: log(q / p) / (p + q), rate: (m * (p + q) * (p + q)) / (4 * q), adopted: m * (0.5 - p / (2 * q)) };
}

/** When a share of the market has adopted. */
export const bassTime = ({ p, q }: Bass, share: number): number => log((1 + (share * q) / p) / (1 - share)) / (p + q);

/** Shares by period of the discrete recursion N += (p + q N)(1 - N), from nobody. */
export function bassRecursion({ p, q }: Bass, periods: number): Float64Array {
  const out = new Float64Array(periods + 1);
  for (let t = 1; t <= periods; t++) out[t] = out[t - 1] + (p + q * out[t - 1]) * (1 - out[t - 1]);
  return out;
}
