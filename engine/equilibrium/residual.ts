import { type PriceEquilibrium, priceEquilibrium } from "./nash.ts";
import type { PricingGame } from "./pricing-game.ts";

/** Which prices are free to choose: some goods of one owner. */
interface Chooser {
  readonly owner: Int32Array; // of each good of the whole game
  readonly goods: readonly number[]; // those it sets, all of one owner
}

/**
 * What is left of a game for one owner when everybody else's prices, and those of its other goods, stay at p: a game of
 * its own goods alone. What its other goods earn counts with the first of them.
 */
function residualGame(game: PricingGame, p: Float64Array, { owner, goods }: Chooser): PricingGame {
  const me = owner[goods[0]];
  const others = [...owner.keys()].filter((k) => owner[k] === me && !goods.includes(k));
  const whole = (x: Float64Array): Float64Array => {
    const all = p.slice();
    goods.forEach((k, i) => (all[k] = x[i]));
    return all;
  };
  const narrow = (profits: Float64Array) => {
    const out = Float64Array.from(goods, (k) => profits[k]);
    for (const k of others) out[0] += profits[k];
    return out;
  };
  const n = game.goods;
  return {
    goods: goods.length,
    cost: Float64Array.from(goods, (k) => game.cost[k]),
    floor: Float64Array.from(goods, (k) => game.floor[k]),
    profits: (x) => narrow(game.profits(whole(x))),
    conditions(x) {
      const { profits, marginal } = game.conditions(whole(x), owner);
      return { profits: narrow(profits), marginal: Float64Array.from(goods, (k) => marginal[k]) };
    },
    ...(game.curvature && {
      curvature(x: Float64Array) {
        const all = game.curvature!(whole(x), owner);
        return Float64Array.from(goods.flatMap((k) => goods.map((l) => all[k * n + l])));
      },
    }),
    ...(game.scan && {
      scan(x: Float64Array, _owner: Int32Array, values: readonly Float64Array[]) {
        const each: Float64Array[] = Array.from({ length: n }, () => new Float64Array(0));
        goods.forEach((k, i) => (each[k] = values[i]));
        const found = game.scan!(whole(x), owner, each);
        return goods.map((k) => found[k]);
      },
    }),
  };
}

/** The owner's best reply to p in the goods it sets: the joint maximum of its residual game, searched globally. */
export function bestReply(game: PricingGame, p: Float64Array, chooser: Chooser): PriceEquilibrium {
  return priceEquilibrium(residualGame(game, p, chooser), new Int32Array(chooser.goods.length));
}
