import { compile, type CompileOptions } from "../compile/compile.ts";
import { withAgents } from "../demand/demand-model.ts";
import type { Model } from "../model/market.ts";

/**
 * A static equilibrium costs time in proportion to its agents, and a price needs fewer of them than a share: they are
 * spread evenly over who people are, so that two seeds see one price.
 */
const AGENTS = 1000;

/** A model's buyers as every price of theory is computed on: few of them, spread evenly over their laws. */
export const spreadBuyers = ({ scenario }: Model, options: CompileOptions): Model =>
  compile(withAgents(scenario, AGENTS), { ...options, even: true });
