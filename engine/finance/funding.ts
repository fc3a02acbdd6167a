import { exp, log } from "../math/elementary.ts";
import { nameHash, uniform } from "../math/random.ts";
import type { FundingPlan } from "../scenario/scenario.ts";
import type { Market, Model } from "../model/market.ts";
import type { FundingState } from "../model/vendor.ts";

const QUARTER_WEEKS = 13;
const YEAR_WEEKS = 365 / 7;

/**
 * M-17. A start-up raises a round with a hazard that rises with its growth and with what investors think of the sector,
 * and falls with its burn and once its losses exceed what they tolerate.
 */
export function raiseFunds(model: Model, market: Market): void {
  updateSentiment(model, market);
  for (const { index, id, vendor } of model.vendors) {
    const state = market.vendors[index];
    if (!vendor.funding || !state.funding || !state.alive) continue;
    watch(state.funding, state, model.dt);
    const chance = 1 - exp((-hazard(vendor.funding, state, market.sentiment) * model.dt) / YEAR_WEEKS);
    if (uniform(model.seed, nameHash(`funding/${id}`), 0, market.tick) >= chance) continue;
    state.cash += vendor.funding.round;
    state.funding.raised += vendor.funding.round;
  }
}

/** Rounds a year. */
function hazard(plan: FundingPlan, state: Market["vendors"][number], sentiment: number): number {
  const { growth, burn, lost } = state.funding!;
  const burnShare = (Math.max(0, burn) * YEAR_WEEKS) / plan.round; // rounds it would burn a year
  const mood = exp(plan.growthPull * growth - plan.burnPush * burnShare + plan.sentimentPull * sentiment);
  const patience = lost > plan.tolerance ? exp(-(lost - plan.tolerance) / plan.tolerance) : 1;
  return plan.rounds * mood * patience;
}

function watch(seen: FundingState, state: Market["vendors"][number], dt: number): void {
  const weight = 1 - exp(-dt / QUARTER_WEEKS);
  const income = state.profit;
  const before = seen.revenue;
  seen.revenue += (state.revenue - seen.revenue) * weight;
  if (before > 0 && seen.revenue > 0) {
    seen.growth += ((log(seen.revenue / before) / dt) * YEAR_WEEKS - seen.growth) * weight;
  }
  seen.burn += (-income - seen.burn) * weight;
  seen.lost = Math.max(0, seen.lost - income * dt);
}

/** The sector's gross margin against the start, smoothed over a quarter: what capital markets make of the business. */
function updateSentiment(model: Model, market: Market): void {
  let [revenue, cost] = [0, 0];
  for (const state of market.vendors) {
    revenue += state.revenue;
    cost += state.costOfRevenue;
  }
  if (revenue <= 0) return;
  const margin = Math.max(-2, 1 - cost / revenue);
  if (Number.isNaN(market.sectorMargin)) market.sectorMargin = margin;
  const weight = 1 - exp(-model.dt / QUARTER_WEEKS);
  market.sentiment += (margin - market.sectorMargin - market.sentiment) * weight;
}
