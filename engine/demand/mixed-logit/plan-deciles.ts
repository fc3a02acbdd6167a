import { workCost } from "../../model/bill.ts";
import type { Market, Model } from "../../model/market.ts";
import { growthOf, usage } from "./ledger.ts";
import { agentMarket, agentModel } from "./model.ts";

/** A tenth of a plan's users, by how much they use. */
export interface Decile {
  readonly users: number; // represented agents
  readonly work: number; // [Mtok/week]
  readonly fee: number; // [money/week]
  readonly cost: number; // [money/week]
}

/**
 * Who a plan earns on and who it loses on: its users in tenths, the lightest first, with what they pay and what serving
 * them costs. What lies beyond a quota and is billed by the token is left out of both.
 */
export function planDeciles(anyModel: Model, anyMarket: Market, product: number): Decile[] {
  const [model, market] = [agentModel(anyModel), agentMarket(anyMarket)];
  const users = usersOf(model, market, product).toSorted((a, b) => a.perHead - b.perHead);
  const all = users.reduce((sum, { weight }) => sum + weight, 0);
  const deciles = Array.from({ length: 10 }, () => ({ users: 0, work: 0, fee: 0, cost: 0 }));
  let before = 0;
  for (const { weight, perHead, fee, cost } of users) {
    const decile = deciles[Math.min(9, Math.floor(((before + weight / 2) / all) * 10))];
    decile.users += weight;
    decile.work += weight * perHead;
    decile.fee += weight * fee;
    decile.cost += weight * perHead * cost;
    before += weight;
  }
  return deciles;
}

type Agents = ReturnType<typeof agentModel>;
type People = ReturnType<typeof agentMarket>;

function usersOf(model: Agents, market: People, j: number) {
  const { population: p, products, segments } = model;
  return segments.flatMap(({ index: s }) => {
    const k = s * products.length + j;
    const cost = workCost(market, products.length, k);
    const fee = market.offers.fee[k];
    const found: { weight: number; perHead: number; fee: number; cost: number }[] = [];
    for (let i = p.start[s]; i < p.start[s + 1]; i++) {
      if (market.agents.held[i] !== j) continue;
      const work = usage(model, market, { i, s, slot: 0, j }) * growthOf(model, market, s);
      const o = p.outputShare[i];
      found.push({
        weight: p.weight[i],
        perHead: work / p.weight[i],
        fee,
        cost: (1 - o) * cost.input + o * cost.output,
      });
    }
    return found;
  });
}
