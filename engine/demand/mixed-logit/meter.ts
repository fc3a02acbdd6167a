import type { AgentMarket, AgentModel } from "./model.ts";
import { NEVER } from "./agents.ts";
import { CHUNK } from "./blocks.ts";
import { beyondQuota, COLUMN, growthOf } from "./ledger.ts";
import { volumePaidFor } from "./volume.ts";

const { USERS, TOKENS, OUTPUT, VALUE, FIXED, FREE, FREE_OUTPUT } = COLUMN;

/** Who is at the desk. Made once. */
const waiting = {
  agent: new Int32Array(CHUNK),
  slot: new Uint8Array(CHUNK),
  row: new Int32Array(CHUNK), // of the ledger
  quality: new Float64Array(CHUNK),
  slow: new Float64Array(CHUNK), // 0: what lies beyond a quota is billed
  ramp: new Float64Array(CHUNK),
};

interface Meter {
  /** Has agent i wait with product j in a slot, to be counted into a row of the ledger. */
  add(i: number, slot: number, j: number, row: number): void;
  /** Counts all who wait, in the order they came. */
  count(): void;
}

/**
 * Counts users of products with an allowance into their rows of the ledger. Every one of them is visited on every tick:
 * what a segment's users have in common is looked up once, and the kernel works out what they use a chunk at a time.
 */
export function meterOf(model: AgentModel, market: AgentMarket, s: number): Meter {
  const { weight, volume, value, outputShare, fixedCost, secondShare } = model.population;
  const { ledger, adopted, second } = market.agents;
  const { quality, quota, slow } = market.offers;
  const { products, fading, kernel } = model;
  const { day } = market;
  const desk = kernel.desk.allowance;
  const at = s * products.length;
  const growth = growthOf(model, market, s);
  const youth = 1 - model.demand.ramp.start;
  const homes = second.length > 0;
  let n = 0;

  function add(i: number, slot: number, j: number, row: number): void {
    if (n === CHUNK) count();
    const k = at + j;
    const ramp = adopted[i] === NEVER ? 1 - youth : 1 - youth * fading[day - adopted[i]];
    const part = !homes || second[i] < 0 ? 1 : slot === 0 ? 1 - secondShare[i] : secondShare[i];
    const satiation = volume[i] * growth * ramp * part;
    const price = beyondQuota(model, market, i, k);
    const worth = value[i] * quality[k];
    desk.satiation[n] = satiation;
    desk.price[n] = price;
    desk.worth[n] = worth;
    desk.quota[n] = quota[k];
    desk.paid[n] = volumePaidFor(satiation, price, worth);
    waiting.agent[n] = i;
    waiting.slot[n] = slot;
    waiting.row[n] = row;
    waiting.quality[n] = quality[k];
    waiting.slow[n] = slow[k];
    waiting.ramp[n++] = ramp;
  }

  function count(): void {
    kernel.meter(n);
    for (let at = 0; at < n; at++) {
      const i = waiting.agent[at];
      const row = waiting.row[at];
      const o = outputShare[i];
      const heads = weight[i] / growth; // the ledger holds volumes at the start's
      const tokens = heads * desk.tokens[at];
      const free = waiting.slow[at] > 0 ? tokens : heads * desk.free[at]; // slow tokens are included, too
      ledger[row + TOKENS] += tokens;
      ledger[row + OUTPUT] += tokens * o;
      ledger[row + FREE] += free;
      ledger[row + FREE_OUTPUT] += free * o;
      ledger[row + VALUE] += (heads * desk.surplus[at]) / waiting.quality[at];
      if (waiting.slot[at] !== 0) continue; // who uses two products is one user, and adopted once
      ledger[row + USERS] += weight[i];
      ledger[row + FIXED] += weight[i] * volume[i] * value[i] * fixedCost[i] * waiting.ramp[at];
    }
    n = 0;
  }

  return { add, count };
}
