import type { Scenario } from "../../engine/index.ts";

export type ProductChoice = "main" | "flagship" | "lite" | "all";

/** A vendor's main model; where it has none, the tier that stands in for it. */
const MAIN = ["main", "long", "flagship", "lite"];

/** Ids of the products to draw: one a vendor for its main model, a tier, or all. */
export function productsShown({ vendors }: Scenario, choice: ProductChoice): Set<string> {
  const shown = Object.entries(vendors).flatMap(([vendor, { products }]) => {
    const ofTier = (tier: string) => Object.keys(products).filter((p) => products[p].tier === tier);
    const names =
      choice === "all" ? Object.keys(products) : choice === "main" ? mainOf(products, ofTier) : ofTier(choice);
    return names.map((name) => `${vendor}.${name}`);
  });
  return new Set(shown);
}

function mainOf(products: Readonly<Record<string, unknown>>, ofTier: (tier: string) => string[]): string[] {
  const [first] = MAIN.flatMap(ofTier);
  return [first ?? Object.keys(products)[0]];
}
