import { inputPrice } from "../../demand/tables.ts";
import type { Market, Model } from "../../types.ts";

/** Phase 7: money. Revenue at list prices net of cache hits, cost of revenue at unit cost, cash. */
export function settle(model: Model, market: Market): void {
  const { flows, products } = market;
  flows.revenue.fill(0);
  flows.cost.fill(0);
  for (const s of model.segments) {
    for (const j of s.products) {
      const k = s.index * model.products.length + j;
      flows.revenue[j] += flows.tokensInput[k] * inputPrice(market, s, j) + flows.tokensOutput[k] * products.output[j];
      flows.cost[j] += flows.tokensInput[k] * products.costInput[j] + flows.tokensOutput[k] * products.costOutput[j];
    }
  }
  for (const v of model.vendors) settleVendor(model, market, v.index);
}

function settleVendor(model: Model, market: Market, v: number): void {
  const state = market.vendors[v];
  const { products, vendor } = model.vendors[v];
  state.revenue = 0;
  state.costOfRevenue = 0;
  if (!state.alive) return;
  for (const j of products) {
    state.revenue += market.flows.revenue[j];
    state.costOfRevenue += market.flows.cost[j];
  }
  state.cash += (state.revenue - state.costOfRevenue - vendor.outlays) * model.dt;
}
