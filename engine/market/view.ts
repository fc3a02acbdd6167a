import { nameHash, uniform } from "../math/random.ts";
import type { Meter } from "../scenario/scenario.ts";
import type { Market, Model, Tariff } from "../model/market.ts";
import { runway } from "./accounts.ts";
import { wandering } from "./sight.ts";
import { type Survey, surveyOf } from "./survey.ts";

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
  readonly meter: Meter;
  readonly cost: Tariff; // long-run, at target load [money/Mtok]
  readonly unitCost: number; // of it, blended [money/Mtok]
  readonly tokens: number; // [Mtok/week], last tick
  readonly experience: number; // served since the start [Mtok]
  readonly profit: number; // revenue less cost of revenue [money/week], last tick
}

/** All a strategy ever sees: public prices as it sees them, its own books, its own research; never the market. */
export interface View {
  readonly tick: number;
  readonly day: number; // since the start
  readonly dt: number; // weeks between this vendor's decisions
  readonly daysLeft: number; // to the end of the scenario
  readonly own: readonly OwnProduct[]; // those this strategy prices
  readonly rivals: readonly PublicProduct[]; // live, on sale, of other vendors, as the information regime shows them
  readonly cash: number; // [money]
  readonly tokenShare: number; // of external tokens in its arenas, last tick [0-1]
  /** What selling one Mtok more is worth for the share it brings, beside its price [money/Mtok] (M-22). */
  readonly shareWorth: number;
  /** A uniform draw of this vendor's own luck, by name: the same name on the same tick gives the same draw. */
  draw(name: string): number;
  /** A standard normal number of this vendor's own that wanders slowly, an AR(1) by weeks: what it misjudges, by name. */
  wander(name: string): number;
  /** Weeks a vendor's money lasts by its last published accounts; 0 once it has left the market, Infinity: for ever. */
  runway(vendor: string): number;
  /** Weeks its own money lasts at the burn of the last quarter. */
  ownRunway(): number;
  /** Its market research: demand as it knows it, where each Mtok it sells is worth `worth(product)` beside its price. */
  survey(worth?: (product: number) => number): Survey;
}

/** Weight of input in a product's blended price (three input tokens to one of output). */
export const INPUT_WEIGHT = 0.75;

export const blend = ({ input, output }: Tariff): number => INPUT_WEIGHT * input + (1 - INPUT_WEIGHT) * output;

/** Every product on sale as the public sees it. A reference product is listed but nobody's rival. */
export function publicProducts(model: Model, market: Market): PublicProduct[] {
  const listed: PublicProduct[] = [];
  for (let j = 0; j < model.products.length; j++) {
    if (market.products.live[j] === 1) listed.push(publicProduct(model, market, j));
  }
  return listed;
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

/** Which products a strategy prices, and what its vendor sees of rivals'. */
export interface Sight {
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
    wander: (name) => wandering(model.seed, nameHash(`vendor/${id}/${name}`), { item: 0, week: Math.floor(market.day / 7) }), // prettier-ignore
    runway: (other) => publicRunway(model, market, other),
    ownRunway: () => runway({ ...state.accounts, day: market.day, money: state.cash + state.purse }, market.day),
    survey: (worth = () => 0) => surveyOf(model, market, { v, rivals, worth }),
  };
}

function publicRunway(model: Model, market: Market, id: string): number {
  const spec = model.vendors.find((v) => v.id === id);
  if (!spec || !market.vendors[spec.index].alive) return 0;
  return runway(market.vendors[spec.index].accounts, market.day);
}

function ownProduct(model: Model, market: Market, j: number, tokens: number): OwnProduct {
  const { costInput, costOutput, cumulative, live } = market.products;
  const cost = { input: costInput[j], output: costOutput[j] };
  const { id, index, vendor, tier, arena, lnQuality, tariff, price } = publicProduct(model, market, j);
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
    meter: model.products[j].meter,
    cost,
    unitCost: blend(cost),
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
