import { mean } from "../math/sum.ts";
import { pow } from "../math/elementary.ts";
import { curvatureOf, ownerProfits, type PricingGame, replaced, scanPrices } from "./pricing-game.ts";

/** What an owner could gain by moving away: the best of a search over everything it could charge. */
interface Deviation {
  readonly price: Float64Array;
  readonly gain: number; // over the owner's profit
  /** Every product at its own best price, were all others to stay: a larger stride while prices are far from rest. */
  readonly all: Float64Array;
}

/**
 * The markup each product's own curvature at cost suggests: the scale on which its demand bends [money].
 */
export function markupScales(game: PricingGame): Float64Array {
  const { cost, floor, goods } = game;
  const alone = Int32Array.from({ length: goods }, (_, k) => k);
  const base = cost.map((c, k) => Math.max(c, floor[k]));
  const gain = game.conditions(base, alone).marginal;
  const curvature = curvatureOf(game, base, alone);
  return cost.map((c, k) => {
    const own = curvature[k * goods + k];
    return own < 0 && gain[k] > 0 ? gain[k] / -own : Math.max(Math.abs(c), 1e-6);
  });
}

const COARSE = [-6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6];
const FINE = [-1, 0, 0.5, 1, 1.5, 2, 3];

/**
 * Prices worth trying: cost, margins above it in doublings of the cost itself, more of them around the scale of demand,
 * the same below for owners of several products, and the floor, since going free is a choice of its own.
 */
export function priceGrids(game: PricingGame, owner: Int32Array, scales = markupScales(game)): Float64Array[] {
  const typical = game.cost.reduce((sum, c) => sum + Math.abs(c), 0) / game.goods || 1;
  return Array.from({ length: game.goods }, (_, k) => {
    const at = Math.max(game.cost[k], game.floor[k]);
    const unit = Math.abs(game.cost[k]) || typical;
    const margins = [...COARSE.map((x) => unit * pow(2, x)), ...FINE.map((x) => scales[k] * pow(2, x))];
    const several = owner.filter((f) => f === owner[k]).length > 1;
    const below = several ? COARSE.slice(1, 6).map((x) => at - unit * pow(2, x)) : [];
    const points = [at, ...margins.map((m) => at + m), ...below, game.floor[k]];
    return Float64Array.from(new Set(points.filter((p) => p >= game.floor[k] && Number.isFinite(p)))).toSorted();
  });
}

/** The most profitable way out of p for any owner: one price alone, or all its margins together. */
export function bestDeviation(game: PricingGame, p: Float64Array, owner: Int32Array, grids: Float64Array[]): Deviation {
  const profits = ownerProfits(game.profits(p), owner);
  const most = profits.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const replies = refine(game, p, owner, { grids, profits });
  const all = p.map((_, k) => replies[k].price);
  let best: Deviation = { price: p, gain: 0, all };
  const consider = (price: Float64Array, f: number, profit: number) => {
    const gain = (profit - profits[f]) / Math.max(Math.abs(profits[f]), 1e-9 * most);
    if (gain > best.gain) best = { price, gain, all };
  };
  replies.forEach(({ price, profit }, k) => consider(replaced(p, k, price), owner[k], profit));
  for (let f = 0; f < profits.length; f++) {
    if (owner.filter((o) => o === f).length < 2) continue;
    for (const price of jointMoves(game, p, owner, f)) consider(price, f, ownerProfits(game.profits(price), owner)[f]);
  }
  return best;
}

/**
 * Moves of all an owner's prices together: its margins halved, and made equal (as the logit has them), at the
 * mean and at the largest. They lead out of corners where one product has been priced out and single moves see nothing.
 */
