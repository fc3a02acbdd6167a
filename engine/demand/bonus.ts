import { log } from "../math/elementary.ts";
import type { Market, Model, SegmentSpec } from "../types.ts";
import { blended, growthOf, metered } from "./ledger.ts";
import { type AllowanceTerms, type AllowanceUse, volumeAtPrice, volumeWithAllowance } from "./volume.ts";

/**
 * What is neither a table nor a number of the agent: allowances that bind, and new-customer credits. Both shift an
 * agent's ln surplus at a few products, so they enter the kernel as a small matrix, decider x special product.
 */
export interface Bonus {
  readonly slot: Int16Array; // by product: its column, -1 none
  readonly columns: number;
  readonly values: Float32Array; // row x column [ln surplus]
}

/** Over which a credit is spread when agents weigh it [weeks]. */
const CREDIT_HORIZON = 13;

/** Columns for the products of a segment that have a bonus today; null when none has. */
export function bonusColumns(model: Model, market: Market, s: SegmentSpec): Bonus["slot"] | null {
  let columns = 0;
  const slot = new Int16Array(model.products.length).fill(-1);
  for (const j of s.products) {
    if (market.products.live[j] === 1 && (metered(market, j) || creditOf(model, market, j) > 0)) slot[j] = columns++; // prettier-ignore
  }
  return columns > 0 ? slot : null;
}

/** Fills one decider's row: what allowances and credits change in ln surplus. */
export function fillBonus(
  model: Model,
  market: Market,
  { slot, columns, values }: Bonus,
  at: { row: number; i: number; s: number },
): void {
  // prettier-ignore
  for (let j = 0; j < slot.length; j++) {
    if (slot[j] < 0) continue;
    cell.i = at.i;
    cell.s = at.s;
    cell.j = j;
    cell.k = at.s * model.products.length + j;
    const gain = metered(market, j) ? allowanceGain : creditGain;
    values[at.row * columns + slot[j]] = gain(model, market, cell);
  }
}

interface Cell {
  readonly i: number;
  readonly s: number;
  readonly j: number;
  readonly k: number; // of the offer
}

const cell: { -readonly [K in keyof Cell]: Cell[K] } = { i: 0, s: 0, j: 0, k: 0 };

/** Used over and over: a tick asks for thousands. */
const terms: AllowanceTerms = { satiation: 0, price: 0, worth: 0, quota: 0 };
const use: AllowanceUse = { tokens: 0, free: 0, surplus: 0 };

/** ln of the surplus with the allowance over what the tables say without it, g X exp(-p/(v g)). */
function allowanceGain(model: Model, market: Market, { i, s, j, k }: Cell): number {
  terms.satiation = model.population.volume[i] * growthOf(model, market, s);
  terms.worth = model.population.value[i] * market.offers.quality[k];
  terms.price = blended(model, market, i, k);
  terms.quota = market.products.quota[j];
  const { surplus } = volumeWithAllowance(terms, use);
  if (surplus <= 0) return -1e6;
  const whole = terms.worth * terms.satiation;
  return (surplus === whole ? 0 : log(surplus / whole)) + terms.price / terms.worth; // most are within their quota
}

/** M-16: p counts only as p max(0, 1 - K/(x H)) for a vendor whose credit the agent has not had. */
function creditGain(model: Model, market: Market, { i, s, j, k }: Cell): number {
  const { vendor } = model.products[j];
  if ((market.agents.credited[i] >>> vendor) & 1) return 0;
  const { value, volume } = model.population;
  const worth = value[i] * market.offers.quality[k];
  const price = blended(model, market, i, k);
  const use = volumeAtPrice(volume[i] * growthOf(model, market, s), price, worth);
  if (use <= 0) return 0;
  return (price / worth) * Math.min(1, creditOf(model, market, j) / (use * CREDIT_HORIZON));
}

/** The new-customer credit of product j's vendor on offer today [Mtok]. */
export const creditOf = (model: Model, market: Market, j: number): number =>
  market.tick < 0 ? 0 : market.vendors[model.products[j].vendor].credit;

/** Marks the credit as used; returns what it costs the vendor [money]. */
export function takeCredit(model: Model, market: Market, { i, s, j }: { i: number; s: number; j: number }): number {
  const credit = creditOf(model, market, j);
  const { vendor } = model.products[j];
  const { credited } = market.agents;
  if (credit === 0 || (credited[i] >>> vendor) & 1) return 0;
  credited[i] |= 1 << vendor;
  const k = s * model.products.length + j;
  const { value, volume, weight } = model.population;
  const price = blended(model, market, i, k);
  const use = volumeAtPrice(volume[i] * growthOf(model, market, s), price, value[i] * market.offers.quality[k]);
  return weight[i] * price * Math.min(credit, use * CREDIT_HORIZON);
}
