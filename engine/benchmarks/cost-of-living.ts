import { exp, log } from "../math/elementary.ts";
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
const STRAIGHT = 1; // of the logarithm
const NEAR = 1e-13;
const MOST_STEPS = 60;
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
  if (value === 0) return NaN;
  const above = (x: number) => log(at(exp(x)) / value);
  const ends = [above(-FARTHEST), above(FARTHEST)] as const;
  if (!(ends[0] >= 0)) return NaN;
  if (ends[1] > 0) return Infinity;
  return exp(crossing(above, ends));
}

/**
 * Where a falling function crosses 0 between both ends: halvings down to where it is nearly straight, then chords, an
 * end that stays being weighed less each time (the Illinois rule), since every step asks everybody.
 */
function crossing(f: (x: number) => number, [fLow, fHigh]: readonly [number, number]): number {
  let [low, high, atLow, atHigh] = [-FARTHEST, FARTHEST, fLow, fHigh];
  let stayed = 0; // which end stayed last: -1 the low one, 1 the high one
  for (let step = 0; step < MOST_STEPS && high - low > NEAR; step++) {
    const isWide = high - low > STRAIGHT || !Number.isFinite(atLow - atHigh);
    const x = isWide ? (low + high) / 2 : low + ((high - low) * atLow) / (atLow - atHigh);
    const y = f(x);
    if (y === 0 || (!isWide && Math.min(x - low, high - x) < NEAR)) return x;
    if (y > 0) {
      [low, atLow] = [x, y];
      if (stayed === 1 && !isWide) atHigh /= 2;
      stayed = 1;
    } else {
      [high, atHigh] = [x, y];
      if (stayed === -1 && !isWide) atLow /= 2;
      stayed = -1;
    }
  }
  return (low + high) / 2;
}
