import type { Market, Model } from "../model/market.ts";

/** Takes a product off the market. Its users wake at once: the wake phase finds their product gone. */
export function retireProduct(market: Market, product: number): void {
  const down = market.outages.findIndex((outage) => outage.product === product);
  if (down >= 0) market.outages.splice(down, 1); // it does not come back
  market.products.live[product] = 0;
  market.products.stale[product] = 1;
}

export function closeVendor(model: Model, market: Market, v: number): void {
  market.vendors[v].alive = false;
  for (const j of model.vendors[v].products) retireProduct(market, j);
}
