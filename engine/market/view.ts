import { listPrice } from "../model/post-price.ts";
import { nameHash, uniform } from "../math/random.ts";
import type { Market, Model } from "../model/market.ts";
import { runway } from "./accounts.ts";
import { wandering } from "./sight.ts";
import { saleCost } from "./unit-cost.ts";
import { surveyOf } from "./survey.ts";
import { blendAs, METER_IDS, ofMeter } from "../price.ts";
import type { PublicProduct, OwnProduct, View } from "../model/view.ts";

/** Each market's listing as of the last tick. Most days nobody moves, and the same list tells whoever sees it so. */
const listings = new WeakMap<Market, readonly PublicProduct[]>();

/**
 * Every product on sale as the public sees it. A reference product is listed but nobody's rival. Nothing new: the same
 * list as before.
 */
export function publicProducts(model: Model, market: Market): readonly PublicProduct[] {
  const before = listings.get(market) ?? [];
  const listed: PublicProduct[] = [];
  let isNew = false;
  for (let j = 0; j < model.products.length; j++) {
    if (market.products.live[j] !== 1) continue;
    const known = before[listed.length];
    const stands = known?.index === j && isAsListed(market, known);
    if (!stands) isNew = true;
    listed.push(stands ? known : publicProduct(model, market, j));
  }
  if (!isNew && listed.length === before.length) return before;
  listings.set(market, listed);
  return listed;
}

function isAsListed({ products }: Market, { index: j, lnQuality, tariff }: PublicProduct): boolean {
  if (products.lnQuality[j] !== lnQuality) return false;
  for (const id of METER_IDS) if (products.price[id][j] !== ofMeter(tariff, id)) return false;
  return true;
}

function publicProduct(model: Model, market: Market, j: number): PublicProduct {
  const { id, vendor, product, meter } = model.products[j];
  const tariff = listPrice(market, j);
  return {
    id,
    index: j,
    vendor: model.vendors[vendor].id,
    tier: product.tier,
    arena: product.arena,
    lnQuality: market.products.lnQuality[j],
    tariff,
    meter,
    price: blendAs(meter, tariff),
  };
}

/** Which products a strategy prices, and what its vendor sees of rivals'. */
interface Sight {
  readonly products: readonly number[];
  readonly rivals: readonly PublicProduct[];
  readonly tokens: readonly number[]; // external, by product [Mtok/week]
}

/** The view of vendor v's strategy. */
export function viewOf(model: Model, market: Market, v: number, { products, rivals, tokens }: Sight): View {
  const { id, vendor } = model.vendors[v];
  const state = market.vendors[v];
  let [all, own] = [0, 0];
  for (let j = 0; j < tokens.length; j++) {
    if (!rivalry(model, products, j)) continue;
    all += tokens[j];
    if (model.vendorOf[j] === v) own += tokens[j];
  }
  const { shareWeight, everyDays } = vendor.conduct;
  return {
    tick: market.tick,
    day: market.day,
    dt: Math.max(everyDays / 7, model.dt),
    daysLeft: (model.ticks - market.tick) * model.tickDays,
    own: products.map((j) => ownProduct(model, market, j, tokens[j])),
    rivals,
    cash: state.cash,
    tokenShare: all > 0 ? own / all : 0,
    // A point of share is worth `shareWeight` of revenue, and 1 Mtok/week more is 100/all points.
    shareWorth: shareWeight > 0 && all > 0 ? (shareWeight * state.revenue * 100) / all : 0,
    draw: (name) => uniform(model.seed, nameHash(`vendor/${id}/${name}`), 0, market.tick),
    wander: (name) =>
      wandering(model.seed, nameHash(`vendor/${id}/${name}`), { item: 0, week: Math.floor(market.day / 7) }),
    trustOver: (mine, other) => trustOver(model, market, mine.index, other.index),
    runway: (other) => publicRunway(model, market, other),
    ownRunway: () => runway({ ...state.accounts, day: market.day, money: state.cash + state.purse }, market.day),
    survey: (worth = () => 0) => surveyOf(model, market, { v, rivals, worth }),
  };
}

/** Whether product j is sold where these are: tokens of one arena are no share of another's, nor of its seconds. */
function rivalry({ products: all }: Model, products: readonly number[], j: number): boolean {
  for (const own of products) if (all[own].product.arena === all[j].product.arena) return true;
  return false;
}

/** Trust in product k less that in j, among the buyers j is sold to. */
function trustOver({ segments, vendors, vendorOf }: Model, { products }: Market, j: number, k: number): number {
  const [of, over] = [vendors[vendorOf[k]].vendor.trustBy, vendors[vendorOf[j]].vendor.trustBy];
  let [weight, sum] = [0, 0];
  for (const { id, segment, products: sold } of segments) {
    if (!sold.includes(j)) continue;
    weight += segment.weight;
    sum += segment.weight * ((of[id] ?? 0) - (over[id] ?? 0));
  }
  return products.trust[k] - products.trust[j] + (weight > 0 ? sum / weight : 0);
}

function publicRunway(model: Model, market: Market, id: string): number {
  const spec = model.vendors.find((v) => v.id === id);
  if (!spec || !market.vendors[spec.index].alive) return 0;
  return runway(market.vendors[spec.index].accounts, market.day);
}

function ownProduct(model: Model, market: Market, j: number, tokens: number): OwnProduct {
  const { cost: unit, cumulative, live } = market.products;
  const cost = { input: unit.input[j], output: unit.output[j] };
  const { id, index, vendor, tier, arena, lnQuality, tariff, meter, price } = publicProduct(model, market, j);
  const { unitCost, perSale } = saleCost(model, market, j);
  // Written out: made for every product every tick, and a spread costs forty times as much.
  return {
    id,
    index,
    vendor,
    tier,
    arena,
    lnQuality,
    tariff,
    price,
    live: live[j] === 1,
    meter,
    cost,
    unitCost,
    perSale,
    tokens,
    experience: cumulative[j],
    profit: market.flows.revenue[j] - market.flows.cost[j],
  };
}

/** External tokens of product j, all segments [Mtok/week]. */
export function productTokens({ flows }: Market, j: number, products: number): number {
  let sum = 0;
  for (let k = j; k < flows.tokensInput.length; k += products) sum += flows.tokensInput[k] + flows.tokensOutput[k];
  return sum;
}

/** External tokens of every product [Mtok/week]. */
export const tokensByProduct = ({ products }: Model, market: Market): number[] =>
  products.map((_, j) => productTokens(market, j, products.length));
