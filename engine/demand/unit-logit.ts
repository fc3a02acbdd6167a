import { exp } from "../math/elementary.ts";
import type { UnitLogit } from "../scenario/scenario.ts";
import type { Market, Model } from "../types.ts";
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
  use(_model, market) {
    const { users, tokensInput, surplus } = market.flows;
    tokensInput.set(users);
    surplus.fill(0);
  },
};

const utility = (model: Model, market: Market, j: number) =>
  (model.products[j].product.appeal - market.products.input[j]) / (model.demand as UnitLogit).mu;

function logitShares(model: Model, market: Market): Float64Array {
  const { a0, mu } = model.demand as UnitLogit;
  const v = Float64Array.from(model.products, (_, j) =>
    market.products.live[j] ? utility(model, market, j) : -Infinity,
  );
  const top = Math.max(a0 / mu, ...v);
  const e = v.map((x) => exp(x - top));
  const sum = e.reduce((a, b) => a + b, exp(a0 / mu - top));
  return e.map((x) => x / sum);
}

function countedShares(model: Model, market: Market): Float64Array {
  const { a0, mu } = model.demand as UnitLogit;
  const { size, products, taste } = model.population;
  const goods = model.products.length; // the taste matrix has one more column: the outside option
  const v = Float64Array.from(model.products, (_, j) =>
    market.products.live[j] ? utility(model, market, j) : -Infinity,
  );
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
