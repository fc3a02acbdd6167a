import type { Market, Model } from "../model/market.ts";
import { type Parameter, type ParameterTable, type Plugin, type ValuesOf, withDefaults } from "../registry.ts";
import type { MarketEvent, Scenario } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";

/** A kind of dated event. One file each, made by `eventKind`. */
export interface EventKind extends Plugin {
  /** Why it could not happen in this scenario, or null. Checked when a scenario is read; names are known to exist. */
  problem?(scenario: Scenario, event: MarketEvent): Text | null;
  apply(model: Model, market: Market, event: MarketEvent): void;
}

/** What an event kind's author writes: an event has the values of the table's parameters, defaults filled in. */
interface Written<T extends ParameterTable> extends Plugin {
  readonly parameters: T;
  problem?(scenario: Scenario, event: ValuesOf<T>): Text | null;
  apply(model: Model, market: Market, event: ValuesOf<T>): void;
}

/** An event kind from its table: scenario files, forms and help know it from that. */
export function eventKind<const T extends ParameterTable>(written: Written<T>): EventKind {
  const filled = (event: MarketEvent) => withDefaults(written.parameters, event) as ValuesOf<T>;
  const { problem, ...rest } = written;
  return {
    ...rest,
    apply: (model, market, event) => written.apply(model, market, filled(event)),
    ...(problem && { problem: (scenario: Scenario, event: MarketEvent) => problem(scenario, filled(event)) }),
  };
}

export const product = {
  type: "product",
  label: { en: "Product", zh: "产品" },
} as const satisfies Parameter;
export const vendor = { type: "vendor", label: { en: "Vendor", zh: "厂商" } } as const satisfies Parameter;

/** The product an event names. Scenarios are checked before, so it exists. */
export const productOf = ({ products }: Model, event: { readonly product: string }): number =>
  products.findIndex((p) => p.id === event.product);

export const vendorOf = ({ vendors }: Model, event: { readonly vendor: string | null }): number =>
  vendors.findIndex((v) => v.id === event.vendor);
