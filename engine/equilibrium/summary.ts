import { sum } from "../math/sum.ts";
import type { DemandSystem } from "./demand-system.ts";

/** A market at given prices, in the words of a textbook table. */
interface MarketTable {
  readonly price: Float64Array;
  readonly share: Float64Array;
  readonly outside: number;
  readonly profit: Float64Array; // by product
  readonly jointProfit: number;
  readonly surplus: number;
  readonly lerner: Float64Array;
  readonly ownerShare: Float64Array;
  readonly ownerProfit: Float64Array;
  readonly hhiInside: number; // of owners' shares among products, 0 to 10,000
  readonly hhiAll: number; // shares of all buyers, those who buy nothing included
}

export function marketTable(
  demand: DemandSystem,
  cost: ArrayLike<number>,
  owner: Int32Array,
  price: Float64Array,
): MarketTable {
  const share = demand.quantities(price);
  const outside = demand.outside?.(price) ?? 0;
  const profit = share.map((q, j) => q * (price[j] - cost[j]));
  const byOwner = (x: Float64Array) => {
    const out = new Float64Array(Math.max(...owner) + 1);
    x.forEach((v, j) => (out[owner[j]] += v));
    return out;
  };
  const ownerShare = byOwner(share);
  const inside = sum(share);
  const squares = ownerShare.reduce((sum, s) => sum + s * s, 0);
  const all = inside + outside;
  return {
    price,
    share,
    outside,
    profit,
    jointProfit: sum(profit),
    surplus: demand.surplus?.(price) ?? NaN,
    lerner: price.map((p, j) => (p - cost[j]) / p),
    ownerShare,
    ownerProfit: byOwner(profit),
    hhiInside: (10_000 * squares) / (inside * inside),
    hhiAll: (10_000 * squares) / (all * all),
  };
}
