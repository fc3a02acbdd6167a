import { exp } from "../math/elementary.ts";
import type { Market, Model } from "../model/market.ts";

/** Releases that improve the fit come monthly. */
const RELEASE_DAYS = 28;

/** M-10. A product that does not yet fit a segment's need learns from that segment's use. */
export function improveFit(model: Model, market: Market): void {
  if (market.day % RELEASE_DAYS >= model.tickDays) return;
  const n = model.products.length;
  for (const { index: j, product } of model.products) {
    if (product.fitRate === 0) continue;
    for (const s of model.segments) {
      const k = s.index * n + j;
      if (market.offers.fit[k] === 0) continue; // not sold there
      const share = market.flows.users[k] / s.represented;
      market.offers.fit[k] += (1 - market.offers.fit[k]) * (1 - exp((-product.fitRate * share * RELEASE_DAYS) / 7));
    }
  }
}
