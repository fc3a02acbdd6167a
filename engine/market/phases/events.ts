import { eventKinds } from "../../events/index.ts";
import { lawful } from "../../model/lawful-price.ts";
import type { Market, Model } from "../../model/market.ts";
import { postPrice } from "../../model/post-price.ts";

/** Dated changes and launches. */
export function applyEvents(model: Model, market: Market): void {
  for (const p of model.products) {
    const vendorAlive = market.vendors[p.vendor].alive;
    if (p.launchTick === market.tick && vendorAlive && !p.product.reference) launch(model, market, p.index);
  }
  endOutages(market);
  for (const event of model.events[market.tick]) eventKinds.get(event.kind).apply(model, market, event);
}

/** A product comes on sale at its list price, or at the least that the law allows by then. */
function launch(model: Model, market: Market, j: number): void {
  const { live, price } = market.products;
  live[j] = 1;
  const { floor } = market;
  if (floor.input === 0 && floor.output === 0) return;
  postPrice(market, j, lawful(model, market, j, { input: price.input[j], output: price.output[j] }), "event", "event");
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
