import type { Scenario, Vendor } from "../scenario/scenario.ts";

/**
 * The scenario with every vendor but one keeping the prices it opens with, whatever was dated: what a move is worth
 * before rivals answer it.
 */
export function holdOthers(scenario: Scenario, vendor: string): Scenario {
  const held = Object.entries(scenario.vendors).map(([id, v]) => [id, id === vendor ? v : holding(v)] as const);
  const events = scenario.events.filter((e) => e.kind !== "price" || String(e.product).startsWith(`${vendor}.`));
  return { ...scenario, vendors: Object.fromEntries(held), events };
}

function holding(vendor: Vendor): Vendor {
  const products = Object.entries(vendor.products).map(
    ([id, product]) => [id, { ...product, strategy: undefined }] as const,
  );
  return { ...vendor, strategy: { kind: "hold" }, products: Object.fromEntries(products) };
}
