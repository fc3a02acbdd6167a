import type { Cache } from "../../cache.ts";
import type { Market, Model } from "../../model/market.ts";
import type { MixedLogit } from "../../scenario/scenario.ts";
import type { Agents } from "./agents.ts";
import type { Settled } from "./burn-in.ts";
import type { KeptDraws } from "./kept-draws.ts";
import type { Kernel } from "./kernel.ts";
import type { People } from "./people.ts";
import type { Population } from "./population.ts";

/** A model of a market in which people are simulated one by one, and what only this demand knows of them. */
export interface AgentModel extends Model {
  readonly demand: MixedLogit;
  readonly population: Population;
  readonly kernel: Kernel; // computes the hot loops; its memory holds some of the population's columns
  readonly peopleKey: string; // of all that the population depends on
  readonly cache?: RunCache; // what earlier runs left to be taken over
  readonly fading: Float64Array; // by days since adoption: part of the start-up shortfall of use that is left
  readonly forgetting: Float64Array; // by days since a product was taken up: part of loyalty to it still to come
  readonly allowances: boolean; // some product has a free allowance, or may be given one
  readonly growth: readonly Float64Array[]; // by segment: satiation volume against the start, by tick
}

/** Its market: what people hold and know comes on top. */
export interface AgentMarket extends Market {
  readonly agents: Agents;
}

/** A model and a market known to be of this demand. @throws where they are of another */
export function agentModel(model: Model): AgentModel {
  if (model.demand.kind !== "mixed-logit") throw new Error(`a model of ${model.demand.kind} has no people`);
  return model as AgentModel;
}
export function agentMarket(market: Market): AgentMarket {
  if (!("agents" in market)) throw new Error("this market has no people");
  return market as AgentMarket;
}

/** What a run can take over from earlier ones: who the people are, and what they hold when it begins. */
export interface RunCache {
  readonly people: Cache<People>;
  readonly burnIn: Cache<Settled>;
  readonly draws: KeptDraws; // of who pays attention when
}
