import type { MixedLogit } from "../scenario/scenario.ts";
import type { Market, Model } from "../types.ts";
import { NEVER } from "./agents.ts";
import { COLUMN, growthOf } from "./ledger.ts";
import { type AllowanceTerms, type AllowanceUse, volumeWithAllowance } from "./volume.ts";

const { USERS, TOKENS, OUTPUT, VALUE, FIXED, FREE, FREE_OUTPUT } = COLUMN;

/** Used over and over: a tick meters thousands. */
const terms: AllowanceTerms = { satiation: 0, price: 0, worth: 0, quota: 0 };
const use: AllowanceUse = { tokens: 0, free: 0, surplus: 0 };

/**
 * Counts users of products with an allowance, one after another, into their rows of the ledger. All that a segment's users
 * have in common is looked up once: every one of them is visited on every tick.
 */
export function meterOf(model: Model, market: Market, s: number) {
  const { weight, volume, value, outputShare, fixedCost, secondShare } = model.population;
  const { ledger, adopted, second } = market.agents;
  const { input, output, quality } = market.offers;
  const { products, fading } = model;
  const { quota } = market.products;
  const { day } = market;
  const at = s * products.length;
  const growth = growthOf(model, market, s);
  const youth = 1 - (model.demand as MixedLogit).ramp.start;
  const homes = second.length > 0;
  return (i: number, slot: number, j: number, row: number): void => {
    const k = at + j;
    const ramp = adopted[i] === NEVER ? 1 - youth : 1 - youth * fading[day - adopted[i]];
    const part = !homes || second[i] < 0 ? 1 : slot === 0 ? 1 - secondShare[i] : secondShare[i];
    const o = outputShare[i];
    terms.satiation = volume[i] * growth * ramp * part;
    terms.price = (1 - o) * input[k] + o * output[k];
    terms.worth = value[i] * quality[k];
    terms.quota = quota[j];
    volumeWithAllowance(terms, use);
    const heads = weight[i] / growth; // the ledger holds volumes at the start's
    const tokens = heads * use.tokens;
    const free = heads * use.free;
    ledger[row + TOKENS] += tokens;
    ledger[row + OUTPUT] += tokens * o;
    ledger[row + FREE] += free;
    ledger[row + FREE_OUTPUT] += free * o;
    ledger[row + VALUE] += (heads * use.surplus) / quality[k];
    if (slot !== 0) return; // who uses two products is one user, and adopted once
    ledger[row + USERS] += weight[i];
    ledger[row + FIXED] += weight[i] * volume[i] * value[i] * fixedCost[i] * ramp;
  };
}
