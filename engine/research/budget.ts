import { exp } from "../math/elementary.ts";
import type { ResearchPlan } from "../scenario/scenario.ts";
import type { Market, Model } from "../model/market.ts";
import type { ResearchState } from "../model/vendor.ts";

const YEAR_WEEKS = 52;
/** A margin worse than this tells no more than this: it keeps one bad week from deciding a year's budget. */
const WORST_MARGIN = -2;

/**
 * M-20. What a vendor spends on research follows its margins, and shrinks with how uncertain they have become:
 * base (1 + a margin) exp(-b sd of the margin over a year).
 */
export function setBudget(model: Model, market: Market, v: number): void {
  const { research } = model.vendors[v].vendor;
  const state = market.vendors[v];
  if (!research || !state.research) return;
  watchMargin(state.research, state.revenue, state.costOfRevenue, model.dt);
  state.research.spend = state.alive ? budget(research, state.research) : 0;
}

function budget({ marginPull, caution }: ResearchPlan, { base, margin, variance }: ResearchState): number {
  const known = Number.isNaN(margin) ? 0 : margin; // nothing sold yet: nothing to react to
  return base * Math.max(0, 1 + marginPull * known) * exp(-caution * Math.sqrt(variance));
}

/** Mean and variance with exponential forgetting over a year (West 1979). */
function watchMargin(state: ResearchState, revenue: number, cost: number, dt: number): void {
  if (revenue <= 0) return;
  const margin = Math.max(WORST_MARGIN, (revenue - cost) / revenue);
  if (Number.isNaN(state.margin)) state.margin = margin; // the first observation
  const weight = 1 - exp(-dt / YEAR_WEEKS);
  const surprise = margin - state.margin;
  state.margin += weight * surprise;
  state.variance = (1 - weight) * (state.variance + weight * surprise * surprise);
}
