import { logitChoice, logitDemand, logSum } from "../equilibrium/logit.ts";
import { onSale, type PricedMarket } from "./priced-market.ts";
import { pricingGame } from "../equilibrium/pricing-game.ts";
import type { UnitLogit } from "../scenario/scenario.ts";
import type { Market, Model } from "../model/market.ts";
import type { DemandModel } from "./demand-model.ts";

/**
 * The textbook market, so that the engine can be held against the literature: everybody buys one unit of the product
 * of highest (a_j - p_j)/mu + taste, or of the outside option a0/mu. Exact: shares by the logit formula; otherwise by
 * counting simulated agents with lasting Gumbel tastes.
 */
export const unitLogit: DemandModel = {
  id: "unit-logit",
  wake() {}, // everybody is awake, always
  choose(model, market) {
    const demand = model.demand as UnitLogit;
    const shares = demand.exact ? logitShares(model, market) : countedShares(model, market);
    for (let j = 0; j < shares.length; j++) market.flows.users[j] = shares[j] * demand.size;
    market.flows.aware = demand.size;
    market.products.stale.fill(0);
  },
  use(model, market) {
    const { users, tokensInput, surplus } = market.flows;
    tokensInput.set(users);
    const bought = users.reduce((a, b) => a + b, 0);
    const whole = expectedSurplus(model, market);
    for (let j = 0; j < users.length; j++) surplus[j] = bought > 0 ? (whole * users[j]) / bought : 0;
  },
  priced,
};

const utility = (model: Model, market: Market, j: number) =>
  (model.products[j].product.appeal - market.products.input[j]) / (model.demand as UnitLogit).mu;

const utilities = (model: Model, market: Market) =>
  Float64Array.from(model.products, (_, j) => (market.products.live[j] ? utility(model, market, j) : -Infinity));

/** What buyers expect to gain over buying nothing, the log-sum (Small & Rosen 1981), here told by product as they buy. */
function expectedSurplus(model: Model, market: Market): number {
  const { a0, mu, size } = model.demand as UnitLogit;
  return size * mu * (logSum(utilities(model, market), a0 / mu) - a0 / mu);
}

function logitShares(model: Model, market: Market): Float64Array {
  const { a0, mu } = model.demand as UnitLogit;
  return logitChoice(utilities(model, market), a0 / mu).shares;
}

/** Buyers of one unit pay the input price, so that is the price the game is played in. */
function priced(model: Model, market: Market): PricedMarket {
  const { a0, mu, size } = model.demand as UnitLogit;
  const products = onSale(model, market);
  const column = (value: (j: number) => number) => Float64Array.from(products, value);
  const appeal = column((j) => model.products[j].product.appeal);
  const buyers = logitDemand({ appeal, mu, outside: a0, size });
  return {
    game: pricingGame(
      buyers,
      column((j) => market.products.costInput[j]),
      0,
    ),
    products,
    price: column((j) => market.products.input[j]),
    buyers,
  };
}

function countedShares(model: Model, market: Market): Float64Array {
  const { a0, mu } = model.demand as UnitLogit;
  const { size, products, taste } = model.population;
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
