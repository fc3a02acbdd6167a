import { sum } from "../math/sum.ts";
import { globalPeak, root } from "../math/search.ts";
import { priceGrids } from "./best-reply.ts";
import type { PricingGame } from "./pricing-game.ts";

export interface Cartel {
  readonly price: Float64Array;
  readonly profit: Float64Array; // by product
  /** The same absolute margin on every product of a group [money], by group. */
  readonly markup: readonly number[];
}

/**
 * The cartel benchmark: one absolute markup over unit cost for all, at which joint profit is highest. In the logit that
 * is the joint-profit maximum itself (margin mu/s_0); elsewhere it is what an industry could agree on and police, and
 * one owner of everything gains more, by pricing goods apart or out of the market (learning/payoffs.ts looks for that).
 * One markup means nothing across arenas, billed each in its own unit: `group` says which goods share one.
 */
export function cartelPrices(game: PricingGame, group: Int32Array = new Int32Array(game.goods)): Cartel {
  const one = new Int32Array(game.goods);
  const grids = priceGrids(game, one);
  let price = game.cost.map((c, k) => Math.max(game.floor[k], c));
  const markup = [...new Set(group)].map((g) => {
    const own = [...group.keys()].filter((k) => group[k] === g);
    const at = (m: number) => price.map((p, k) => (group[k] === g ? Math.max(game.floor[k], game.cost[k] + m) : p));
    const margins = own.flatMap((k) => Array.from(grids[k], (p) => p - game.cost[k]));
    const grid = [...new Set(margins.filter((m) => m > 0))].toSorted((a, b) => a - b);
    const joint = (m: number) => sum(game.profits(at(m)));
    const slope = (m: number) => {
      const { marginal } = game.conditions(at(m), one);
      return sum(own.map((k) => marginal[k]));
    };
    const best = sharpen(globalPeak(joint, thin(grid, 60)), slope);
    price = at(best);
    return best;
  });
  return { price, profit: game.profits(price), markup };
}

/**
 * A peak is known only to the square root of rounding; the root of the slope, where it
 * has one there, to rounding itself.
 */
function sharpen(markup: number, slope: (markup: number) => number): number {
  const [lo, hi] = [markup * (1 - 1e-5), markup * (1 + 1e-5)];
  return slope(lo) > 0 && slope(hi) < 0 ? root(slope, lo, hi) : markup;
}

/** About `most` points, evenly through the list. */
const thin = (grid: readonly number[], most: number): number[] => {
  const step = Math.max(1, Math.floor(grid.length / most));
  return grid.filter((_, i) => i % step === 0 || i === grid.length - 1);
};

const NO_ROOM = 1e-9; // of the cartel's profit

/**
 * Delta = (profit - Nash)/(cartel - Nash): 0 at competition, 1 at collusion (Calvano et al. 2020, eq. 9). NaN where a
 * cartel could gain nothing: with one vendor, say, who is its own.
 */
export const profitGain = (profit: number, nash: number, cartel: number): number =>
  cartel - nash > NO_ROOM * Math.abs(cartel) ? (profit - nash) / (cartel - nash) : NaN;
