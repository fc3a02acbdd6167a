import { SOBOL_DIMENSIONS, sobolPoints } from "../math/sobol-points.ts";
import { exp, log } from "../math/elementary.ts";
import { cartelPrices } from "./cartel.ts";
import { priceEquilibrium, type PriceEquilibrium } from "./nash.ts";
import type { PricingGame } from "./pricing-game.ts";

interface Search {
  readonly found: PriceEquilibrium; // the equilibrium that the usual start leads to
  readonly starts: number; // how many more
  readonly group?: Int32Array; // goods that are billed in one unit
}

/**
 * The other equilibria that searches from elsewhere end in: from unit cost, from the cartel's prices, and from points
 * spread evenly, in logarithms of the margin, between a tenth and ten times the margins that were found. Price games
 * with buyers of several kinds may have many (Bajari, Hong & Ryan 2010, Econometrica 78:1529); no search is sure of
 * all.
 */
export function otherEquilibria(game: PricingGame, owner: Int32Array, search: Search): PriceEquilibrium[] {
  const { found } = search;
  const known = found.converged ? [found] : [];
  for (const start of startsOf(game, search)) {
    const next = priceEquilibrium(game, owner, { start });
    if (next.converged && !known.some(({ price }) => isNear(game, price, next.price))) known.push(next);
  }
  return found.converged ? known.slice(1) : known;
}

const WIDTH = log(10);

function startsOf(game: PricingGame, { found, starts, group }: Search): Float64Array[] {
  const { cost, floor, goods } = game;
  const at = (margin: (k: number) => number) => cost.map((c, k) => Math.max(floor[k], c + margin(k)));
  const typical = (k: number) => Math.max(found.price[k] - cost[k], 0.01 * Math.abs(cost[k]), 1e-9);
  const points = sobolPoints(Math.max(0, starts - 2), Math.min(goods, SOBOL_DIMENSIONS), 1);
  const width = Math.min(goods, SOBOL_DIMENSIONS);
  const spread = Array.from({ length: Math.max(0, starts - 2) }, (_, i) =>
    at((k) => typical(k) * exp(WIDTH * (2 * points[i * width + (k % width)] - 1))),
  );
  return [at(() => 0), cartelPrices(game, group).price, ...spread].slice(0, starts);
}

const SAME = 1e-4; // of a price

/** Prices at which nothing is sold are no difference. */
function isNear(game: PricingGame, a: Float64Array, b: Float64Array): boolean {
  const [earned, most] = [game.profits(a), game.profits(a).reduce((top, x) => Math.max(top, Math.abs(x)), 0)];
  return a.every(
    (x, k) => Math.abs(x - b[k]) <= SAME * Math.max(Math.abs(x), 1e-9) || Math.abs(earned[k]) < 1e-6 * most,
  );
}
