import { NON_USER, UNAWARE, USER } from "./agents.ts";
import { blockOf, CHUNK, forBlocks } from "./blocks.ts";
import { AWARE, clearTally, tallyRow } from "./tally.ts";
import { hasUsers } from "./totals.ts";
import { exp } from "../../math/elementary.ts";
import { nameHash, threefry } from "../../math/random.ts";
import type { SegmentSpec } from "../../model/market.ts";
import type { AgentMarket, AgentModel } from "./model.ts";

/** Who pays attention this tick. Non-users hear of the market as in Bass (1969), sooner when price cuts are news. */
export function wake(model: AgentModel, market: AgentMarket, dt: number): void {
  market.agents.wake.count = 0;
  forBlocks(model.population, (_s, _from, _to, block) => clearTally(model, market, block));
  const troubled = troubledProducts(model, market);
  for (const s of model.segments)
    wakeSegment(model, market, { s, troubled, threshold: thresholds(model, market, s, dt) });
}

/**
 * Probability of waking by state, as a fraction of 2^32; at the kernel's desk, the next segment's are written over it.
 */
export function thresholds(model: AgentModel, market: AgentMarket, s: SegmentSpec, dt: number): Float64Array {
  const { awareness, news, entry } = model.demand;
  const heard = market.news / (1 + market.news / news.saturation);
  const { attention, adoption, waiting, congestion } = s.segment;
  // M-18: whoever expects prices to go on falling waits.
  const patience = exp(-waiting * market.expectations.fall);
  const hazard = model.kernel.desk.odds.fill(0);
  const open = entry || market.tick < 0 ? 1 : 0; // M-9
  hazard[UNAWARE] = awareness.innovate + awareness.imitate * adopterShare(model, market, s) + awareness.news * heard;
  hazard[NON_USER] = (adoption.base + adoption.news * heard) * patience * open;
  for (const j of s.products) {
    const crowded = congestion.hazard * market.vendors[model.vendorOf[j]].congestion;
    hazard[USER + j] = attention.base + attention.news * heard + crowded;
  }
  for (let state = 0, last = 0, known = 0; state < hazard.length; state++) {
    if (hazard[state] !== last) known = Math.floor((1 - exp(-(last = hazard[state]) * dt)) * 2 ** 32); // most are alike
    hazard[state] = last === 0 ? 0 : known;
  }
  return hazard;
}

/** Share of the segment's agents who used any product last tick. */
function adopterShare(model: AgentModel, market: AgentMarket, s: SegmentSpec): number {
  const n = model.products.length;
  let adopters = 0;
  for (let j = 0; j < n; j++) adopters += market.flows.users[s.index * n + j];
  return adopters / s.represented;
}

const spare = new Uint32Array(2);

interface Segmented {
  readonly s: SegmentSpec;
  readonly threshold: Float64Array; // by state [2^-32]
  readonly troubled: Uint8Array; // by product
  readonly finely: number; // stream of the draws that settle ties
}

/**
 * The kernel finds who draws low enough to wake in any state at all; only those few are looked at one by one. Where
 * products are in trouble everybody is: their users wake whatever they draw.
 */
function wakeSegment(
  model: AgentModel,
  market: AgentMarket,
  { s, troubled, threshold }: Omit<Segmented, "finely">,
): void {
  const { hits } = model.kernel.desk;
  const { start, first } = model.population;
  const here = start[s.index + 1] - start[s.index];
  const draw = { seed: model.seed, stream: nameHash(`wake/${s.id}`), tick: market.tick };
  const limit = Math.min(0xffff, Math.floor(largest(threshold) / 65536));
  const segment = { s, threshold, troubled, finely: nameHash(`wake-fine/${s.id}`) };
  const everybody = anyTroubled(model, market, segment);
  for (let from = 0; from < here; from += CHUNK) {
    const count = Math.min(CHUNK, here - from);
    const found = model.kernel.drawsUpTo(draw, { from: first[s.index] + from, count }, limit);
    let next = 0;
    const row = start[s.index] + from;
    if (everybody) {
      for (let k = 0; k < count; k++) {
        const low = next < found && hits[next] >>> 16 === k;
        attend(model, market, segment, {
          i: row + k,
          state: stateOf(market, row + k),
          draw: low ? hits[next++] & 0xffff : Infinity,
        });
      }
    } else {
      // All states first: people lie far apart, and memory answers many questions at once.
      for (let n = 0; n < found; n++) states[n] = stateOf(market, row + (hits[n] >>> 16));
      for (; next < found; next++)
        attend(model, market, segment, {
          i: row + (hits[next] >>> 16),
          state: states[next],
          draw: hits[next] & 0xffff,
        });
    }
  }
}

interface Low {
  readonly i: number;
  readonly state: number;
  readonly draw: number; // its 16 bits
}

const states = new Int32Array(CHUNK);

const stateOf = ({ agents: { held, aware } }: AgentMarket, i: number): number =>
  held[i] >= 0 ? USER + held[i] : aware[i] === 1 ? NON_USER : UNAWARE;

/**
 * Whether agent i pays attention. Only where the 16 bits of its draw tie with the threshold's own are 32 more drawn, so
 * the probability is exact to 2^-32 for little more than the price of 16 bits.
 */
function attend(model: AgentModel, market: AgentMarket, at: Segmented, { i, state, draw }: Low): void {
  const { held, second, aware, woken, wake: list } = market.agents;
  const p = model.population;
  if (at.s.arrivals.length > 0 && p.arrives[i] > market.day) return;
  const high = Math.floor(at.threshold[state] / 65536);
  let wakes = draw < high;
  if (draw === high) {
    threefry(model.seed, at.finely, p.first[at.s.index] + i - p.start[at.s.index], market.tick, spare);
    wakes = spare[0] >>> 16 < at.threshold[state] % 65536;
  }
  // Its product is gone; or it is turned away there and has another to turn to.
  if (state >= USER) {
    const trouble = at.troubled[held[i]];
    if (trouble === GONE || (trouble === CROWDED && second.length > 0 && second[i] >= 0)) wakes = true;
  }
  if (!wakes) return;
  if (state === UNAWARE) {
    aware[i] = 1;
    market.agents.tally[tallyRow(model, blockOf(p, i, at.s.index)) + AWARE] += p.weight[i];
  } else woken[list.count++] = i;
}

const GONE = 1;
const CROWDED = 2;

function troubledProducts(model: AgentModel, { products, vendors }: AgentMarket): Uint8Array {
  const troubled = new Uint8Array(model.products.length);
  for (let j = 0; j < troubled.length; j++) {
    if (products.live[j] === 0) troubled[j] = GONE;
    else if (vendors[model.vendorOf[j]].congestion > 0) troubled[j] = CROWDED;
  }
  return troubled;
}

/** Whether anybody of the segment may hold a troubled product. The ledger has head counts from the last tick. */
function anyTroubled(model: AgentModel, market: AgentMarket, { s, troubled }: Segmented): boolean {
  const homes = market.agents.second.length > 0;
  return s.products.some((j) => {
    const matters = troubled[j] === GONE || (troubled[j] === CROWDED && homes);
    return matters && hasUsers(model, market, s.index, j);
  });
}

function largest(x: Float64Array): number {
  let most = 0;
  for (let k = 0; k < x.length; k++) if (x[k] > most) most = x[k];
  return most;
}
