import type { SegmentSpec } from "../../model/market.ts";
import type { AgentMarket, AgentModel } from "./model.ts";
import type { AllowanceDesk } from "./allowance-desk.ts";
import { beyondQuota, blended, growthOf, metered } from "./ledger.ts";
import { foreseen } from "./tables.ts";
import { billedAlone, ownBill } from "./own-bill.ts";
import { NOTHING, volumeAtPrice, volumePaidFor } from "./volume.ts";
import { log } from "../../math/elementary.ts";

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
export function bonusColumns(model: AgentModel, market: AgentMarket, s: SegmentSpec): Bonus["slot"] | null {
  let columns = 0;
  const slot = new Int16Array(model.products.length).fill(-1);
  for (const j of s.products) {
    const k = s.index * model.products.length + j;
    const special = metered(market, j) || billedAlone(market, k) || creditOf(model, market, j) > 0;
    if (market.products.live[j] === 1 && special) slot[j] = columns++;
  }
  return columns > 0 ? slot : null;
}

/**
 * Fills in what allowances and credits change in ln surplus for the first `count` at the kernel's desk, of segment s.
 */
export function fillBonus(
  model: AgentModel,
  market: AgentMarket,
  { slot, columns, values }: Bonus,
  { count, s }: { readonly count: number; readonly s: number },
): void {
  for (let j = 0; j < slot.length; j++) {
    if (slot[j] < 0) continue;
    const k = s * model.products.length + j;
    const { gain } = gainsOf(
      model,
      market,
      j,
      k,
    )(model, market, {
      j,
      k,
      growth: growthOf(model, market, s),
      count,
    });
    for (let row = 0, at = slot[j]; row < count; row++, at += columns) values[at] = gain[row];
  }
}

function gainsOf(model: AgentModel, market: AgentMarket, j: number, k: number) {
  if (metered(market, j)) return model.products[j].meter === "month" ? planGains : allowanceGains;
  return billedAlone(market, k) ? ownGains : creditGains;
}

interface Offered {
  readonly j: number;
  readonly k: number; // of the offer
  readonly growth: number;
  readonly count: number; // deciders at the desk
}

/** ln of the surplus with the allowance over what the tables say without it. */
function allowanceGains(model: AgentModel, market: AgentMarket, offered: Offered): AllowanceDesk {
  askAllowance(model, market, offered);
  model.kernel.weigh(offered.count);
  return model.kernel.desk.allowance;
}

/** ln of a plan's surplus, its fee paid, over that of use without any price: the tables know nothing of plans. */
function planGains(model: AgentModel, market: AgentMarket, offered: Offered): AllowanceDesk {
  const { allowance } = model.kernel.desk;
  const { k } = offered;
  const { fee: fees, riseFee } = market.offers;
  const fee = fees[k] + foreseen(model, market, model.segments[Math.floor(k / model.products.length)], k) * riseFee[k];
  askAllowance(model, market, offered);
  model.kernel.meter(offered.count);
  for (let row = 0; row < offered.count; row++) {
    const net = allowance.surplus[row] - fee;
    allowance.gain[row] = net > 0 ? log(net / (allowance.worth[row] * allowance.satiation[row])) : NOTHING;
  }
  return allowance;
}

/** Puts what each decider's use under a quota hangs on to the kernel's desk. */
function askAllowance(model: AgentModel, market: AgentMarket, { k, growth, count }: Offered): void {
  const { allowance, agents } = model.kernel.desk;
  const { volume, value } = model.population;
  const quality = market.offers.quality[k];
  for (let row = 0; row < count; row++) {
    const i = agents[row];
    const satiation = volume[i] * growth;
    const worth = value[i] * quality;
    const price = beyondQuota(model, market, i, k);
    allowance.satiation[row] = satiation;
    allowance.worth[row] = worth;
    allowance.price[row] = price;
    allowance.paid[row] = volumePaidFor(satiation, price, worth);
  }
  allowance.quota.fill(market.offers.quota[k], 0, count);
}

/** ln of the surplus under terms that an agent's own bill decides over what the tables say of the mean ones. */
function ownGains(model: AgentModel, market: AgentMarket, { j, k, count }: Offered): AllowanceDesk {
  const { allowance, agents } = model.kernel.desk;
  const { value, volume } = model.population;
  const s = Math.floor(k / model.products.length);
  for (let row = 0; row < count; row++) {
    const i = agents[row];
    const worth = value[i] * market.offers.quality[k];
    const price = blended(model, market, i, k);
    const { surplus } = ownBill(model, market, { i, s, j, satiation: volume[i], price });
    allowance.gain[row] = surplus > 0 ? log(surplus / (worth * volume[i])) + price / worth : NOTHING;
  }
  return allowance;
}

/** M-16: p counts only as p max(0, 1 - K/(x H)) for a vendor whose credit the agent has not had. */
function creditGains(model: AgentModel, market: AgentMarket, { j, k, growth, count }: Offered): AllowanceDesk {
  const { allowance, agents } = model.kernel.desk;
  const { value, volume } = model.population;
  const { vendor } = model.products[j];
  const credit = creditOf(model, market, j);
  for (let row = 0; row < count; row++) {
    const i = agents[row];
    allowance.gain[row] = 0;
    if ((market.agents.credited[i] >>> vendor) & 1) continue;
    const worth = value[i] * market.offers.quality[k];
    const price = blended(model, market, i, k);
    const use = volumeAtPrice(volume[i] * growth, price, worth);
    if (use > 0) allowance.gain[row] = (price / worth) * Math.min(1, credit / (use * CREDIT_HORIZON));
  }
  return allowance;
}

/** The new-customer credit of product j's vendor on offer today [Mtok]. */
const creditOf = (model: AgentModel, market: AgentMarket, j: number): number =>
  market.tick < 0 ? 0 : market.vendors[model.products[j].vendor].credit;

/** Marks the credit as used; returns what it costs the vendor [money]. */
export function takeCredit(
  model: AgentModel,
  market: AgentMarket,
  { i, s, j }: { i: number; s: number; j: number },
): number {
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
