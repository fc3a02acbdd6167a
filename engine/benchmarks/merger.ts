import { demandOf } from "../demand/demand-model.ts";
import { ownership } from "../demand/priced-market.ts";
import { type DemandSystem, diversion } from "../equilibrium/demand-system.ts";
import { compensatingCosts } from "../equilibrium/merger.ts";
import { priceEquilibrium } from "../equilibrium/nash.ts";
import { type PricingGame, replaced } from "../equilibrium/pricing-game.ts";
import { sum } from "../math/sum.ts";
import type { Market, Model } from "../model/market.ts";
import { taxOf } from "../model/tax.ts";

/** What one owner for several vendors does to prices, were everybody free to choose; by product on sale. */
export interface MergerTable {
  readonly products: readonly number[];
  readonly merged: readonly boolean[];
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Gross upward pricing pressure: margin of what is newly owned times diversion to it, over price. */
  readonly guppi: Float64Array;
  /** Fall of unit cost, over cost, that would leave prices as they were (Werden 1996); 0 where nothing is joined. */
  readonly efficiency: Float64Array;
  readonly profit: { readonly before: number; readonly after: number }; // of those who merge [money/week]
  readonly rivals: { readonly before: number; readonly after: number };
  readonly surplus: number; // change of users' surplus along the path of prices [money/week]
  readonly converged: boolean;
}

/** @param merge vendors (by index) under one owner; those the scenario joins already are joined before and after */
export function mergerTable(model: Model, market: Market, merge: readonly number[]): MergerTable {
  const { game, products } = demandOf(model).priced(model, market);
  const alone = products.map((j) => model.products[j].owner);
  const [apart, joined] = [ownership(model, products), ownership(model, products, merge)];
  const pre = priceEquilibrium(game, apart);
  const post = priceEquilibrium(game, joined, { start: pre.price });
  const local = demandAt(game, pre.price);
  const divert = diversion(local, pre.price);
  const n = products.length;
  const merged = alone.map((owner) => merge.includes(owner));
  const pressure = pre.price.map((p, j) => {
    let gained = 0;
    for (let k = 0; k < n; k++)
      if (joined[k] === joined[j] && apart[k] !== apart[j]) gained += divert[j * n + k] * (pre.price[k] - game.cost[k]);
    return gained / p;
  });
  const taxed = products.map((j) => 1 + taxOf(model, market, j).rate);
  const cost = compensatingCosts(local, game.cost, joined, pre.price);
  const of = (profits: Float64Array, within: boolean) => sum(profits.filter((_, j) => merged[j] === within));
  return {
    products,
    merged,
    before: pre.price,
    after: post.price,
    guppi: pressure,
    efficiency: cost.map((c, j) => (merged[j] ? 1 - c / game.cost[j] : 0)),
    profit: { before: of(pre.profit, true), after: of(post.profit, true) },
    rivals: { before: of(pre.profit, false), after: of(post.profit, false) },
    surplus: surplusChange(game, { from: pre.price, to: post.price, taxed }),
    converged: pre.converged && post.converged,
  };
}

const margin = (game: PricingGame, p: Float64Array, j: number): number => p[j] - game.cost[j];

/** Sales at prices p, as profits tell them: a game knows what is earned, not what is sold. */
const sales = (game: PricingGame, p: Float64Array): Float64Array =>
  game.profits(p).map((x, j) => (margin(game, p, j) === 0 ? 0 : x / margin(game, p, j)));

/** Demand around prices p by central differences: its quantities and slopes are those of that point. */
function demandAt(game: PricingGame, p: Float64Array): DemandSystem {
  const n = game.goods;
  const quantities = sales(game, p);
  const jacobian = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const h = 1e-5 * Math.max(p[k], 1e-3);
    const [up, down] = [h, -h].map((step) => sales(game, replaced(p, k, p[k] + step)));
    for (let j = 0; j < n; j++) jacobian[j * n + k] = (up[j] - down[j]) / (2 * h);
  }
  return { goods: n, quantities: () => quantities, jacobian: () => jacobian };
}

interface Path {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly taxed: readonly number[]; // by how much what buyers pay rises with the price
}

const STEPS = 8; // of Simpson's rule

/** Users lose what they bought times the rise, summed along the straight path from one price list to the other. */
function surplusChange(game: PricingGame, { from, to, taxed }: Path): number {
  const at = (t: number) => {
    const q = sales(
      game,
      from.map((p, j) => p + t * (to[j] - p)),
    );
    return sum(q.map((x, j) => x * taxed[j] * (to[j] - from[j])));
  };
  const weights = Array.from({ length: STEPS + 1 }, (_, k) => (k === 0 || k === STEPS ? 1 : k % 2 === 1 ? 4 : 2));
  return -sum(weights.map((w, k) => w * at(k / STEPS))) / (3 * STEPS);
}
