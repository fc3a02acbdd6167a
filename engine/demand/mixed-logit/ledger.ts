import { exp } from "../../math/elementary.ts";
import type { AgentMarket, AgentModel } from "./model.ts";
import { NEVER } from "./agents.ts";
import { blockOf, forBlocks } from "./blocks.ts";
import { billedAlone, type OwnBill, ownBill } from "./own-bill.ts";
import { type AllowanceTerms, type AllowanceUse, volumeAtPrice, volumePaidFor, volumeWithAllowance } from "./volume.ts";

/**
 * The running account of use. An agent uses x = X growth ramp exp(-p/(v g)), where ramp = 1 - (1 - r0) exp(-age/weeks).
 * Growth is common to a segment and the age term fades by one factor a tick, so a product's volume is
 * growth (S1 - (1 - r0) S2): two sums that change only when somebody moves or a price does.
 * Sums are kept by block of agents of one segment and added up in order, so no split over workers shows.
 *
 * A product with a weekly allowance does not scale like that (a quota neither grows nor ramps): its rows are counted
 * anew every tick, and only its users are touched.
 */
export const COLUMN = {
  USERS: 0,
  // Each of the next five comes twice: at full ramp, and its part still faded by age.
  TOKENS: 1,
  OUTPUT: 3,
  VALUE: 5, // gross value less the bill, over g: w X v exp(-p/(v g)) [money/week]
  FIXED: 7, // fixed cost w X v phi [money/week]
  OFF: 9, // what terms by volume take off bills at the mean terms [money/week]
  FREE: 11, // tokens within an allowance [Mtok/week at the start's volume]
  FREE_OUTPUT: 12,
} as const;
const { USERS, TOKENS, OUTPUT, VALUE, FIXED, OFF, FREE } = COLUMN;
export const COLUMNS = 13;

/** Aged by `days`, newcomers' use ramps up. */
export function ageUse(model: AgentModel, market: AgentMarket, days: number): void {
  const { ledger } = market.agents;
  const fade = exp(-days / (7 * model.demand.ramp.weeks));
  const width = model.products.length * COLUMNS;
  forBlocks(model.population, (_s, _from, _to, block) => {
    for (let row = block * width; row < (block + 1) * width; row += COLUMNS) {
      for (let c = TOKENS + 1; c < FREE; c += 2) ledger[row + c] *= fade;
    }
  });
}

/** A product an agent holds: its only or main one (slot 0), or the second of a multi-homing agent (slot 1). */
export interface Position {
  readonly i: number;
  readonly s: number;
  readonly slot: number;
  readonly j: number;
}

/** Enters a position at today's offer. */
export function enter(model: AgentModel, market: AgentMarket, position: Position): void {
  if (metered(market, position.j)) return; // counted when the tick's use is
  enterAt(model, market, position, rowOf(model, position));
}

/** Enters a position of an unmetered product into its row. */
export function enterAt(model: AgentModel, market: AgentMarket, position: Position, row: number): void {
  const { i, s, j, slot } = position;
  const k = s * model.products.length + j;
  if (billedAlone(market, k)) useAlone(model, market, position);
  else {
    const p = model.population;
    const full = p.weight[i] * p.volume[i] * shareOf(model, market, i, slot);
    const worth = p.value[i] * market.offers.quality[k];
    const flat = model.products[j].meter === "month";
    useOf(market, slot)[i] = flat ? full : volumeAtPrice(full, blended(model, market, i, k), worth);
  }
  post(model, market, position, posted(row, 1));
}

/** Apart, and so below, for few have a bill of their own: the common way must stay short enough to leave no garbage. */
function useAlone(model: AgentModel, market: AgentMarket, position: Position): void {
  const { i, slot } = position;
  useOf(market, slot)[i] = model.population.weight[i] * ownBillOf(model, market, position).tokens;
}

/** Takes a position out, as it stands in the ledger. */
export function remove(model: AgentModel, market: AgentMarket, position: Position): void {
  if (!metered(market, position.j)) post(model, market, position, posted(rowOf(model, position), -1));
}

const rowOf = ({ population, products }: AgentModel, { i, s, j }: Position): number =>
  (blockOf(population, i, s) * products.length + j) * COLUMNS;

/** Whether use of a product is counted afresh each tick: what it costs hangs on how much is used. */
export function metered(market: AgentMarket, j: number): boolean {
  const { quota, payBeyond, price } = market.products;
  return quota[j] > 0 && (payBeyond[j] === 1 || price.input[j] === 0);
}

/** Used over and over: a tick meters thousands. */
const terms: AllowanceTerms = { satiation: 0, price: 0, worth: 0, quota: 0, paid: 0 };
const metering: AllowanceUse = { tokens: 0, free: 0, surplus: 0 };

/** What agent i would use of product j with an allowance this week, at the given ramp; overwritten by the next call. */
function allowanceUse(model: AgentModel, market: AgentMarket, { i, s, j, slot }: Position, ramp: number): AllowanceUse {
  const p = model.population;
  const k = s * model.products.length + j;
  terms.satiation = p.volume[i] * growthOf(model, market, s) * ramp * shareOf(model, market, i, slot);
  terms.worth = p.value[i] * market.offers.quality[k];
  terms.price = beyondQuota(model, market, i, k);
  terms.quota = market.offers.quota[k];
  terms.paid = volumePaidFor(terms.satiation, terms.price, terms.worth);
  return volumeWithAllowance(terms, metering);
}

