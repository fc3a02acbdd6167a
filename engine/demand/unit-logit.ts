import { sum } from "../math/sum.ts";
import { METER_PARTS, type MeterPart } from "../price.ts";
import { taxedDemand } from "../equilibrium/taxed-demand.ts";
import { pricingGame } from "../equilibrium/pricing-game.ts";
import { nameHash } from "../math/random.ts";
import type { Market, Model } from "../model/market.ts";
import { taxOf, withTax } from "../model/tax.ts";
import type { Segment, UnitLogit } from "../scenario/scenario.ts";
import { PLAIN_TRAFFIC } from "../scenario/traffic.ts";
import { buy, buyerTypes, type BuyerType, checkTypes, longRunDemand } from "./buyer-types.ts";
import type { DemandModel, Preparation } from "./demand-model.ts";
import { openKernel } from "./mixed-logit/open-kernel.ts";
import { drawColumns } from "./mixed-logit/tastes.ts";
import { onSale, type PricedMarket } from "./priced-market.ts";

interface UnitLogitModel extends Model {
  readonly demand: UnitLogit;
  readonly types: readonly BuyerType[];
  readonly buyers: Buyers;
}

/** What each type bought last, of itself by product, and gained by it over buying nothing. */
interface UnitLogitMarket extends Market {
  readonly bought: Float64Array[];
  readonly gain: Float64Array;
}

/** Simulated buyers with lasting tastes; none where shares are exact. */
interface Buyers {
  readonly agents: number;
  readonly taste: Float32Array; // agent x (product, and last the outside option), standard Gumbel
}

/**
 * The textbook market, so that the engine can be held against the literature: everybody buys one unit of the product
 * of highest (a_j - p_j)/mu + taste, or of the outside option a0/mu. Exact: shares by the logit formula, of several
 * types of buyers, loyal to what they bought last or drawn by what others bought; otherwise by counting simulated
 * agents with lasting Gumbel tastes.
 */
export const unitLogit: DemandModel<UnitLogit, UnitLogitModel, UnitLogitMarket> = {
  id: "unit-logit",
  lasting: false,
  check: checkTypes,
  segments: () => ({ buyers: BUYERS }),
  buys: () => true,
  represented: ({ size }) => size,
  outputShare: () => 0,
  volumes: () => ({ mean: 365 / 84, sd: 0 }), // a unit a week
  agents: () => null, // fewer would be another market, and more change no price
  withAgents: (demand) => demand,
  prepare(preparation) {
    const { demand, products } = preparation.model;
    const worths = products.map(({ id, product: { appeal } }) => ({ id, appeal }));
    return { types: buyerTypes(demand, worths), buyers: drawBuyers(preparation) };
  },
  open: ({ types, products }) => ({
    expectations: { fall: 0 },
    bought: types.map(() => new Float64Array(products.length)),
    gain: new Float64Array(types.length),
  }),
  settle() {},
  hear() {},
  wake() {}, // everybody is awake, always
  choose(model, market) {
    const { demand } = model;
    const shares = demand.exact ? exactShares(model, market) : countedShares(model, market);
    for (let j = 0; j < shares.length; j++) market.flows.users[j] = shares[j] * demand.size;
    market.flows.aware = demand.size;
    market.products.stale.fill(0);
  },
  use({ demand, types }, { flows: { users, tokensInput, surplus }, gain }) {
    tokensInput.set(users);
    const bought = sum(users);
    const whole = sum(types.map(({ share }, t) => demand.size * share * gain[t]));
    for (let j = 0; j < users.length; j++) surplus[j] = bought > 0 ? (whole * users[j]) / bought : 0;
  },
  learn() {},
  priced,
};

const NO_PARTS = Object.fromEntries(METER_PARTS.map((part) => [part, 0])) as Record<MeterPart, number>;

const BUYERS: Segment = {
  label: { en: "Buyers", zh: "买家" },
  arena: "api",
  also: [],
  weight: 1,
  lnV: { mean: 0, sd: 0 },
  lnX: 0,
  qualityFloor: [],
  switching: { mean: 0, sd: 0 },
  attention: { base: 0, news: 0 },
  adoption: { base: 0, news: 0 },
  ...NO_PARTS,
  side: "business",
  growth: null,
  multihoming: { share: 0, volume: 0 },
  discount: { base: 0, slope: 0, most: 0, band: 0 },
  waiting: 0,
  congestion: { dislike: 0, hazard: 0 },
  deferrable: 0,
  traffic: PLAIN_TRAFFIC,
};

