import type { Parameter, Plugin } from "../registry.ts";
import type { MarketEvent, Scenario } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";
import type { Market, Model } from "../model/market.ts";

/** A kind of dated event. */
export interface Shock extends Plugin {
  /** Why it could not happen in this scenario, or null. Checked when a scenario is read; names are known to exist. */
  problem?(scenario: Scenario, event: MarketEvent): Text | null;
  apply(model: Model, market: Market, event: MarketEvent): void;
}

export const product: Parameter = { type: "product", label: { en: "Product", zh: "产品" } };
export const vendor: Parameter = { type: "vendor", label: { en: "Vendor", zh: "厂商" } };

/** The product an event names. Scenarios are checked before, so it exists. */
export function productOf(model: Model, event: MarketEvent): number {
  return model.products.findIndex((p) => p.id === event.product);
}

export function vendorOf(model: Model, event: MarketEvent): number {
  return model.vendors.findIndex((v) => v.id === event.vendor);
}