/** What a position uses this week [Mtok/week at the start's volume]. */
export function usage(model: AgentModel, market: AgentMarket, position: Position): number {
  const { i, s, j, slot } = position;
  const ramp = rampOf(model, market, i);
  if (!metered(market, j)) return useOf(market, slot)[i] * ramp;
  const { tokens } = allowanceUse(model, market, position, ramp);
  return (model.population.weight[i] * tokens) / growthOf(model, market, s);
}

/** Satiation volume of segment s against the start. */
export const growthOf = (model: AgentModel, market: AgentMarket, s: number): number =>
  market.tick < 0 ? 1 : model.growth[s][market.tick];

/** Blended price agent i pays at offer k [money/Mtok]. */
export function blended(model: AgentModel, { offers }: AgentMarket, i: number, k: number): number {
  const o = model.population.outputShare[i];
  return (1 - o) * offers.input[k] + o * offers.output[k];
}

/** What a token of work beyond a quota costs agent i: its price, or the wait for it [money/Mtok]. */
export function beyondQuota(model: AgentModel, market: AgentMarket, i: number, k: number): number {
  const slow = market.offers.slow[k];
  return slow > 0 ? slow * model.population.value[i] * market.offers.quality[k] : blended(model, market, i, k);
}

/** Part of agent i's volume that goes to the product in this slot. */
function shareOf(model: AgentModel, { agents }: AgentMarket, i: number, slot: number): number {
  if (agents.second.length === 0 || agents.second[i] < 0) return 1;
  const { secondShare } = model.population;
  return slot === 0 ? 1 - secondShare[i] : secondShare[i];
}

const useOf = ({ agents }: AgentMarket, slot: number): Float64Array => (slot === 0 ? agents.use : agents.secondUse);

/** exp(-age/rampWeeks): how much of an agent's start-up shortfall is left. Ages are whole days, so it is looked up. */
function fading(model: AgentModel, market: AgentMarket, i: number): number {
  const { adopted } = market.agents;
  return adopted[i] === NEVER ? 0 : model.fading[market.day - adopted[i]];
}

function rampOf(model: AgentModel, market: AgentMarket, i: number): number {
  const adopted = market.agents.adopted[i];
  const youth = 1 - model.demand.ramp.start;
  return adopted === NEVER ? 1 - youth : 1 - youth * fading(model, market, i);
}

const fixedCost = ({ population: p }: AgentModel, i: number, slot: number) =>
  slot === 0 ? p.weight[i] * p.volume[i] * p.value[i] * p.fixedCost[i] : 0;

interface Posting {
  row: number;
  sign: 1 | -1;
}

/** Used over and over, as terms are: a tick posts thousands. */
const posting: Posting = { row: 0, sign: 1 };

function posted(row: number, sign: Posting["sign"]): Posting {
  posting.row = row;
  posting.sign = sign;
  return posting;
}

/** What a position uses under its own bill. */
function ownBillOf(model: AgentModel, market: AgentMarket, { i, s, j, slot }: Position): OwnBill {
  const satiation = model.population.volume[i] * shareOf(model, market, i, slot);
  const price = blended(model, market, i, s * model.products.length + j);
  return ownBill(model, market, { i, s, j, satiation, price });
}

function post(model: AgentModel, market: AgentMarket, position: Position, { row, sign }: Posting): void {
  const { i, s, j, slot } = position;
  const p = model.population;
  const { ledger } = market.agents;
  const faded = fading(model, market, i);
  const tokens = sign * useOf(market, slot)[i];
  const fixed = sign * fixedCost(model, i, slot);
  if (slot === 0) ledger[row + USERS] += sign * p.weight[i];
  ledger[row + TOKENS] += tokens;
  ledger[row + TOKENS + 1] += tokens * faded;
  ledger[row + OUTPUT] += tokens * p.outputShare[i];
  ledger[row + OUTPUT + 1] += tokens * p.outputShare[i] * faded;
  const k = s * model.products.length + j;
  if (billedAlone(market, k)) postAlone(model, market, position, posting);
  else {
    ledger[row + VALUE] += tokens * p.value[i];
    ledger[row + VALUE + 1] += tokens * p.value[i] * faded;
  }
  ledger[row + FIXED] += fixed;
  ledger[row + FIXED + 1] += fixed * faded;
}

/** The value of what is used under a bill of one's own, and what its terms take off. */
function postAlone(model: AgentModel, market: AgentMarket, position: Position, { row, sign }: Posting): void {
  const { i, s, j } = position;
  const { ledger } = market.agents;
  const faded = fading(model, market, i);
  const { surplus, off } = ownBillOf(model, market, position);
  const many = sign * model.population.weight[i];
  const value = (many * surplus) / market.offers.quality[s * model.products.length + j];
  ledger[row + VALUE] += value;
  ledger[row + VALUE + 1] += value * faded;
  ledger[row + OFF] += many * off;
  ledger[row + OFF + 1] += many * off * faded;
}
