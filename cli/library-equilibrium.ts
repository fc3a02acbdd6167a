import type { Scenario } from "../engine/index.ts";
import { heldProducts, openDay, vendorIndices } from "./equilibrium/day.ts";
import { equilibriumJson, type EquilibriumPrices, mergerJson, type MergerPrices } from "./equilibrium/json.ts";
import { searchMerger, searchPrices } from "./equilibrium/search.ts";
import { checkOptions, checkScenario } from "./library-arguments.ts";

export interface EquilibriumOptions {
  /** An ISO date; the scenario's first day unless told otherwise. */
  readonly at?: string;
  /** Vendors or products, by id, that keep the prices they have. */
  readonly hold?: readonly string[];
  /** Default 1. */
  readonly seed?: string | number;
}

export interface MergerOptions extends Pick<EquilibriumOptions, "at" | "seed"> {
  /** Vendors, by id, that come under one owner. */
  readonly merge: readonly string[];
}

/**
 * Prices of theory on one day, next to those of the market: unit cost, Nash, cartel. With `merge`, prices before and
 * after a merger, pressure on prices and welfare. What `pricewar equilibrium --json` prints.
 *
 *     const { products } = await equilibrium(await loadScenario("china-2024"), { at: "2024-06-30" });
 *
 * @throws UsageError for a day or a name that the scenario has not.
 */
export async function equilibrium(scenario: Scenario, options?: EquilibriumOptions): Promise<EquilibriumPrices>;
export async function equilibrium(scenario: Scenario, options: MergerOptions): Promise<MergerPrices>;
export async function equilibrium(
  scenario: Scenario,
  options: EquilibriumOptions | MergerOptions = {},
): Promise<EquilibriumPrices | MergerPrices> {
  checkScenario("equilibrium", scenario);
  checkOptions("equilibrium", options, ["at", "seed", "hold", "merge"]);
  const seed = options.seed ?? 1;
  const day = openDay(scenario, { at: options.at, seed });
  const { model, at } = day;
  if ("merge" in options) {
    const { found, agents } = searchMerger(day, { merge: vendorIndices(model, options.merge), seed });
    return mergerJson(model, found, { at, agents });
  }
  const { found, agents } = searchPrices(day, { hold: heldProducts(day, options.hold ?? []), seed });
  return equilibriumJson(model, found, { at, agents });
}
