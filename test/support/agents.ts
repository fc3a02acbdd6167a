import { agentMarket, agentModel } from "../../engine/demand/mixed-logit/model.ts";
import { compile, type CompileOptions, openMarket, type Scenario } from "../../engine/index.ts";

/** A compiled scenario of simulated people, and a fresh market. */
export function openAgents(scenario: Scenario, options?: CompileOptions) {
  const model = agentModel(compile(scenario, options));
  return { model, market: agentMarket(openMarket(model)) };
}