function drawBuyers({ model, kernel: id }: Preparation<UnitLogit>): Buyers {
  const { demand, products, seed } = model;
  const agents = demand.exact ? 0 : demand.agents;
  const names = [...products.map((p) => p.hash), nameHash("outside")];
  const kernel = openKernel(id, { agents, tastes: names.length });
  drawColumns(
    kernel,
    { from: 0, to: agents, first: 0 },
    names.map((name, j) => ({ j, name })),
    { seed, stream: nameHash("taste/buyers"), stride: names.length },
  );
  return { agents, taste: kernel.columns.taste };
}

/** What buyers pay for each product; nobody can buy what is not on sale. */
const paidPrices = (model: UnitLogitModel, market: Market) =>
  Float64Array.from(model.products, (_, j) =>
    market.products.live[j] ? withTax(market.products.price.input[j], taxOf(model, market, j)) : Infinity,
  );

const utilities = (model: UnitLogitModel, market: Market) =>
  paidPrices(model, market).map((p, j) => (model.products[j].product.appeal - p) / model.demand.mu);

/** What each product is worth more to everybody for how many bought it last. */
function networkWorth({ demand, types }: UnitLogitModel, { bought }: UnitLogitMarket): Float64Array {
  const worth = new Float64Array(bought[0].length);
  types.forEach(({ share }, t) => bought[t].forEach((s, j) => (worth[j] += demand.network * share * s)));
  return worth;
}

/** Shares by the logit formula, type by type; notes what each bought and gained. */
function exactShares(model: UnitLogitModel, market: UnitLogitMarket): Float64Array {
  const [paid, worth] = [paidPrices(model, market), networkWorth(model, market)];
  const out = new Float64Array(paid.length);
  model.types.forEach((type, t) => {
    const { shares, surplus } = buy(type, paid, worth, market.bought[t]);
    market.bought[t].set(shares);
    market.gain[t] = surplus;
    shares.forEach((s, j) => (out[j] += type.share * s));
  });
  return out;
}

/**
 * Buyers of one unit pay the input price, so that is the price the game is played in: for what is bought in the long
 * run, by buyers who take networks as they are.
 */
function priced(model: UnitLogitModel, market: UnitLogitMarket): PricedMarket {
  const { size } = model.demand;
  const products = onSale(model, market);
  const column = (value: (j: number) => number) => Float64Array.from(products, value);
  const worth = networkWorth(model, market);
  const tax = {
    rate: column((j) => taxOf(model, market, j).rate),
    specific: column((j) => taxOf(model, market, j).specific),
  };
  const buyers = taxedDemand(longRunDemand(model.types, products, { size, worth }), tax);
  const cost = column((j) => market.products.cost.input[j]);
  const floor = column((j) => (model.products[j].meter === "token" ? market.floor.input : 0));
  return {
    game: pricingGame(buyers, cost, floor),
    // Nobody stays with a product: to look ahead is to count what is learned.
    foreseeing: ({ cost: times }) =>
      pricingGame(
        buyers,
        column((j) => market.products.cost.input[j] * times[j]),
        floor,
      ),
    products,
    price: column((j) => market.products.price.input[j]),
    buyers,
    sold: buyers,
    worth: (p) => buyers.surplus!(p),
  };
}

function countedShares(model: UnitLogitModel, market: UnitLogitMarket): Float64Array {
  exactShares(model, market); // for what is gained
  const { a0, mu } = model.demand;
  const { agents: size, taste } = model.buyers;
  const products = model.products.length + 1;
  const goods = model.products.length; // the taste matrix has one more column: the outside option
  const v = utilities(model, market);
  const counts = new Float64Array(goods);
  for (let i = 0; i < size; i++) {
    let best = a0 / mu + taste[i * products + goods];
    let pick = -1;
    for (let j = 0; j < goods; j++) {
      const u = v[j] + taste[i * products + j];
      if (u > best) [best, pick] = [u, j];
    }
    if (pick >= 0) counts[pick]++;
  }
  return counts.map((c) => c / size);
}
