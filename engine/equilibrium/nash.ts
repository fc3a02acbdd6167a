import { isNegativeDefinite, submatrix } from "../math/linear.ts";
import { bestDeviation, markupScales, priceGrids, replyRound } from "./best-reply.ts";
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
  /** Each owner's profit is locally concave in its own interior prices. */
  readonly secondOrder: boolean;
  /** What the best of all owners' searches over all prices would add to its profit. */
  readonly bestDeviation: number;
  /** Where no equilibrium in pure strategies was found: between which prices best replies wander. */
  readonly cycle: { readonly low: Float64Array; readonly high: Float64Array } | null;
}

export interface NashOptions {
  readonly start?: Float64Array; // default: unit cost and the markup demand suggests there
}

const RESIDUAL = 1e-8; // of profit
const GAIN = 1e-7; // a deviation worth less is rounding of the search
const ROUNDS = 12;
const WANDER = 40;

/**
 * Static multi-product Bertrand-Nash prices. Newton finds where no small change pays; then every owner searches all its
 * prices for a larger one that does. A point that survives is an equilibrium. Where the search finds a way out, it is taken
 * and Newton starts again; if that never ends, owners' best replies are followed and their range is reported.
 */
export function priceEquilibrium(game: PricingGame, owner: Int32Array, options: NashOptions = {}): PriceEquilibrium {
  const grids = priceGrids(game, owner);
  const scales = markupScales(game);
  let start = options.start ?? game.cost.map((c, k) => Math.max(game.floor, c) + scales[k]);
  let iterations = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const settled = settle(game, owner, start);
    iterations += settled.iterations;
    const deviation = bestDeviation(game, settled.price, owner, grids);
    if (deviation.gain < GAIN) {
      const found = describe(game, owner, settled.price, { iterations, gain: deviation.gain });
      if (found.converged && (found.secondOrder || round > 2)) return found;
      start = replyRound(game, settled.price, owner, grids);
    } else start = round < ROUNDS / 2 ? deviation.price : replyRound(game, deviation.price, owner, grids);
  }
  return wander(game, owner, start, { grids, iterations });
}

/** Follows best replies, round by round, until they stand still or have shown their range. */
function wander(
  game: PricingGame,
  owner: Int32Array,
  start: Float64Array,
  { grids, iterations }: { grids: Float64Array[]; iterations: number },
): PriceEquilibrium {
  let price = start;
  let low = price;
  let high = price;
  for (let round = 0; round < WANDER; round++) {
    const next = replyRound(game, price, owner, grids);
    const still = next.every((x, k) => Math.abs(x - price[k]) <= 1e-7 * Math.max(Math.abs(x), 1e-9));
    price = next;
    if (still) break;
    if (round === WANDER / 2) [low, high] = [price, price];
    low = low.map((x, k) => Math.min(x, price[k]));
    high = high.map((x, k) => Math.max(x, price[k]));
  }
  const { gain } = bestDeviation(game, price, owner, grids);
  const found = describe(game, owner, price, { iterations: iterations + WANDER, gain });
  return found.converged ? found : { ...found, cycle: { low, high } };
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
