import type { PricedMarket } from "../priced-market.ts";
import type { AgentMarket, AgentModel } from "./model.ts";
import { outlookOf, type Sought } from "./outlook.ts";
import { unlockedGame } from "./unlocked-game.ts";
import { atCosts, lawfulPrices, listPrices, unitCosts, unlockedDemand } from "./unlocked.ts";
import { unlockedQuantities } from "./unlocked-quantities.ts";
import { unlockedWorth } from "./unlocked-worth.ts";
import { wasmCrowd } from "./wasm/crowd.ts";

/** The scenario's population, on a day, as a pricing game. */
export function unlockedMarket(model: AgentModel, market: AgentMarket): PricedMarket {
  const demand = unlockedDemand(model, market);
  const crowdOf = (sought: Sought) => (model.kernel.id === "wasm" ? wasmCrowd(sought) : null);
  const goods = demand.products.length;
  const crowd = crowdOf({ demand });
  const at = { cost: unitCosts(demand, model, market), floor: lawfulPrices(demand, model, market) };
  return {
    game: { goods, ...at, ...(crowd?.asked ?? unlockedGame({ demand })) },
    foreseeing(horizon, competition) {
      const cost = at.cost.map((c, k) => c * horizon.cost[demand.products[k]]);
      const floor = at.floor.map((x) => Math.max(0, x)); // nobody pays people to use it
      const ahead = outlookOf({ demand, model, market }, horizon, competition);
      const sought = { demand: atCosts(demand, horizon.cost), ahead };
      return { goods, cost, floor, ...(crowdOf(sought)?.asked ?? unlockedGame(sought)) };
    },
    products: demand.products,
    price: listPrices(demand, model, market),
    buyers: unlockedQuantities(demand, "users"),
    sold: unlockedQuantities(demand, "sold"),
    worth: unlockedWorth(demand, crowd?.levels),
    segments: model.segments.map(({ id, index }) => {
      const part = { ...demand, rows: [demand.rows[index]] };
      return { id, buyers: unlockedQuantities(part, "users"), sold: unlockedQuantities(part, "sold") };
    }),
  };
}
