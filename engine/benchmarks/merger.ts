import { demandOf } from "../demand/demand-model.ts";
import { ownership } from "../demand/priced-market.ts";
import { type DemandSystem, diversion } from "../equilibrium/demand-system.ts";
import { compensatingCosts } from "../equilibrium/merger.ts";
import { sum } from "../math/sum.ts";
import type { Market, Model } from "../model/market.ts";
import { taxOf } from "../model/tax.ts";
import { equilibriumWith } from "./benchmarks.ts";

/** What a change of owners does to prices, were everybody free to choose; by product on sale. */
export interface MergerTable {
  readonly products: readonly number[];
  /** Whether it comes under one owner with a product that it competed with. */
  readonly merged: readonly boolean[];
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Gross upward pricing pressure: margin of what is newly owned times diversion to it, over price. */
  readonly guppi: Float64Array;
  /**
   * Fall of unit cost, over cost, that would leave prices as they were (Werden 1996); 0 where nothing is joined. Above
   * 1 no cost is low enough.
   */
  readonly efficiency: Float64Array;
  readonly profit: { readonly before: number; readonly after: number }; // of those who merge [money/week]
  readonly rivals: { readonly before: number; readonly after: number };
  readonly surplus: number; // change of users' surplus along the path of prices [money/week]
  readonly converged: boolean;
}

export interface OwnerChange {
  /** Vendors (by index) under one owner after, not before; owners that the scenario states hold before and after. */
  readonly merge?: readonly number[];
  /** Instead: every vendor on its own before, the owners that the scenario states after. */
  readonly stated?: boolean;
  /** Products (by index) that keep their prices as they stand. */
  readonly hold?: readonly number[];
}

export function mergerTable(model: Model, market: Market, { merge = [], stated, hold = [] }: OwnerChange): MergerTable {
  const { game, products, price, sold } = demandOf(model).priced(model, market);
  const apart = stated ? alone(model, products) : ownership(model, products);
  const joined = ownership(model, products, merge);
  const held = (k: number) => hold.includes(products[k]);
  const pre = equilibriumWith({ game, owner: apart, price }, held);
  const post = equilibriumWith({ game, owner: joined, price }, held, pre.price);
  const quantity = sold.quantities(pre.price);
  const margin = pre.profit.map((x, j) => (quantity[j] > 0 ? x / quantity[j] : 0));
  const cost = pre.price.map((p, j) => p - margin[j]);
  const divert = diversion(sold, pre.price);
  const others = (j: number) => [...products.keys()].filter((k) => joined[k] === joined[j] && apart[k] !== apart[j]);
  const pressure = pre.price.map((p, j) => {
    const gained = others(j).map((k) => divert[j * products.length + k] * margin[k]);
    return sum(gained) / p;
  });
  const breakEven = compensatingCosts(sold, cost, joined, pre.price);
  const merged = products.map((_, j) => others(j).length > 0);
  const taxed = products.map((j) => 1 + taxOf(model, market, j).rate);
  const of = (profits: Float64Array, within: boolean) => sum(profits.filter((_, j) => merged[j] === within));
  return {
    products,
    merged,
    before: pre.price,
    after: post.price,
    guppi: pressure,
    efficiency: breakEven.map((c, j) => (merged[j] ? 1 - c / cost[j] : 0)),
    profit: { before: of(pre.profit, true), after: of(post.profit, true) },
    rivals: { before: of(pre.profit, false), after: of(post.profit, false) },
    surplus: surplusChange(sold, { from: pre.price, to: post.price, taxed }),
    converged: pre.converged && post.converged,
  };
}

/** Every vendor its own owner. */
function alone({ vendorOf }: Model, products: readonly number[]): Int32Array {
  const vendors = [...new Set(products.map((j) => vendorOf[j]))];
  return Int32Array.from(products, (j) => vendors.indexOf(vendorOf[j]));
}

interface Path {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly taxed: readonly number[]; // by how much what buyers pay rises with the price
}

const STEPS = 8; // of Simpson's rule

/** Users lose what they bought times the rise, summed along the straight path from one price list to the other. */
function surplusChange(sold: DemandSystem, { from, to, taxed }: Path): number {
  const at = (t: number) => {
    const q = sold.quantities(from.map((p, j) => p + t * (to[j] - p)));
    return sum(q.map((x, j) => x * taxed[j] * (to[j] - from[j])));
  };
  const weights = Array.from({ length: STEPS + 1 }, (_, k) => (k === 0 || k === STEPS ? 1 : k % 2 === 1 ? 4 : 2));
  return -sum(weights.map((w, k) => w * at(k / STEPS))) / (3 * STEPS);
}
