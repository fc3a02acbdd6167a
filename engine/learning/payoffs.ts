import { cartelPrices } from "../equilibrium/cartel.ts";
import { priceEquilibrium } from "../equilibrium/nash.ts";
import type { PricingGame } from "../equilibrium/pricing-game.ts";

/** A repeated pricing game on a grid: what learners play. One product a firm. */
export interface PayoffTable {
  readonly firms: number;
  readonly prices: readonly Float64Array[]; // by firm, its grid
  /** Profit by profile and firm: profile x firms. A profile is sum over firms of action_i m^i. */
  readonly profit: Float64Array;
  readonly nash: Float64Array; // profit by firm at the one-shot equilibrium in continuous prices
  readonly cartel: Float64Array; // at the joint-profit maximum
  readonly nashPrice: Float64Array;
  readonly cartelPrice: Float64Array;
}

export interface GridOptions {
  readonly points: number; // m
  readonly beyond: number; // xi: how far the grid reaches past Nash and cartel, over their distance
}

/**
 * Tabulates a game on m equally spaced prices over [pN - xi (pM - pN), pM + xi (pM - pN)] for
 * each firm (Calvano et al. 2020).
 */
export function payoffTable(game: PricingGame, { points, beyond }: GridOptions): PayoffTable {
  const firms = game.goods;
  const alone = Int32Array.from({ length: firms }, (_, i) => i);
  const nash = priceEquilibrium(game, alone);
  const cartel = jointMaximum(game);
  const prices = Array.from(nash.price, (low, i) => {
    const gap = cartel.price[i] - low;
    return Float64Array.from(
      { length: points },
      (_, a) => low - beyond * gap + (a * (1 + 2 * beyond) * gap) / (points - 1),
    );
  });
  const profiles = points ** firms;
  const profit = new Float64Array(profiles * firms);
  const p = new Float64Array(firms);
  for (let profile = 0; profile < profiles; profile++) {
    for (let i = 0, rest = profile; i < firms; i++, rest = Math.floor(rest / points)) p[i] = prices[i][rest % points];
    profit.set(game.profits(p), profile * firms);
  }
  return {
    firms,
    prices,
    profit,
    nash: nash.profit,
    cartel: cartel.profit,
    nashPrice: nash.price,
    cartelPrice: cartel.price,
  };
}

/** The joint-profit maximum: one owner of everything, begun from the common markup. */
function jointMaximum(game: PricingGame) {
  const start = cartelPrices(game).price;
  return priceEquilibrium(game, new Int32Array(game.goods), { start });
}
