import { sum } from "../math/sum.ts";
import { METER_PARTS, type MeterPart } from "../price.ts";
import { logitChoice, logitDemand, logSum } from "../equilibrium/logit.ts";
import { taxedDemand } from "../equilibrium/taxed-demand.ts";
import { pricingGame } from "../equilibrium/pricing-game.ts";
import { nameHash } from "../math/random.ts";
import type { Market, Model } from "../model/market.ts";
import { taxOf, withTax } from "../model/tax.ts";
import type { Segment, UnitLogit } from "../scenario/scenario.ts";
import { PLAIN_TRAFFIC } from "../scenario/traffic.ts";
import type { DemandModel, Preparation } from "./demand-model.ts";
import { openKernel } from "./mixed-logit/open-kernel.ts";
import { drawColumns } from "./mixed-logit/tastes.ts";
import { onSale, type PricedMarket } from "./priced-market.ts";

interface UnitLogitModel extends Model {
  readonly demand: UnitLogit;
  readonly buyers: Buyers;
}

/** Simulated buyers with lasting tastes; none where shares are exact. */
interface Buyers {
  readonly agents: number;
  readonly taste: Float32Array; // agent x (product, and last the outside option), standard Gumbel
}

/**
 * The textbook market, so that the engine can be held against the literature: everybody buys one unit of the product
 * of highest (a_j - p_j)/mu + taste, or of the outside option a0/mu. Exact: shares by the logit formula; otherwise by
 * counting simulated agents with lasting Gumbel tastes.
 */
export const unitLogit: DemandModel<UnitLogit, UnitLogitModel> = {
  id: "unit-logit",
  lasting: false,
  check: () => [],
  segments: () => ({ buyers: BUYERS }),
  buys: () => true,
  represented: ({ size }) => size,
  outputShare: () => 0,
  volumes: () => ({ mean: 365 / 84, sd: 0 }), // a unit a week
  agents: () => null, // fewer would be another market, and more change no price
  withAgents: (demand) => demand,
  prepare: (preparation) => ({ buyers: drawBuyers(preparation) }),
  open: () => ({ expectations: { fall: 0 } }),
  settle() {},
  hear() {},
  wake() {}, // everybody is awake, always
  choose(model, market) {
    const { demand } = model;
    const shares = demand.exact ? logitShares(model, market) : countedShares(model, market);
    for (let j = 0; j < shares.length; j++) market.flows.users[j] = shares[j] * demand.size;
    market.flows.aware = demand.size;
    market.products.stale.fill(0);
  },
  use(model, market) {
    const { users, tokensInput, surplus } = market.flows;
    tokensInput.set(users);
    const bought = sum(users);
    const whole = expectedSurplus(model, market);
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

const utility = (model: UnitLogitModel, market: Market, j: number) =>
  (model.products[j].product.appeal - withTax(market.products.price.input[j], taxOf(model, market, j))) /
  model.demand.mu;

const utilities = (model: UnitLogitModel, market: Market) =>
  Float64Array.from(model.products, (_, j) => (market.products.live[j] ? utility(model, market, j) : -Infinity));

/**
 * What buyers expect to gain over buying nothing, the log-sum (Small & Rosen 1981), here told by product as they buy.
 */
function expectedSurplus(model: UnitLogitModel, market: Market): number {
  const { a0, mu, size } = model.demand;
  return size * mu * (logSum(utilities(model, market), a0 / mu) - a0 / mu);
}

function logitShares(model: UnitLogitModel, market: Market): Float64Array {
  const { a0, mu } = model.demand;
  return logitChoice(utilities(model, market), a0 / mu).shares;
}

/** Buyers of one unit pay the input price, so that is the price the game is played in. */
function priced(model: UnitLogitModel, market: Market): PricedMarket {
  const { a0, mu, size } = model.demand;
  const products = onSale(model, market);
  const column = (value: (j: number) => number) => Float64Array.from(products, value);
  const appeal = column((j) => model.products[j].product.appeal);
  const tax = {
    rate: column((j) => taxOf(model, market, j).rate),
    specific: column((j) => taxOf(model, market, j).specific),
  };
  const buyers = taxedDemand(logitDemand({ appeal, mu, outside: a0, size }), tax);
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
  };
}

function countedShares(model: UnitLogitModel, market: Market): Float64Array {
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
