import { eventKinds } from "../../events/index.ts";
import type { Market, Model } from "../../model/market.ts";

/** Dated changes and launches. */
export function applyEvents(model: Model, market: Market): void {
  for (const p of model.products) {
    const vendorAlive = market.vendors[p.vendor].alive;
    if (p.launchTick === market.tick && vendorAlive && !p.product.reference) market.products.live[p.index] = 1;
  }
  for (const event of model.events[market.tick]) eventKinds.get(event.kind).apply(model, market, event);
}
