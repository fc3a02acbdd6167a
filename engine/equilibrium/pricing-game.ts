import type { DemandSystem } from "./demand-system.ts";

/**
 * Who earns what at any prices: all a price equilibrium needs to know. Prices are one number a product. Who owns what
 * is data given next to it, `owner` by product: a merger or a cartel is another such list, nothing else.
 */
export interface PricingGame {
  readonly goods: number;
  readonly cost: Float64Array; // unit cost [money], where a price search starts
  readonly floor: Float64Array; // lowest price of each that can be posted [money]; -Infinity for none
  /** Profit by product at prices p [money]. */
  profits(p: Float64Array): Float64Array;
  /** Profit by product, and by product k what its owner gains from a small rise of p_k. */
  conditions(p: Float64Array, owner: Int32Array): Conditions;
  /** Derivatives of `marginal`: row k, column l. Without it they are taken as central differences. */
  curvature?(p: Float64Array, owner: Int32Array): Float64Array;
  /** Profit of each product's owner at prices p but p_k = each of values[k]. Without it, from `profits`. */
  scan?(p: Float64Array, owner: Int32Array, values: readonly Float64Array[]): Float64Array[];
}

export interface Conditions {
  readonly profits: Float64Array;
  readonly marginal: Float64Array;
}

/** The game of a demand system sold at constant unit cost. */
export function pricingGame(
  demand: DemandSystem,
  cost: ArrayLike<number>,
  floor: number | Float64Array = -Infinity,
): PricingGame {
  const { goods } = demand;
  const unit = Float64Array.from(cost);
  return {
    goods,
    cost: unit,
    floor: typeof floor === "number" ? new Float64Array(goods).fill(floor) : floor,
    profits: (p) => demand.quantities(p).map((q, j) => (p[j] - unit[j]) * q),
    conditions(p, owner) {
      const jacobian = demand.jacobian(p);
      const quantities = demand.quantities(p);
      const marginal = quantities.map((q, k) => {
        let gain = q;
        for (let j = 0; j < goods; j++) {
          if (owner[j] === owner[k]) gain += (p[j] - unit[j]) * jacobian[j * goods + k];
        }
        return gain;
      });
      return { profits: quantities.map((q, j) => (p[j] - unit[j]) * q), marginal };
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
    const up = game.conditions(replaced(p, l, p[l] + h), owner).marginal;
    const down = game.conditions(replaced(p, l, p[l] - h), owner).marginal;
    for (let k = 0; k < n; k++) out[k * n + l] = (up[k] - down[k]) / (2 * h);
  }
  return out;
}

/** Profit of each product's owner as that product's price alone takes each of its values. */
export function scanPrices(
  game: PricingGame,
  p: Float64Array,
  owner: Int32Array,
  values: readonly Float64Array[],
): Float64Array[] {
  if (game.scan) return game.scan(p, owner, values);
  return values.map((list, k) =>
    list.map((v) => {
      const profits = game.profits(replaced(p, k, v));
      let own = 0;
      for (let j = 0; j < profits.length; j++) if (owner[j] === owner[k]) own += profits[j];
      return own;
    }),
  );
}

export function replaced(p: Float64Array, k: number, value: number): Float64Array {
  const out = p.slice();
  out[k] = value;
  return out;
}
