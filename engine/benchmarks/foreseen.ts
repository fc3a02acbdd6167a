import { exp } from "../math/elementary.ts";
import { blend } from "../price.ts";
import type { Competition, PricedMarket } from "../demand/priced-market.ts";
import type { PricingGame } from "../equilibrium/pricing-game.ts";
import { unitCost } from "../market/phases/costs.ts";
import { vendorTraffic } from "../market/traffic.ts";
import type { Market, Model } from "../model/market.ts";

const POSTED = 104; // weeks for which a price is posted; at half of that fewer users look around. Assumption
const DISCOUNT = 0.1 / (365 / 7); // [1/week]: ten per cent a year. Assumption
const LEARNING = 156; // weeks of learning that count
const STEPS = 32;

/**
 * The game of forward-looking sellers who mean to drive nobody out. Its equilibrium is the dynamic benchmark beside the
 * static one: what a seller posts for two years who has no users to lose and reckons that those it wins stay and earn
 * later what static competition earns on them (Klemperer 1995: invest), at a cost that is the discounted mean of what
 * it will be as experience grows at today's volume (Spence 1981).
 *
 * Sellers with users have less reason to cut, for a lower price gives money away on those who would stay (harvest). So
 * this is the lowest price that looking ahead accounts for, not what each would post. One period with such continuation
 * values approximates a Markov perfect equilibrium, whose prices are not computed here.
 */
export function foreseeingGame(
  model: Model,
  market: Market,
  priced: PricedMarket,
  competition: Competition,
): PricingGame {
  return priced.foreseeing({ weeks: POSTED, discount: DISCOUNT, cost: learnedCosts(model, market) }, competition);
}

/** By product: discounted mean of unit cost as own experience grows at today's volume, over today's. */
export function learnedCosts(model: Model, market: Market): Float64Array {
  const out = new Float64Array(model.products.length).fill(1);
  for (const vendor of model.vendors) {
    const traffic = vendorTraffic(model, market, vendor);
    vendor.products.forEach((j, k) => {
      const served = traffic[k].input + traffic[k].output;
      const at = (weeks: number) =>
        blend(unitCost(model, market, j, traffic[k], market.products.cumulative[j] + served * weeks));
      const now = at(0);
      if (now > 0) out[j] = discountedMean(at) / now;
    });
  }
  return out;
}

/** r int_0^T e^-rt c(t) dt + e^-rT c(T), by the midpoint rule. */
function discountedMean(cost: (weeks: number) => number): number {
  const step = LEARNING / STEPS;
  let sum = 0;
  for (let k = 0; k < STEPS; k++) {
    const [from, to] = [k * step, (k + 1) * step];
    sum += (exp(-DISCOUNT * from) - exp(-DISCOUNT * to)) * cost((from + to) / 2);
  }
  return sum + exp(-DISCOUNT * LEARNING) * cost(LEARNING);
}
