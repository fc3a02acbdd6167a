import { demandOf } from "../../demand/demand-model.ts";
import { refreshOffers } from "../../demand/offers.ts";
import type { Market, Model } from "../../model/market.ts";

/** Between decisions and attention: today's prices reach each segment as offers, today's launches and cuts as news. */
export function announce(model: Model, market: Market): void {
  refreshOffers(model, market);
  demandOf(model).hear(model, market);
}
