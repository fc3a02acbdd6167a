import { exp, log } from "../../math/elementary.ts";
import type { AgentMarket, AgentModel } from "./model.ts";
import { blend } from "../../price.ts";

/** Below which a further fall no longer counts [money/Mtok]. */
const OFFSET = 0.1;

/** M-18. How fast people expect prices to go on falling: adaptive, from the cuts they saw, weighted by users. */
export function updateExpectations(model: AgentModel, market: AgentMarket): void {
  const { adapt } = model.demand.expectations;
  const kept = exp(-adapt * model.dt);
  market.expectations.fall = market.expectations.fall * kept + ((1 - kept) * fallToday(model, market) * 52) / model.dt;
}

/** Mean ln fall of list prices this tick, over all users. */
function fallToday(model: AgentModel, market: AgentMarket): number {
  const n = model.products.length;
  let fall = 0;
  for (let k = market.moves.length - 1; k >= 0 && market.moves[k].tick === market.tick; k--) {
    const { product, from, to } = market.moves[k];
    let [own, all] = [0, 0];
    market.flows.users.forEach((users, cell) => {
      all += users;
      if (cell % n === product) own += users;
    });
    if (all > 0) fall += (own / all) * log((blend(from) + OFFSET) / (blend(to) + OFFSET));
  }
  return fall;
}
