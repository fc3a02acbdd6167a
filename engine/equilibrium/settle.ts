import { solve, submatrix } from "../math/linear.ts";
import { curvatureOf, ownerProfits, type PricingGame } from "./pricing-game.ts";

/** Prices, and how far they are from nobody gaining by a small change. */
interface Settled {
  readonly price: Float64Array;
  readonly residual: number; // largest |marginal profit| x price over the owner's profit; corners count 0
  readonly iterations: number;
}

const ENOUGH = 1e-13;
const MOST_STEPS = 80;
const ROUNDING = 1e-11; // of the residual, among products of very different size
const NEAR_ZERO = 1e-6; // of the largest profit
const NEAR_ZERO_STEPS = 40;

/**
 * Prices at which no small change pays its owner. What earns next to nothing weighs nothing in an owner's profit, so
 * that Newton stops before its price is right. Such prices are then brought to rest one by one, by their own curvature,
 * and Newton goes over all prices once more.
 */
export function settle(game: PricingGame, owner: Int32Array, start: Float64Array): Settled {
  let settled = newton(game, owner, start);
  for (let pass = 0; pass < 3 && settled.residual < NEAR_ZERO; pass++) {
    const price = settleNearZero(game, owner, settled.price);
    if (price === settled.price) break;
    const next = newton(game, owner, price);
    if (next.residual > Math.max(settled.residual, ROUNDING)) break;
    settled = { ...next, iterations: settled.iterations + next.iterations };
  }
  return settled;
}

/**
 * Newton's method on all owners' first-order conditions at once, prices kept at or above the floor. A
 * step that does not bring the conditions nearer is halved; where halving does not help, each price takes
 * its own small step uphill instead.
 */
function newton(game: PricingGame, owner: Int32Array, start: Float64Array): Settled {
  let price = start.map((x, k) => Math.max(game.floor[k], x));
  let now = measure(game, owner, price);
  if (now.profits.some(Number.isNaN)) throw new Error("profits are not numbers: the demand given is faulty");
  let best: Settled = { price, residual: now.worst, iterations: 0 };
  let stale = 0;
  for (let step = 1; step <= MOST_STEPS && best.residual > ENOUGH && stale < 8; step++) {
    const next = improve(game, owner, price, now);
    price = next.price;
    now = next.at;
    stale = now.worst < 0.5 * best.residual ? 0 : stale + 1;
    if (now.worst < best.residual) best = { price, residual: now.worst, iterations: step };
    else best = { ...best, iterations: step };
  }
  return best;
}

/**
 * Prices of what earns less than a millionth of the largest profit, brought to rest one by one; the same array if all
 * are, or if they will not rest. One whose profit is not concave stays: from there uphill may lead anywhere.
 */
function settleNearZero(game: PricingGame, owner: Int32Array, start: Float64Array): Float64Array {
  const left = new Set<number>();
  let price = start;
  for (let step = 0; step < NEAR_ZERO_STEPS; step++) {
    const { marginal, profits, free } = measure(game, owner, price);
    const most = ownerProfits(profits, owner).reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    const nearZero = free.filter((k) => Math.abs(profits[k]) < NEAR_ZERO * most && marginal[k] !== 0 && !left.has(k));
    if (nearZero.length === 0) return price;
    const curvature = curvatureOf(game, price, owner);
    const lost = nearZero.filter((k) => !(curvature[k * game.goods + k] < 0));
    if (lost.length > 0) {
      price = price.slice();
      for (const k of lost) price[k] = start[k];
      for (const k of lost) left.add(k);
      continue;
    }
    const move = uphill(game, price, { marginal, free: nearZero }, curvature);
    if (nearZero.every((k) => Math.abs(move[k]) <= 1e-10 * Math.abs(price[k] - game.cost[k]))) return price;
    price = moveBy(game, price, move, 1);
  }
  return start;
}

/** First-order conditions at a point, each in units of the owner's profit. */
interface Measured {
  readonly profits: Float64Array; // by product
  readonly marginal: Float64Array;
  readonly free: readonly number[]; // products not held at the floor
  readonly worst: number;
  readonly merit: number;
}

export function measure(game: PricingGame, owner: Int32Array, price: Float64Array): Measured {
  const { marginal, profits } = game.conditions(price, owner);
  const profit = ownerProfits(profits, owner);
  const most = profit.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const free: number[] = [];
  let [worst, merit] = [0, 0];
  for (let k = 0; k < price.length; k++) {
    if (price[k] <= game.floor[k] && marginal[k] <= 0) continue;
    free.push(k);
    const size = Math.max(Math.abs(price[k]), Math.abs(price[k] - game.cost[k]));
    const r = (Math.abs(marginal[k]) * size) / Math.max(Math.abs(profit[owner[k]]), 1e-12 * most);
    worst = Math.max(worst, most > 0 ? r : Infinity);
    merit += r * r;
  }
  return { profits, marginal, free, worst, merit };
}

function improve(game: PricingGame, owner: Int32Array, price: Float64Array, at: Measured) {
  const curvature = curvatureOf(game, price, owner);
  const step = newtonStep(game, price, at, curvature);
  for (let scale = 1; step && scale > 0.02; scale /= 2) {
    const next = moveBy(game, price, step, scale);
    const then = measure(game, owner, next);
    if (then.merit < at.merit) return { price: next, at: then };
  }
  const next = moveBy(game, price, uphill(game, price, at, curvature), 1);
  return { price: next, at: measure(game, owner, next) };
}

const moveBy = (game: PricingGame, price: Float64Array, step: Float64Array, scale: number) =>
  price.map((x, k) => Math.max(game.floor[k], x + scale * step[k]));

function newtonStep(game: PricingGame, price: Float64Array, at: Measured, curvature: Float64Array) {
  const n = price.length;
  const d = solve(
    submatrix(curvature, n, at.free),
    at.free.map((k) => -at.marginal[k]),
  );
  if (!d) return null;
  const step = new Float64Array(n);
  at.free.forEach((k, i) => (step[k] = clip(d[i], reach(game, price, k))));
  return step;
}

/** Each price on its own: as far as its own curvature says, or a modest way where profit is not concave there. */
function uphill(
  game: PricingGame,
  price: Float64Array,
  at: Pick<Measured, "marginal" | "free">,
  curvature: Float64Array,
): Float64Array {
  const n = price.length;
  const step = new Float64Array(n);
  for (const k of at.free) {
    const far = 0.3 * reach(game, price, k);
    const own = curvature[k * n + k];
    step[k] = own < 0 ? clip(-at.marginal[k] / own, far) : Math.sign(at.marginal[k]) * far;
  }
  return step;
}

const reach = (game: PricingGame, price: Float64Array, k: number) =>
  0.5 * Math.max(Math.abs(price[k] - game.cost[k]), 0.02 * Math.abs(price[k]), 1e-9);
const clip = (x: number, far: number) => Math.max(-far, Math.min(far, x));
