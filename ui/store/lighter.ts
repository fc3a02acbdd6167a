import type { Scenario } from "../../engine/index.ts";

/** A scenario with at most so many simulated agents. */
export const lighter = (s: Scenario, agents: number): Scenario =>
  s.demand.kind === "mixed-logit" && s.demand.agents > agents ? { ...s, demand: { ...s.demand, agents } } : s;
