import { isNegativeDefinite, submatrix } from "../math/linear.ts";
import { bestDeviation, markupScales, priceGrids, replyRound, TICK } from "./best-reply.ts";
import { curvatureOf, type PricingGame, replaced } from "./pricing-game.ts";
import { measure, settle } from "./settle.ts";

/** A price equilibrium, or the report that none was found. */
export interface PriceEquilibrium {
  readonly converged: boolean;
  readonly price: Float64Array;
  readonly profit: Float64Array; // by product
  /** Largest |d profit/dp| p over the owner's profit, at interior prices. */
  readonly residual: number;
  readonly iterations: number;
  /** Where each price rests: smooth, at the floor, or at a kink (one-sided derivatives of opposite sign). */
  readonly rest: readonly ("interior" | "floor" | "kink")[];
  /**
   * Each owner's profit is locally concave in its own interior prices. False too where a product sells next to nothing
   * (shares of 1e-12 and less, after a start far off): no price of it matters, and none is found.
   */
  readonly secondOrder: boolean;
  /** What the best of all owners' searches over all prices would add to its profit. */
  readonly bestDeviation: number;
  /** Where no equilibrium in pure strategies was found: between which prices best replies wander. */
  readonly cycle: { readonly low: Float64Array; readonly high: Float64Array } | null;
}

interface NashOptions {
  readonly start?: Float64Array; // default: unit cost and the markup demand suggests there
  /**
   * For whoever needs prices to charge rather than a proof: prices from which no owner can add more than this part of
   * its profit will do, and the range of a cycle is not asked for. Demand of a few thousand people has kinks that hold
   * the exact search up for minutes.
   */
  readonly enough?: number;
}

const RESIDUAL = 1e-8; // of profit
const UNSETTLED = 1e-4; // Newton is caught among kinks, far from rest
const GAIN = 1e-7; // a deviation worth less is rounding of the search
const ROUNDS = 24;
const WANDER = 15;

/**
 * Static multi-product Bertrand-Nash prices. Newton finds where no small change pays; then every owner searches all its
 * prices for a larger one that does. A point that survives is an equilibrium. Where the search finds a way out, it is
 * taken and Newton starts again; if that never ends, owners' best replies are followed and their range is reported.
 */
export function priceEquilibrium(game: PricingGame, owner: Int32Array, options: NashOptions = {}): PriceEquilibrium {
  const scales = markupScales(game);
  const grids = priceGrids(game, owner, scales);
  let start = options.start ?? game.cost.map((c, k) => Math.max(game.floor[k], c) + scales[k]);
  let iterations = 0;
  const visited: Visited[] = [];
  let level = false;
  for (let round = 0; round < ROUNDS; round++) {
    const settled = settle(game, owner, start);
    iterations += settled.iterations;
    const deviation = bestDeviation(game, settled.price, owner, grids);
    if (options.enough !== undefined && deviation.gain < options.enough)
      return describe(game, owner, settled.price, { iterations, gain: deviation.gain });
    if (deviation.gain < GAIN) {
      const found = describe(game, owner, settled.price, { iterations, gain: deviation.gain });
      if (found.converged && (found.secondOrder || round > 2)) return inRange(game, owner, found, grids);
      start = replyRound(game, settled.price, owner, { grids });
      continue;
    }
    const before = visited.findIndex((v) => near(v.price, settled.price, 1e-6));
    if (before >= 0 && !level) {
      level = true;
      start = equalMargins(game, owner, settled.price);
      continue;
    }
    // Small steps always lead back here: follow replies instead.
    if (before === visited.length - 1 && before >= 0) break;
    if (before >= 0) return bestReplyCycle(game, owner, visited.slice(before), iterations);
    visited.push({ price: settled.price, gain: deviation.gain });
    start = settled.residual > UNSETTLED ? deviation.all : deviation.price;
  }
  return options.enough === undefined
    ? deviationCycle(game, owner, start, { grids, iterations })
    : bestReplyCycle(game, owner, visited, iterations);
}

/**
 * Every owner's margins made equal to that of the product which earns it most. What has been priced out of the market
 * lies where profit is flat, and no small step leads back from there.
 */
function equalMargins(game: PricingGame, owner: Int32Array, price: Float64Array): Float64Array {
  const profit = game.profits(price);
  const margin = price.map((_, f) => {
    const own = [...owner.keys()].filter((k) => owner[k] === f);
    const best = own.reduce((top, k) => (profit[k] > profit[top] ? k : top), own[0] ?? 0);
    return price[best] - game.cost[best];
  });
  return price.map((_, k) => Math.max(game.floor[k], game.cost[k] + margin[owner[k]]));
}

/**
 * Where something is priced so far out that its profit is flat, any price near by is as good. So the search is made
 * once more from equal margins; what it finds is preferred if it is an equilibrium too and nothing is flat there.
 */
function inRange(
  game: PricingGame,
  owner: Int32Array,
  found: PriceEquilibrium,
  grids: Float64Array[],
): PriceEquilibrium {
  if (found.secondOrder) return found;
  const { price, iterations } = settle(game, owner, equalMargins(game, owner, found.price));
  const { gain } = bestDeviation(game, price, owner, grids);
  const other = describe(game, owner, price, { iterations: found.iterations + iterations, gain });
  return other.converged && other.secondOrder ? other : found;
}

