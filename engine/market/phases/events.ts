import { eventKinds } from "../../events/index.ts";
import type { Market, Model } from "../../model/market.ts";

/** Dated changes and launches. */
export function applyEvents(model: Model, market: Market): void {
  for (const p of model.products) {
    const vendorAlive = market.vendors[p.vendor].alive;
    if (p.launchTick === market.tick && vendorAlive && !p.product.reference) market.products.live[p.index] = 1;
  }
  endOutages(market);
  for (const event of model.events[market.tick]) eventKinds.get(event.kind).apply(model, market, event);
}

/** What is up again is on sale; its users were released when it went down. */
function endOutages({ outages, products, day }: Market): void {
  for (let k = outages.length - 1; k >= 0; k--) {
    if (outages[k].until > day) continue;
    products.live[outages[k].product] = 1;
    products.stale[outages[k].product] = 1;
    outages.splice(k, 1);
  }
}