function jointMoves(game: PricingGame, p: Float64Array, owner: Int32Array, f: number): Float64Array[] {
  const { cost, floor } = game;
  const margins = [...owner.keys()].filter((k) => owner[k] === f).map((k) => p[k] - cost[k]);
  const middle = mean(margins);
  const move = (margin: (k: number) => number) =>
    p.map((x, k) => (owner[k] === f ? Math.max(floor[k], cost[k] + margin(k)) : x));
  return [move((k) => 0.5 * (p[k] - cost[k])), move(() => middle), move(() => Math.max(...margins))];
}

/** A peak of the grid this near the present profit is looked at closely: its top may lie between grid points. */
const NEAR = 0.1;

/** Each product's best price given all others: the grid, then two closer looks around its best peak. */
function refine(
  game: PricingGame,
  p: Float64Array,
  owner: Int32Array,
  { grids, profits }: { grids: Float64Array[]; profits: Float64Array },
) {
  const best = Array.from(p, (price, k) => ({ price, profit: profits[owner[k]] }));
  let values = grids;
  for (let look = 0; look < 3 && values.some((v) => v.length > 0); look++) {
    const found = scanPrices(game, p, owner, values);
    values = found.map((list, k) => {
      const top = rivalPeak(values[k], list, best[k].price);
      if (top < 0) return new Float64Array(0);
      if (list[top] > best[k].profit) best[k] = { price: values[k][top], profit: list[top] };
      else if (list[top] < best[k].profit - NEAR * Math.abs(best[k].profit)) return new Float64Array(0);
      return between(values[k], top);
    });
  }
  return best;
}

/** The highest point of the list, leaving out those next to the present price. */
function rivalPeak(points: Float64Array, profits: Float64Array, present: number): number {
  let top = -1;
  for (let i = 0; i < points.length; i++) {
    const between = points[Math.max(0, i - 1)] <= present && present <= points[Math.min(points.length - 1, i + 1)];
    if (!between && (top < 0 || profits[i] > profits[top])) top = i;
  }
  return top;
}

function between(points: Float64Array, top: number): Float64Array {
  const lo = points[Math.max(0, top - 1)];
  const hi = points[Math.min(points.length - 1, top + 1)];
  return Float64Array.from({ length: 7 }, (_, i) => lo + ((hi - lo) * (i + 1)) / 8);
}

/** As near as replies are searched for; undercutting, which has no nearest price, goes by ticks. */
const FINEST = 1e-9;
export const TICK = 2e-3;

/** The best price of k's owner for k alone, to a relative precision. */
export function bestPrice(
  game: PricingGame,
  p: Float64Array,
  owner: Int32Array,
  { k, grid, precision = FINEST }: { k: number; grid: Float64Array; precision?: number },
) {
  const profitsAt = (points: Float64Array) => {
    const values = Array.from(p, (_, j) => (j === k ? points : new Float64Array(0)));
    return scanPrices(game, p, owner, values)[k];
  };
  let points = grid;
  let best = p[k];
  let profit = profitsAt(Float64Array.of(best))[0];
  for (let round = 0; round < 16; round++) {
    const values = profitsAt(points);
    let top = 0;
    values.forEach((v, i) => (top = v > values[top] ? i : top));
    if (values[top] > profit) [best, profit] = [points[top], values[top]];
    const lo = points[Math.max(0, top - 1)];
    const hi = points[Math.min(points.length - 1, top + 1)];
    if (!(hi - lo > precision * (Math.abs(hi) + Math.abs(lo)))) break;
    points = Float64Array.from({ length: 9 }, (_, i) => lo + ((hi - lo) * i) / 8);
  }
  return { price: best, profit };
}

/** One round in which each product in turn takes its best price, given all others as they now stand. */
export function replyRound(
  game: PricingGame,
  p: Float64Array,
  owner: Int32Array,
  { grids, precision = FINEST }: { grids: readonly Float64Array[]; precision?: number },
): Float64Array {
  let price = p;
  for (let k = 0; k < p.length; k++) {
    price = replaced(price, k, bestPrice(game, price, owner, { k, grid: grids[k], precision }).price);
  }
  return price;
}
