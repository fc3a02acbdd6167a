import type { DemandSystem } from "./demand-system.ts";

/**
 * Who owns what, and what owners earn at any prices: all a price equilibrium needs to know. Prices are one number a product.
 * A merger or a cartel is another `owner`, nothing else.
 */
export interface PricingGame {
  readonly goods: number;
  readonly cost: Float64Array; // unit cost [money], where a price search starts
  readonly floor: number; // lowest price that can be posted [money]; -Infinity for none
  /** Profit by product at prices p [money]. */
  profits(p: Float64Array): Float64Array;
  /** By product k: what its owner gains from a small rise of p_k. */
  marginal(p: Float64Array, owner: Int32Array): Float64Array;
  /** Derivatives of `marginal`: row k, column l. Without it they are taken as central differences of `marginal`. */
  curvature?(p: Float64Array, owner: Int32Array): Float64Array;
  /** The profit of k's owner at prices p but p_k = each of `values`. Without it, from `profits`. */
  along?(p: Float64Array, owner: Int32Array, k: number, values: Float64Array): Float64Array;
}

/** The game of a demand system sold at constant unit cost. */
export function pricingGame(demand: DemandSystem, cost: ArrayLike<number>, floor = -Infinity): PricingGame {
  const { goods } = demand;
  const unit = Float64Array.from(cost);
  return {
    goods,
    cost: unit,
    floor,
    profits: (p) => demand.quantities(p).map((q, j) => (p[j] - unit[j]) * q),
    marginal(p, owner) {
      const jacobian = demand.jacobian(p);
      return demand.quantities(p).map((q, k) => {
        let gain = q;
        for (let j = 0; j < goods; j++) {
          if (owner[j] === owner[k]) gain += (p[j] - unit[j]) * jacobian[j * goods + k];
        }
        return gain;
      });
    },
  };
}

/** Profit of each owner, in the order of owner numbers. */
export function ownerProfits(profits: Float64Array, owner: Int32Array): Float64Array {
  const out = new Float64Array(Math.max(...owner) + 1);
  profits.forEach((x, j) => (out[owner[j]] += x));
  return out;
}

/** Curvature as the game gives it, or by central differences of the marginal profits. */
export function curvatureOf(game: PricingGame, p: Float64Array, owner: Int32Array): Float64Array {
  if (game.curvature) return game.curvature(p, owner);
  const n = game.goods;
  const out = new Float64Array(n * n);
  for (let l = 0; l < n; l++) {
    const h = 1e-6 * Math.max(1e-3, Math.abs(p[l]), Math.abs(p[l] - game.cost[l]));
    const up = game.marginal(moved(p, l, h), owner);
    const down = game.marginal(moved(p, l, -h), owner);
    for (let k = 0; k < n; k++) out[k * n + l] = (up[k] - down[k]) / (2 * h);
  }
  return out;
}

/** The profit of k's owner as p_k alone moves through `values`. */
export function alongPrice(
  game: PricingGame,
  p: Float64Array,
  owner: Int32Array,
  k: number,
  values: Float64Array,
): Float64Array {
  if (game.along) return game.along(p, owner, k, values);
  return values.map((v) => ownerProfits(game.profits(moved(p, k, v - p[k])), owner)[owner[k]]);
}

export function moved(p: Float64Array, k: number, by: number): Float64Array {
  const out = p.slice();
  out[k] += by;
  return out;
}
