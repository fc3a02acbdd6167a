import { pow } from "../math/elementary.ts";
import { alongPrice, curvatureOf, ownerProfits, type PricingGame } from "./pricing-game.ts";

const HALVINGS = 5;
const DOUBLINGS = 11;

/** What an owner could gain by moving away: the best of a search over everything it could charge. */
export interface Deviation {
  readonly price: Float64Array;
  readonly gain: number; // over the owner's profit
}

/**
 * Prices worth trying for each product: its cost, and margins above and below it in half doublings of the demand's own scale
 * (the markup its curvature at cost suggests). Also the floor, since going free is a choice of its own.
 */
export function priceGrids(game: PricingGame, owner: Int32Array): Float64Array[] {
  const { cost, floor, goods } = game;
  const alone = Int32Array.from({ length: goods }, (_, k) => k);
  const base = cost.map((c) => Math.max(c, floor));
  const gain = game.marginal(base, alone);
  const curvature = curvatureOf(game, base, alone);
  return Array.from({ length: goods }, (_, k) => {
    const own = curvature[k * goods + k];
    const scale = own < 0 && gain[k] > 0 ? gain[k] / -own : Math.max(Math.abs(cost[k]), 1e-6);
    const points = [base[k]];
    for (let x = -HALVINGS; x <= DOUBLINGS; x += 0.5) {
      points.push(base[k] + scale * pow(2, x));
      if (owner.filter((f) => f === owner[k]).length > 1) points.push(base[k] - scale * pow(2, x));
    }
    if (Number.isFinite(floor)) points.push(floor);
    return Float64Array.from(points.filter((p) => p >= floor)).sort();
  });
}

/** The best single price change of k's owner: over the grid, then narrowed around its best point. */
export function bestPrice(game: PricingGame, p: Float64Array, owner: Int32Array, at: { k: number; grid: Float64Array }) {
  const { k, grid } = at;
  let points = grid;
  let best = p[k];
  let profit = alongPrice(game, p, owner, k, Float64Array.of(best))[0];
  for (let round = 0; round < 8; round++) {
    const values = alongPrice(game, p, owner, k, points);
    let top = 0;
    values.forEach((v, i) => (top = v > values[top] ? i : top));
    if (values[top] > profit) [best, profit] = [points[top], values[top]];
    const lo = points[Math.max(0, top - 1)];
    const hi = points[Math.min(points.length - 1, top + 1)];
    if (!(hi - lo > 1e-7 * (Math.abs(hi) + Math.abs(lo)))) break;
    points = Float64Array.from({ length: 9 }, (_, i) => lo + ((hi - lo) * i) / 8);
  }
  return { price: best, profit };
}

/** The most profitable way out of p for any owner: one price alone, or all its margins together. */
export function bestDeviation(game: PricingGame, p: Float64Array, owner: Int32Array, grids: Float64Array[]): Deviation {
  const profits = ownerProfits(game.profits(p), owner);
  const most = profits.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  let best: Deviation = { price: p, gain: 0 };
  const consider = (price: Float64Array, f: number, profit: number) => {
    const gain = (profit - profits[f]) / Math.max(Math.abs(profits[f]), 1e-9 * most);
    if (gain > best.gain) best = { price, gain };
  };
  for (let k = 0; k < p.length; k++) {
    const reply = bestPrice(game, p, owner, { k, grid: grids[k] });
    consider(replaced(p, k, reply.price), owner[k], reply.profit);
  }
  for (let f = 0; f < profits.length; f++) {
    if (owner.filter((o) => o === f).length < 2) continue;
    for (const factor of [0.25, 0.5, 0.8, 1.25, 2, 4]) {
      const price = p.map((x, k) => (owner[k] === f ? Math.max(game.floor, game.cost[k] + factor * (x - game.cost[k])) : x));
      consider(price, f, ownerProfits(game.profits(price), owner)[f]);
    }
  }
  return best;
}

/** One round in which each product in turn takes its best price, given all others as they now stand. */
export function replyRound(game: PricingGame, p: Float64Array, owner: Int32Array, grids: Float64Array[]): Float64Array {
  let price = p;
  for (let k = 0; k < p.length; k++) {
    price = replaced(price, k, bestPrice(game, price, owner, { k, grid: grids[k] }).price);
  }
  return price;
}

export function replaced(p: Float64Array, k: number, value: number): Float64Array {
  const out = p.slice();
  out[k] = value;
  return out;
}
