import { root } from "../math/search.ts";
import type { DemandSystem } from "./demand-system.ts";
import { type PriceEquilibrium, priceEquilibrium } from "./nash.ts";
import { type PricingGame, pricingGame, replaced } from "./pricing-game.ts";

/**
 * Price equilibrium when products cannot sell more than their capacity. A binding capacity acts as a higher unit cost,
 * its shadow price: the least at which demand fits. One product after the other until no shadow price moves.
 */
export function cappedEquilibrium(
  game: PricingGame,
  demand: DemandSystem,
  owner: Int32Array,
  capacity: Float64Array,
): PriceEquilibrium & { readonly shadow: Float64Array } {
  let shadow = new Float64Array(game.goods);
  const solveAt = (extra: Float64Array) =>
    priceEquilibrium(
      pricingGame(
        demand,
        game.cost.map((c, k) => c + extra[k]),
        game.floor,
      ),
      owner,
    );
  let equilibrium = solveAt(shadow);
  for (let round = 0; round < 60; round++) {
    const before = shadow;
    for (let k = 0; k < game.goods; k++)
      shadow = replaced(shadow, k, shadowPrice(k, shadow)) as Float64Array<ArrayBuffer>;
    equilibrium = solveAt(shadow);
    if (shadow.every((x, k) => Math.abs(x - before[k]) <= 1e-12 * Math.max(1e-3, Math.abs(game.cost[k])))) break;
  }
  return { ...equilibrium, shadow };

  function shadowPrice(k: number, at: Float64Array): number {
    const excess = (extra: number) => demand.quantities(solveAt(replaced(at, k, extra)).price)[k] - capacity[k];
    if (excess(0) <= 0) return 0;
    let high = Math.max(1e-6, Math.abs(game.cost[k]));
    while (excess(high) > 0) high *= 2;
    return root(excess, 0, high);
  }
}
