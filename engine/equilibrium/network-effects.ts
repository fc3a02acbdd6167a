import { solve } from "../math/linear.ts";
import { root } from "../math/search.ts";
import { sobolPoints } from "../math/sobol-points.ts";
import { logitChoice } from "./logit.ts";

export interface NetworkMarket {
  readonly appeal: ArrayLike<number>; // a_j [money]
  readonly mu: number; // scale of tastes [money]
  readonly outside: number; // a_0 [money]; -Infinity: everybody buys
  readonly network: number; // what a good is worth more that all buy than one that nobody does [money]
}

/** Shares that come true if everybody expects them. */
interface Expected {
  readonly shares: Float64Array;
  readonly outside: number;
  /** Whether expectations that are a little off come back to them. */
  readonly stable: boolean;
}

const STARTS = 128;

/**
 * Every fulfilled-expectations equilibrium of a logit whose goods are worth more the more buy them, in order of the
 * first good's share: s = logit((a - p + n s)/mu) (Katz & Shapiro 1985; Brock & Durlauf 2001). Newton's method from all
 * over the simplex and from its corners.
 */
export function networkEquilibria(market: NetworkMarket, p: ArrayLike<number>): Expected[] {
  const goods = market.appeal.length;
  const corners = Array.from({ length: goods }, (_, k) => Float64Array.from({ length: goods }, (_, j) => +(j === k)));
  const points = sobolPoints(STARTS, goods, 1);
  const spread = Array.from({ length: STARTS }, (_, r) => {
    const point = points.slice(r * goods, (r + 1) * goods);
    const whole = point.reduce((a, b) => a + b, 0);
    return point.map((x) => x / Math.max(1, whole));
  });
  const found: Expected[] = [];
  for (const start of [new Float64Array(goods).fill(1 / goods), ...corners, ...spread]) {
    const shares = settled(market, p, start);
    if (!shares || found.some((one) => one.shares.every((s, j) => Math.abs(s - shares[j]) < 1e-7))) continue;
    const { outside } = answer(market, p, shares);
    found.push({ shares, outside, stable: strongest(shares) * market.network < market.mu });
  }
  return found.toSorted((a, b) => a.shares[0] - b.shares[0] || a.shares[goods - 1] - b.shares[goods - 1]);
}

/**
 * The network strength beyond which goods that are alike no longer share the market stably: it tips. NaN where they are
 * not alike.
 */
export function tippingPoint(market: NetworkMarket, p: ArrayLike<number>): number {
  const { appeal, mu } = market;
  const goods = appeal.length;
  const worth = Array.from(appeal, (a, j) => a - p[j]);
  if (goods < 2 || worth.some((x) => Math.abs(x - worth[0]) > 1e-12 * Math.max(1, Math.abs(x)))) return NaN;
  // Between goods alike, tilting towards one has the eigenvalue of its share s: n s = mu there.
  const tilt = (network: number) => {
    const alike = (s: number) => answer({ ...market, network }, p, new Float64Array(goods).fill(s)).shares[0] - s;
    return network * root(alike, 0, 1 / goods + 1e-12) - mu;
  };
  let most = goods * mu;
  while (tilt(most) < 0 && most < 1e9 * mu) most *= 2;
  return root(tilt, 0, most);
}

/** What is bought where everybody expects some shares. */
function answer({ appeal, mu, outside, network }: NetworkMarket, p: ArrayLike<number>, expected: Float64Array) {
  return logitChoice(
    expected.map((s, j) => (appeal[j] - p[j] + network * s) / mu),
    outside / mu,
  );
}

/** Newton's method on what comes true less what is expected; null where it leads nowhere. */
function settled(market: NetworkMarket, p: ArrayLike<number>, start: Float64Array): Float64Array | null {
  const n = start.length;
  let s = start;
  for (let step = 0; step < 100; step++) {
    const { shares } = answer(market, p, s);
    const gap = shares.map((x, j) => x - s[j]);
    if (gap.every((x) => Math.abs(x) < 1e-14)) return shares;
    const slopes = new Float64Array(n * n);
    for (let k = 0; k < n; k++)
      for (let j = 0; j < n; j++)
        slopes[k * n + j] = +(k === j) - (market.network / market.mu) * shares[k] * (+(k === j) - shares[j]);
    const move = solve(slopes, gap);
    if (!move) return null;
    const next = s.map((x, j) => x + move[j]);
    if (next.some((x) => !(x > -0.5 && x < 1.5))) s = shares; // far off: to what comes true instead
    else s = next;
  }
  return null;
}

/** The largest eigenvalue of diag(s) - s s', how far shares answer a tilt of what is expected; by power iteration. */
function strongest(s: Float64Array): number {
  let v = s.map((_, j) => (j % 2 === 0 ? 1 : -1) * (1 + j / 7));
  let value = 0;
  for (let step = 0; step < 5000; step++) {
    const along = v.reduce((sum, x, j) => sum + x * s[j], 0);
    const next = v.map((x, j) => s[j] * (x - along));
    const length = Math.sqrt(next.reduce((sum, x) => sum + x * x, 0));
    if (length < 1e-300) return 0;
    v = next.map((x) => x / length);
    if (Math.abs(length - value) < 1e-15) return length;
    value = length;
  }
  return value;
}
