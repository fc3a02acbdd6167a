import type { PricingGame } from "./pricing-game.ts";

/** A game in which some prices are held: who owns what, which goods still move, and how prices of those become all. */
interface HeldGame {
  readonly game: PricingGame; // of the goods that move
  readonly owner: Int32Array;
  readonly free: readonly number[]; // their numbers in the whole game
  all(p: Float64Array): Float64Array;
}

/** What an owner earns with what it holds counts for it just as well: it is booked on its first good that moves. */
export function heldGame(
  whole: PricingGame,
  owner: Int32Array,
  price: Float64Array,
  held: (good: number) => boolean,
): HeldGame {
  const free = [...price.keys()].filter((k) => !held(k));
  const all = (p: Float64Array) => {
    const out = price.slice();
    free.forEach((k, i) => (out[k] = p[i]));
    return out;
  };
  const booked = (profits: Float64Array) => {
    const out = Float64Array.from(free, (k) => profits[k]);
    for (let k = 0; k < profits.length; k++) {
      const first = held(k) ? free.findIndex((other) => owner[other] === owner[k]) : -1;
      if (first >= 0) out[first] += profits[k];
    }
    return out;
  };
  const game: PricingGame = {
    goods: free.length,
    cost: Float64Array.from(free, (k) => whole.cost[k]),
    floor: Float64Array.from(free, (k) => whole.floor[k]),
    profits: (p) => booked(whole.profits(all(p))),
    conditions(p) {
      const { profits, marginal } = whole.conditions(all(p), owner);
      return { profits: booked(profits), marginal: Float64Array.from(free, (k) => marginal[k]) };
    },
  };
  return { game, owner: Int32Array.from(free, (k) => owner[k]), free, all };
}
