import { sum } from "../../math/sum.ts";
import { exp } from "../../math/elementary.ts";
import type { AgentMarket, AgentModel } from "./model.ts";

/**
 * Applications built on a platform attract more users: the stock moves towards `scale` times the vendor's user share.
 * After `weeks` of decay it has covered 1 - exp(-decay weeks) of the distance.
 */
export function updateEcosystems(model: AgentModel, market: AgentMarket, weeks: number): void {
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
    state.ecosystem += (target - state.ecosystem) * (1 - exp(-decay * weeks));
  }
}
