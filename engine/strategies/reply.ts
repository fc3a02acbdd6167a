import { bestReply } from "../equilibrium/residual.ts";
import { exp } from "../math/elementary.ts";
import type { OwnProduct, View } from "../model/view.ts";
import { atMargin, type manner } from "./parameters.ts";
import type { ValuesOf } from "../registry.ts";
import { type Decision, tariffAt } from "./strategy.ts";

/** The most profitable price of one product, and where it stands. */
interface Reply {
  readonly p: OwnProduct;
  readonly now: number; // in the unit prices are set in: blended, or a subscription
  readonly best: number;
  readonly cost: number; // that it was computed with, less what a sale is worth in addition to its price
}

/**
 * The prices that together earn most by the vendor's market research, each Mtok sold being worth `worth(product)` more.
 */
export function replies(view: View, worth?: (product: number) => number): Reply[] {
  const { game, products, owner, price } = view.survey(worth);
  const own = view.own.filter((p) => p.live && products.includes(p.index));
  if (own.length === 0) return [];
  const goods = own.map((p) => products.indexOf(p.index));
  const { price: best } = bestReply(game, price, { owner, goods });
  return own.map((p, i) => ({ p, now: price[goods[i]], best: best[i], cost: game.cost[goods[i]] }));
}

type Manner = ValuesOf<typeof manner>;

/** A reply as a posted price: misjudged, part of the way, not below the floor, if the change is worth posting. */
export function posted<R extends string>(
  view: View,
  { p, now, best, cost }: Reply,
  how: Manner,
  because: R,
): Decision<R>[] {
  const misjudged = how.error > 0 ? exp(how.error * view.wander(`markup/${p.id}`)) : 1;
  const aim = cost + (best - cost) * misjudged;
  const floor = atMargin(p.unitCost, how.marginFloor);
  const price = Math.max(now + how.damping * (aim - now), floor, 0);
  if (Math.abs(price - now) < how.tolerance * Math.max(now, price)) return [];
  return [{ product: p.index, to: tariffAt(p, price, how.digits), because }];
}
