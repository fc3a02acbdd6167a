import { asRun, inBoth, type Language, say, type Scenario, type Text } from "../engine/index.ts";

/** What gives vendors and products their names; every scenario does. */
export interface Named {
  readonly vendors: Readonly<Record<string, NamedVendor>>;
}

interface NamedVendor {
  readonly name: Text;
  readonly short?: Text;
  readonly products: Readonly<Record<string, { readonly name?: Text }>>;
}

/**
 * The first scenario with the vendors and products that only others have, and hosts of open weights: whatever runs of
 * them hold has a name in it.
 */
export function together(scenarios: readonly Scenario[]): Scenario {
  const vendors: Record<string, Scenario["vendors"][string]> = {};
  for (const scenario of scenarios)
    for (const [id, vendor] of Object.entries(asRun(scenario).vendors))
      vendors[id] = { ...(vendors[id] ?? vendor), products: { ...vendor.products, ...vendors[id]?.products } };
  const arenas = Object.assign({}, ...scenarios.map((s) => s.arenas).toReversed()) as Scenario["arenas"];
  return { ...scenarios[0], vendors, arenas };
}

/** What people call a vendor, short where there is a short name. */
export function vendorName(scenario: Named, id: string, lang: Language): string {
  const vendor = scenario.vendors[id];
  return say(vendor?.short ?? vendor?.name ?? inBoth(id), lang);
}

/** What people call a product. */
export function productName(scenario: Named, id: string, lang: Language): string {
  const dot = id.indexOf(".");
  const product = scenario.vendors[id.slice(0, dot)]?.products[id.slice(dot + 1)];
  return say(product?.name ?? inBoth(id.slice(dot + 1)), lang);
}

/** A product with its vendor: ByteDance Doubao-pro; the vendor once where the product's name begins with it. */
export function fullName(scenario: Named, id: string, lang: Language): string {
  const [vendor, product] = [vendorName(scenario, id.split(".")[0], lang), productName(scenario, id, lang)];
  if (product.toLowerCase().startsWith(vendor.toLowerCase())) return product;
  const han = /[\u4e00-\u9fff]/;
  return han.test(vendor[vendor.length - 1]) && han.test(product[0]) ? vendor + product : `${vendor} ${product}`;
}

/** Scenarios that are compared are called by letters: A, B, C. */
export const letterOf = (k: number): string => String.fromCharCode(65 + k);
