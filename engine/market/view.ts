import { nameHash, uniform } from "../math/random.ts";
import type { Market, Model, Tariff } from "../types.ts";

/** What anybody can read off a vendor's price page. */
export interface PublicProduct {
  readonly id: string;
  readonly index: number;
  readonly vendor: string;
  readonly tier: string;
  readonly arena: string;
  readonly lnQuality: number;
  readonly tariff: Tariff;
  readonly price: number; // blended [money/Mtok]
}

/** What only its owner knows besides. */
export interface OwnProduct extends PublicProduct {
  readonly live: boolean;
  readonly unitCost: number; // long-run, at target load, blended [money/Mtok]
  readonly tokens: number; // [Mtok/week], last tick
}

/** All a strategy ever sees: public prices and its own books, never the market. */
export interface View {
  readonly tick: number;
  readonly day: number; // since the start
  readonly dt: number; // weeks a tick
  readonly own: readonly OwnProduct[]; // those this strategy prices
  readonly rivals: readonly PublicProduct[]; // live, on sale, of other vendors
  readonly cash: number; // [money]
  readonly tokenShare: number; // of external tokens in its arenas, last tick [0-1]
  /** A uniform draw of this vendor's own luck, by name: the same name on the same tick gives the same draw. */
  draw(name: string): number;
}

/** Weight of input in a product's blended price (three input tokens to one of output). */
export const INPUT_WEIGHT = 0.75;

export const blend = ({ input, output }: Tariff): number => INPUT_WEIGHT * input + (1 - INPUT_WEIGHT) * output;

/** Every product on sale as the public sees it. A reference product is listed but nobody's rival. */
export function publicProducts(model: Model, market: Market): PublicProduct[] {
  return model.products
    .filter((p) => market.products.live[p.index] === 1)
    .map((p) => publicProduct(model, market, p.index));
}

function publicProduct(model: Model, market: Market, j: number): PublicProduct {
  const { id, vendor, product } = model.products[j];
  const tariff = { input: market.products.input[j], output: market.products.output[j] };
  return {
    id,
    index: j,
    vendor: model.vendors[vendor].id,
    tier: product.tier,
    arena: product.arena,
    lnQuality: market.products.lnQuality[j],
    tariff,
    price: blend(tariff),
  };
}

/** The view of vendor v's strategy for `products`, given what is public. */
export function viewOf(
  model: Model,
  market: Market,
  v: number,
  products: readonly number[],
  listed: readonly PublicProduct[],
): View {
  const { id } = model.vendors[v];
  return {
    tick: market.tick,
    day: market.day,
    dt: model.dt,
    own: products.map((j) => ownProduct(model, market, j)),
    rivals: listed.filter((p) => p.vendor !== id),
    cash: market.vendors[v].cash,
    tokenShare: tokenShare(model, market, v),
    draw: (name) => uniform(model.seed, nameHash(`vendor/${id}/${name}`), 0, market.tick),
  };
}

function ownProduct(model: Model, market: Market, j: number): OwnProduct {
  const { costInput, costOutput, live } = market.products;
  return {
    ...publicProduct(model, market, j),
    live: live[j] === 1,
    unitCost: blend({ input: costInput[j], output: costOutput[j] }),
    tokens: productTokens(market, j, model.products.length),
  };
}

/** External tokens of product j, all segments [Mtok/week]. */
export function productTokens({ flows }: Market, j: number, products: number): number {
  let sum = 0;
  for (let k = j; k < flows.tokensInput.length; k += products) sum += flows.tokensInput[k] + flows.tokensOutput[k];
  return sum;
}

function tokenShare(model: Model, market: Market, v: number): number {
  const n = model.products.length;
  let own = 0;
  let all = 0;
  for (let j = 0; j < n; j++) {
    const tokens = productTokens(market, j, n);
    all += tokens;
    if (model.products[j].vendor === v) own += tokens;
  }
  return all > 0 ? own / all : 0;
}
