import { exp } from "../math/elementary.ts";
import type { PricedMarket } from "../demand/priced-market.ts";

/** What is on offer on a day, by what it is worth. */
interface Offers {
  readonly products: readonly number[];
  readonly worth: number;
}

/** How many times dearer the same buyers find the market than on another day; a half: as if all prices had halved. */
interface CostOfLiving {
  readonly all: number;
  /** The same if nobody could buy what was not on sale then: what new products are worth is the difference. */
  readonly withoutNew: number;
}

const FARTHEST = 16; // ln of the largest factor looked for
const HALVINGS = 50;
const OUT_OF_REACH = 1e12; // times a price nobody pays

type Market = Pick<PricedMarket, "products" | "price" | "worth">;

export const offersOf = ({ products, price, worth }: Market): Offers => ({ products, worth: worth(price) });

/**
 * A cost-of-living index by the model's own log-sum (Konüs 1924; Small & Rosen 1981): one over the factor on all of
 * today's prices at which today's market is worth to buyers what that of `then` was. New products, better ones and
 * products that left count as far as they make buyers better or worse off; needs are those of today. 0 where buyers are
 * better off however high the prices, since much is free; NaN where nobody could buy then, or all free is still worse.
 */
export function costOfLiving(now: Market, then: Offers): CostOfLiving {
  const known = (k: number) => then.products.includes(now.products[k]);
  return {
    all: 1 / factorTo(then.worth, (x) => now.worth(now.price.map((p) => p * x))),
    withoutNew: 1 / factorTo(then.worth, (x) => now.worth(now.price.map((p, k) => (known(k) ? p * x : OUT_OF_REACH)))),
  };
}

/** The factor at which a falling function comes down to a value: Infinity if it does not, NaN if it is never there. */
function factorTo(value: number, at: (factor: number) => number): number {
  if (value === 0 || !(at(exp(-FARTHEST)) >= value)) return NaN;
  if (at(exp(FARTHEST)) > value) return Infinity;
  let [low, high] = [-FARTHEST, FARTHEST];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    if (at(exp(middle)) > value) low = middle;
    else high = middle;
  }
  return exp((low + high) / 2);
}
