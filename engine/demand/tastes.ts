import { log } from "../math/elementary.ts";
import { nameHash, threefry, uniform } from "../math/random.ts";
import type { MixedLogit } from "../scenario/scenario.ts";
import type { Market, Model, ProductSpec, SegmentSpec } from "../types.ts";
import { NEVER } from "./agents.ts";
import type { Batch } from "./kernel.ts";
import type { Population } from "./population.ts";

const bits = new Uint32Array(2);

const gumbel = (word: number): number => -log(-log((word + 0.5) * 2 ** -32));

interface Range {
  readonly segment: string;
  readonly from: number;
  readonly to: number;
}

/** Lasting tastes: one standard Gumbel draw per (agent, product), by the product's name. */
export function drawTastes(p: Population, s: SegmentSpec, products: readonly ProductSpec[], seed: number): void {
  const range = { segment: s.id, from: p.start[s.index], to: p.start[s.index + 1] };
  for (const j of s.products) drawTaste(p, range, { j, name: products[j].hash, seed });
}

/** One column of the taste matrix; one block of bits serves two neighbours. */
export function drawTaste(
  p: Population,
  { segment, from, to }: Range,
  column: { j: number; name: number; seed: number },
): void {
  const stream = nameHash(`taste/${segment}`);
  for (let i = from, k = 0; i < to; i++, k++) {
    if ((k & 1) === 0) threefry(column.seed, stream, k >> 1, column.name, bits);
    p.taste[i * p.products + column.j] = gumbel(bits[k & 1]);
  }
}

/**
 * Where tastes do not last for ever, a decider whose taste has run out forms a new one: every `tasteLife` weeks, each
 * agent on a day of its own. The epoch goes into the stream, so the draw depends on nothing else.
 */
export function renewTastes(model: Model, market: Market, s: SegmentSpec, batch: Batch): void {
  const { tasteLife } = model.demand as MixedLogit;
  if (tasteLife === null) return;
  const p = model.population;
  const { epoch, taste } = market.agents;
  const phase = nameHash(`taste-phase/${s.id}`);
  for (let row = 0; row < batch.count; row++) {
    const i = batch.agents[row];
    const k = i - p.start[s.index];
    const due = Math.floor(market.day / (7 * tasteLife) + uniform(model.seed, phase, k, 0));
    const first = epoch[i] === NEVER; // the taste drawn at the start is the one of its first decision
    if (due <= epoch[i]) continue;
    epoch[i] = due;
    if (first) continue;
    const stream = nameHash(`taste/${s.id}/${due}`);
    for (const j of s.products) {
      threefry(model.seed, stream, k, model.products[j].hash, bits);
      taste[i * p.products + j] = gumbel(bits[0]);
    }
  }
}
