import type { PricedMarket } from "./priced-market.ts";
import { Shelf } from "../registry.ts";
import type { Market, Model } from "../model/market.ts";
import { mixedLogit } from "./mixed-logit/mixed-logit.ts";
import { unitLogit } from "./unit-logit.ts";

/** How demand works: the three phases in which agents act, and what a fresh market needs before its first tick. */
export interface DemandModel {
  readonly id: string;
  /** Who pays attention this tick; `dt` in weeks. */
  wake(model: Model, market: Market, dt: number): void;
  /** Who is awake chooses. */
  choose(model: Model, market: Market, dt: number): void;
  /** Volumes and surplus of the tick, into market.flows. */
  use(model: Model, market: Market, dt: number): void;
  /** The market as a pricing game, were every buyer free to choose: what equilibria are computed on. */
  priced(model: Model, market: Market): PricedMarket;
}

export const demandModels = new Shelf<DemandModel>("demand model", [mixedLogit, unitLogit]);

export const demandOf = (model: Model): DemandModel => demandModels.get(model.demand.kind);
