import type { Market, Model } from "../model/market.ts";
import type { DemandSystem } from "../equilibrium/demand-system.ts";
import type { PricingGame } from "../equilibrium/pricing-game.ts";

/** How sellers look ahead. */
export interface Horizon {
  readonly weeks: number; // for which a price is posted
  readonly discount: number; // of later money [1/week]
  readonly cost: Float64Array; // by product of the market: unit cost that counts later learning, over that of the day
}

/** Static prices of competition, and among whom. */
export interface Competition {
  readonly nash: Float64Array; // by good
  readonly owner: Int32Array; // by good
}

/** A market on one day as a pricing game among its vendors. Each demand model says what its own is. */
export interface PricedMarket {
  readonly game: PricingGame;
  /** The same among sellers who look ahead: users won stay, costs learn. */
  foreseeing(horizon: Horizon, competition: Competition): PricingGame;
  readonly products: readonly number[]; // market's product of each good: those on sale
  readonly price: Float64Array; // list prices as they stand, by good, blended [money/Mtok]
  /** The same demand counted in buyers, for diversion ratios and elasticities. */
  readonly buyers: DemandSystem;
  /** The same counted in what a price is charged on: profit is what is sold times the margin. */
  readonly sold: DemandSystem;
  /** What being able to buy at prices p is worth to the same buyers; in units of its own, for ratios of prices. */
  worth(p: Float64Array): number;
  /** Each segment's part of both, where there are several. */
  readonly segments?: readonly (Pick<PricedMarket, "buyers" | "sold"> & { readonly id: string })[];
}

/** Who owns each good: its vendor, or whom the scenario says. `merge` joins owners (by index) under the first. */
export function ownership(model: Model, products: readonly number[], merge: readonly number[] = []): Int32Array {
  const vendors = products.map((j) => model.products[j].owner).map((v) => (merge.includes(v) ? merge[0] : v));
  const order = [...new Set(vendors)];
  return Int32Array.from(vendors, (v) => order.indexOf(v));
}

/** Which arena each good competes in. */
export function arenas(model: Model, products: readonly number[]): Int32Array {
  const arenaOf = products.map((j) => model.products[j].product.arena);
  const order = [...new Set(arenaOf)];
  return Int32Array.from(arenaOf, (arena) => order.indexOf(arena));
}

export const onSale = (model: Model, market: Market): number[] =>
  model.products.map((p) => p.index).filter((j) => market.products.live[j] === 1);
