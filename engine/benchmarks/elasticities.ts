import { demandOf } from "../demand/demand-model.ts";
import type { DemandSystem } from "../equilibrium/demand-system.ts";
import type { Market, Model } from "../model/market.ts";
import type { PricedMarket } from "../demand/priced-market.ts";

/** What a rise of prices by one per cent does, in per cent, with everybody free to choose anew. */
interface Elasticity {
  /** To what is sold, if every price rises: what the market itself loses. */
  readonly all: number;
  /** The part of it by which users become fewer; the rest is that each uses less. */
  readonly users: number;
  /** To what a product sells, if its price alone rises: the mean over products, weighted by what they sell. */
  readonly own: number;
}

export interface Elasticities {
  readonly market: Elasticity;
  readonly segments: Readonly<Record<string, Elasticity>>;
  /** Of each product billed by the token and not free, its own price's. */
  readonly products: readonly { readonly product: number; readonly price: number; readonly own: number }[];
}

/** Elasticities of a market on a day, at the list prices as they stand, of what is billed by the token. */
export function elasticitiesOf(model: Model, market: Market): Elasticities {
  const priced = demandOf(model).priced(model, market);
  const goods = priced.products.flatMap((j, k) => (model.products[j].meter === "token" ? [k] : []));
  const own = ownElasticities(priced.sold, priced.price);
  return {
    market: elasticity(priced, priced.price, goods),
    segments: Object.fromEntries(
      (priced.segments ?? []).map(({ id, ...of }) => [id, elasticity(of, priced.price, goods)]),
    ),
    products: goods.flatMap((k) =>
      priced.price[k] > 0 ? [{ product: priced.products[k], price: priced.price[k], own: own[k] }] : [],
    ),
  };
}

function elasticity(
  { sold, buyers }: Pick<PricedMarket, "sold" | "buyers">,
  price: Float64Array,
  goods: readonly number[],
): Elasticity {
  const own = ownElasticities(sold, price);
  const quantity = sold.quantities(price);
  const paid = goods.filter((k) => price[k] > 0 && quantity[k] > 0);
  const whole = paid.reduce((sum, k) => sum + quantity[k], 0);
  return {
    all: ofAll(sold, price, goods),
    users: ofAll(buyers, price, goods),
    own: paid.reduce((sum, k) => sum + (own[k] * quantity[k]) / whole, 0),
  };
}

/** Of the sum over some goods, with respect to all their prices together. */
function ofAll(demand: DemandSystem, price: Float64Array, goods: readonly number[]): number {
  const n = demand.goods;
  const [jacobian, quantity] = [demand.jacobian(price), demand.quantities(price)];
  let [change, whole] = [0, 0];
  for (const k of goods) {
    whole += quantity[k];
    for (const j of goods) change += jacobian[k * n + j] * price[j];
  }
  return change / whole;
}

function ownElasticities(demand: DemandSystem, price: Float64Array): Float64Array {
  const n = demand.goods;
  const [jacobian, quantity] = [demand.jacobian(price), demand.quantities(price)];
  return price.map((p, k) => (quantity[k] > 0 ? (jacobian[k * n + k] * p) / quantity[k] : NaN));
}
