import { exp, log, pow } from "../math/elementary.ts";
import { nameHash, uniform } from "../math/random.ts";
import { dayNumber } from "../scenario/dates.ts";
import type { ResearchPlan } from "../scenario/scenario.ts";
import type { Market, Model } from "../model/market.ts";

const YEAR_WEEKS = 365 / 7;

/**
 * M-7, M-19. Research makes products better in exponential steps that arrive at lambda0 (spend/ref)^psi a year, makes
 * serving cheaper at a rate of its own, and closes part of the distance to the frontier, faster where the leader's
 * weights are open.
 */
export function doResearch(model: Model, market: Market): void {
  const frontier = findFrontier(model, market);
  for (const { index, vendor } of model.vendors) {
    const state = market.vendors[index];
    if (!vendor.research || !state.alive || !state.research) continue;
    const effort = pow(state.research.spend / state.research.reference, vendor.research.returns);
    const step = arrival(model, market, index, effort) + catchUp(model, market, index, frontier);
    if (step > 0) liftQuality(model, market, index, step);
    state.efficiency *= exp((vendor.research.efficiency * effort * model.dt) / YEAR_WEEKS);
  }
}

/** An improvement of ln g that arrived this tick, 0 for none. */
function arrival(model: Model, market: Market, v: number, effort: number): number {
  const { arrivals, step } = plan(model, v);
  if (arrivals === 0 || effort === 0) return 0;
  const stream = nameHash(`research/${model.vendors[v].id}`);
  const chance = 1 - exp((-arrivals * effort * model.dt) / YEAR_WEEKS);
  if (uniform(model.seed, stream, 0, market.tick) >= chance) return 0;
  return -step * log(uniform(model.seed, stream, 1, market.tick));
}

interface Frontier {
  readonly lnQuality: number;
  readonly open: boolean;
}

/** The best product listed anywhere, those only listed for reference included. */
function findFrontier({ products: specs, startDay }: Model, { products, day }: Market): Frontier {
  let best = { lnQuality: -Infinity, open: false };
  for (const { index, product } of specs) {
    const listed = products.live[index] === 1 || product.reference;
    if (!listed || products.lnQuality[index] <= best.lnQuality) continue;
    best = { lnQuality: products.lnQuality[index], open: isOpen(product.openWeights?.date, startDay + day) };
  }
  return best;
}

const isOpen = (released: string | undefined, today: number): boolean =>
  released !== undefined && dayNumber(released) <= today;

function catchUp(model: Model, market: Market, v: number, { lnQuality, open }: Frontier): number {
  const { catchUp: rate, openBoost } = plan(model, v);
  const own = Math.max(...model.vendors[v].products.map((j) => market.products.lnQuality[j]));
  const distance = lnQuality - own;
  if (rate === 0 || distance <= 0) return 0;
  return distance * (1 - exp((-rate * (open ? openBoost : 1) * model.dt) / YEAR_WEEKS));
}

/** A better generation of all of a vendor's products. */
function liftQuality(model: Model, market: Market, v: number, step: number): void {
  for (const j of model.vendors[v].products) market.products.lnQuality[j] += step;
  market.vendors[v].research!.lift += step;
}

const plan = (model: Model, v: number): ResearchPlan => model.vendors[v].vendor.research!;