/** Prices from which no small change pays but a large one does. */
interface Visited {
  readonly price: Float64Array;
  readonly gain: number;
}

const near = (a: Float64Array, b: Float64Array, part: number) =>
  a.every((x, k) => Math.abs(x - b[k]) <= part * Math.max(Math.abs(x), 1e-9));

/**
 * Best deviations lead round in a circle: the report is the point nobody gains much from
 * leaving, and the circle's range.
 */
function bestReplyCycle(
  game: PricingGame,
  owner: Int32Array,
  circle: readonly Visited[],
  iterations: number,
): PriceEquilibrium {
  const { price, gain } = circle.reduce((best, v) => (v.gain < best.gain ? v : best));
  const range = (pick: (...x: number[]) => number) => price.map((_, k) => pick(...circle.map((v) => v.price[k])));
  return {
    ...describe(game, owner, price, { iterations, gain }),
    cycle: { low: range(Math.min), high: range(Math.max) },
  };
}

interface Search {
  readonly grids: Float64Array[];
  readonly iterations: number;
}

/** Follows best replies, round by round, until they stand still at an equilibrium or have shown their range. */
function deviationCycle(
  game: PricingGame,
  owner: Int32Array,
  start: Float64Array,
  { grids, iterations }: Search,
): PriceEquilibrium {
  let price = start;
  for (let round = 0; round < WANDER; round++) {
    const next = replyRound(game, price, owner, { grids });
    const still = near(next, price, 1e-7);
    price = next;
    if (!still) continue;
    // Replies stand as still as their search is fine. Where profit is smooth, Newton knows better from so near.
    const settled = settle(game, owner, price);
    if (settled.residual < RESIDUAL && near(settled.price, price, 1e-4)) price = settled.price;
    break;
  }
  const { gain } = bestDeviation(game, price, owner, grids);
  const found = describe(game, owner, price, { iterations: iterations + WANDER, gain });
  return found.converged
    ? inRange(game, owner, found, grids)
    : { ...found, cycle: replyRange(game, owner, price, grids) };
}

/** Between which prices best replies move, once the first rounds are over. */
function replyRange(game: PricingGame, owner: Int32Array, start: Float64Array, grids: Float64Array[]) {
  let [price, low, high] = [start, start, start];
  for (let round = 0; round < 4 * WANDER; round++) {
    price = replyRound(game, price, owner, { grids, precision: TICK });
    if (round === WANDER) [low, high] = [price, price];
    low = low.map((x, k) => Math.min(x, price[k]));
    high = high.map((x, k) => Math.max(x, price[k]));
  }
  return { low, high };
}

function describe(
  game: PricingGame,
  owner: Int32Array,
  price: Float64Array,
  { iterations, gain }: { iterations: number; gain: number },
): PriceEquilibrium {
  const { rest, residual } = whereItRests(game, owner, price);
  return {
    converged: residual < RESIDUAL && gain < GAIN,
    price,
    profit: game.profits(price),
    residual,
    iterations,
    rest,
    secondOrder: locallyConcave(game, owner, price, rest),
    bestDeviation: gain,
    cycle: null,
  };
}

function whereItRests(game: PricingGame, owner: Int32Array, price: Float64Array) {
  const at = measure(game, owner, price);
  const rest = Array.from(price, (): "interior" | "floor" | "kink" => "floor");
  for (const k of at.free) rest[k] = "interior";
  if (at.worst < RESIDUAL) return { rest, residual: at.worst };
  for (const k of at.free) {
    const h = 1e-6 * Math.max(Math.abs(price[k]), Math.abs(price[k] - game.cost[k]));
    const below = game.conditions(replaced(price, k, price[k] - h), owner).marginal[k];
    const above = game.conditions(replaced(price, k, price[k] + h), owner).marginal[k];
    // Smooth profit turns over gradually: only a jump of the derivative itself is a kink.
    const jump = below > 0 && above < 0 && below - above > 1e3 * h * Math.abs(above / Math.max(h, price[k]));
    if (jump) rest[k] = "kink";
  }
  const rough = rest.flatMap((r, k) => (r === "kink" ? [k] : []));
  if (rough.length === 0) return { rest, residual: at.worst };
  return { rest, residual: residualWithout(game, owner, price, rough) };
}

/** The residual of the prices that do not rest at a kink. */
function residualWithout(game: PricingGame, owner: Int32Array, price: Float64Array, rough: readonly number[]): number {
  const smooth: PricingGame = {
    ...game,
    conditions(p, o) {
      const { profits, marginal } = game.conditions(p, o);
      return { profits, marginal: marginal.map((m, k) => (rough.includes(k) ? 0 : m)) };
    },
  };
  return measure(smooth, owner, price).worst;
}

function locallyConcave(
  game: PricingGame,
  owner: Int32Array,
  price: Float64Array,
  rest: PriceEquilibrium["rest"],
): boolean {
  const curvature = curvatureOf(game, price, owner);
  return [...new Set(owner)].every((f) => {
    const own = [...owner.keys()].filter((k) => owner[k] === f && rest[k] === "interior");
    return isNegativeDefinite(submatrix(curvature, game.goods, own), own.length);
  });
}
