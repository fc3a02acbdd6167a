import type { Market, Model } from "../model/market.ts";
import type { DemandSystem } from "../equilibrium/demand-system.ts";
import type { PricingGame } from "../equilibrium/pricing-game.ts";

/** A market on one day as a pricing game among its vendors. Each demand model says what its own is. */
export interface PricedMarket {
  readonly game: PricingGame;
  readonly products: readonly number[]; // market's product of each good: those on sale
  readonly price: Float64Array; // list prices as they stand, by good, blended [money/Mtok]
  /** The same demand counted in buyers, for diversion ratios and elasticities. */
  readonly buyers: DemandSystem;
}

/** Who owns each good: its vendor, or whom the scenario says. `merge` joins owners (by index) under the first. */
export function ownership(model: Model, products: readonly number[], merge: readonly number[] = []): Int32Array {
  const vendors = products.map((j) => model.products[j].owner).map((v) => (merge.includes(v) ? merge[0] : v));
  const order = [...new Set(vendors)];
  return Int32Array.from(vendors, (v) => order.indexOf(v));
}

export const onSale = (model: Model, market: Market): number[] =>
  model.products.map((p) => p.index).filter((j) => market.products.live[j] === 1);
