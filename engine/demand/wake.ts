import { exp } from "../math/elementary.ts";
import { nameHash, threefry } from "../math/random.ts";
import type { MixedLogit } from "../scenario/scenario.ts";
import type { Market, Model, SegmentSpec } from "../types.ts";

/** What an agent can do next: hear of such products, consider adopting one, reconsider the one it has (USER + product). */
const UNAWARE = 0;
const NON_USER = 1;
const USER = 2;

/** Who pays attention this tick. Non-users hear of the market as in Bass (1969), sooner when price cuts are news. */
export function wake(model: Model, market: Market, dt: number): void {
  market.agents.wake.count = 0;
  for (const s of model.segments) wakeSegment(model, market, s, thresholds(model, market, s, dt));
}

/** Probability of waking by state, as a fraction of 2^32. */
function thresholds(model: Model, market: Market, s: SegmentSpec, dt: number): Float64Array {
  const { awareness, news, entry } = model.demand as MixedLogit;
  const heard = market.news / (1 + market.news / news.saturation);
  const { attention, adoption, waiting, congestion } = s.segment;
  // M-18: whoever expects prices to go on falling waits.
  const patience = exp(-waiting * market.expectations.fall);
  const hazard = new Float64Array(USER + model.products.length);
  const open = entry || market.tick < 0 ? 1 : 0; // M-9
  hazard[UNAWARE] = awareness.innovate + awareness.imitate * adopterShare(model, market, s) + awareness.news * heard;
  hazard[NON_USER] = (adoption.base + adoption.news * heard) * patience * open;
  for (const j of s.products) {
    const crowded = congestion.hazard * market.vendors[model.vendorOf[j]].congestion;
    hazard[USER + j] = attention.base + attention.news * heard + crowded;
  }
  return hazard.map((h) => Math.floor((1 - exp(-h * dt)) * 2 ** 32));
}

/** Share of the segment's agents who used any product last tick. */
function adopterShare(model: Model, market: Market, s: SegmentSpec): number {
  const n = model.products.length;
  let adopters = 0;
  for (let j = 0; j < n; j++) adopters += market.flows.users[s.index * n + j];
  return adopters / s.represented;
}

const bits = new Uint32Array(2);
const spare = new Uint32Array(2);

/**
 * One block of 64 bits serves four agents, 16 bits each; only where those 16 tie with the threshold's own are 32 more
 * drawn, so the probability is exact to 2^-32 for little more than the price of 16 bits.
 */
function wakeSegment(model: Model, market: Market, s: SegmentSpec, threshold: Float64Array): void {
  const { held, second, aware, woken, wake: list } = market.agents;
  const { start, weight, arrives } = model.population;
  const stream = nameHash(`wake/${s.id}`);
  const fine = nameHash(`wake-fine/${s.id}`);
  const troubled = troubledProducts(model, market);
  for (let i = start[s.index], k = 0; i < start[s.index + 1]; i++, k++) {
    if ((k & 3) === 0) threefry(model.seed, stream, k >> 2, market.tick, bits);
    if (arrives[i] > market.day) continue;
    const draw = (bits[(k >> 1) & 1] >>> ((k & 1) << 4)) & 0xffff;
    const state = held[i] >= 0 ? USER + held[i] : aware[i] === 1 ? NON_USER : UNAWARE;
    const high = Math.floor(threshold[state] / 65536);
    let wakes = draw < high;
    if (draw === high) {
      threefry(model.seed, fine, k, market.tick, spare);
      wakes = spare[0] >>> 16 < threshold[state] % 65536;
    }
    // Its product is gone; or it is turned away there and has another to turn to.
    if (state >= USER) {
      const trouble = troubled[held[i]];
      if (trouble === GONE || (trouble === CROWDED && second.length > 0 && second[i] >= 0)) wakes = true;
    }
    if (!wakes) continue;
    if (state === UNAWARE) {
      aware[i] = 1;
      market.flows.aware += weight[i];
    } else woken[list.count++] = i;
  }
}

const GONE = 1;
const CROWDED = 2;

function troubledProducts(model: Model, { products, vendors }: Market): Uint8Array {
  return Uint8Array.from(model.products, ({ index, vendor }) => {
    if (products.live[index] === 0) return GONE;
    return vendors[vendor].congestion > 0 ? CROWDED : 0;
  });
}
