import { solve } from "../math/linear.ts";
import { diversion } from "./demand-system.ts";
import type { DemandSystem } from "./demand-system.ts";
import { priceEquilibrium } from "./nash.ts";
import { pricingGame } from "./pricing-game.ts";

interface Merger {
  readonly demand: DemandSystem;
  readonly cost: Float64Array;
  readonly before: Int32Array; // owner of each product
  readonly after: Int32Array;
}

interface MergerEffects {
  readonly priceBefore: Float64Array;
  readonly priceAfter: Float64Array;
  /**
   * Upward pricing pressure (Farrell & Shapiro 2010): margin of what is newly owned times diversion to it. 0 elsewhere.
   */
  readonly pressure: Float64Array;
  /** Fall of unit cost, over cost, that would leave prices as they were (Werden 1996). 0 elsewhere. */
  readonly compensating: Float64Array;
  readonly converged: boolean;
}

/** Simulates a merger, or any change of ownership, at unchanged demand and cost. */
export function mergerEffects({ demand, cost, before, after }: Merger): MergerEffects {
  const game = pricingGame(demand, cost);
  const [pre, post] = [priceEquilibrium(game, before), priceEquilibrium(game, after)];
  const divert = diversion(demand, pre.price);
  const n = demand.goods;
  const pressure = pre.price.map((_, j) => {
    let sum = 0;
    for (let k = 0; k < n; k++) {
      if (k !== j && after[k] === after[j] && before[k] !== before[j])
        sum += divert[j * n + k] * (pre.price[k] - cost[k]);
    }
    return sum;
  });
  return {
    priceBefore: pre.price,
    priceAfter: post.price,
    pressure,
    compensating: compensatingCosts(demand, cost, after, pre.price).map((c, j) => (cost[j] - c) / cost[j]),
    converged: pre.converged && post.converged,
  };
}

/** Unit costs at which `owner` would charge p: the first-order conditions solved for margins. */
export function compensatingCosts(
  demand: DemandSystem,
  cost: Float64Array,
  owner: Int32Array,
  p: Float64Array,
): Float64Array {
  const n = demand.goods;
  const jacobian = demand.jacobian(p);
  const matrix = Float64Array.from({ length: n * n }, (_, at) => {
    const [k, j] = [Math.floor(at / n), at % n];
    return owner[k] === owner[j] ? -jacobian[j * n + k] : 0;
  });
  const margins = solve(matrix, demand.quantities(p));
  return margins ? p.map((x, j) => x - margins[j]) : cost;
}

/** A logit recovered from prices, shares of all buyers, and margins (over price): as antitrust simulators calibrate. */
interface LogitData {
  readonly price: ArrayLike<number>;
  readonly share: ArrayLike<number>; // of all buyers; they sum to one if everybody buys
  readonly margin: ArrayLike<number>; // Lerner index
  readonly owner: ArrayLike<number>;
}

/**
 * The price coefficient that brings the logit's own Lerner indices, 1/(-alpha p_j (1 - S_f)),
 * nearest the observed ones in squares.
 */
export function calibrateAlpha({ price, share, margin, owner }: LogitData): number {
  let [cross, square] = [0, 0];
  for (let j = 0; j < price.length; j++) {
    let own = 0;
    for (let k = 0; k < price.length; k++) if (owner[k] === owner[j]) own += share[k];
    const unit = 1 / (price[j] * (1 - own));
    cross += unit * margin[j];
    square += unit * unit;
  }
  return -square / cross;
}
