import { compile, type CompileOptions } from "../compile/compile.ts";
import { demandOf } from "../demand/demand-model.ts";
import type { Model } from "../model/market.ts";
import { spreadBuyers } from "./spread-buyers.ts";

/** Beyond so many agents a search that finds nothing is given up. */
const MOST = 8000;

export interface Searched<T> {
  readonly found: T;
  /** With how many agents it was found, or given up; null where demand has none. */
  readonly agents: number | null;
}

/**
 * Searches with the model's buyers spread evenly and, while that finds nothing, with twice as many. Each agent leaves a
 * product at a price of its own: where they are few, demand has steps, and prices that nobody wants to leave may not
 * exist.
 */
export function withMoreAgents<T>(
  model: Model,
  options: CompileOptions,
  { search, settled }: { search: (model: Model) => T; settled: (found: T) => boolean },
): Searched<T> {
  const spread = spreadBuyers(model, options);
  let found = search(spread);
  let agents = demandOf(spread).agents(spread.demand);
  while (!settled(found) && agents !== null && agents * 2 <= MOST) {
    agents *= 2;
    const { scenario } = model;
    const demand = demandOf(model).withAgents(scenario.demand, agents);
    found = search(compile({ ...scenario, demand }, { ...options, even: true }));
  }
  return { found, agents };
}
