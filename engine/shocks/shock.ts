import type { Plugin } from "../registry.ts";
import type { MarketEvent } from "../scenario/scenario.ts";
import type { Market, Model } from "../types.ts";

/** A kind of dated event. */
export interface Shock extends Plugin {
  apply(model: Model, market: Market, event: MarketEvent): void;
}

/** The product an event names. Scenarios are checked before, so it exists. */
export function productOf(model: Model, event: MarketEvent): number {
  return model.products.findIndex((p) => p.id === event.product);
}

export function vendorOf(model: Model, event: MarketEvent): number {
  return model.vendors.findIndex((v) => v.id === event.vendor);
}
