import { sum } from "../../math/sum.ts";
import type { AgentMarket, AgentModel } from "./model.ts";

/**
 * Applications built on a platform attract more users: the stock moves towards `scale` times the vendor's user share.
 * `part` gives the share of the distance covered, from the decay rate per week.
 */
export function updateEcosystems(model: AgentModel, market: AgentMarket, part: (decay: number) => number): void {
  const { scale, decay } = model.demand.ecosystem;
  const n = model.products.length;
  const users = model.vendors.map(() => 0);
  market.flows.users.forEach((u, k) => {
    users[model.products[k % n].vendor] += u;
  });
  const all = sum(users);
  for (const v of model.vendors) {
    const state = market.vendors[v.index];
    const target = all > 0 ? (scale * users[v.index]) / all : 0;
    state.ecosystem += (target - state.ecosystem) * part(decay);
  }
}
