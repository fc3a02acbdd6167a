import { nameHash, threefry, uniform } from "../../math/random.ts";
import type { ProductSpec, SegmentSpec } from "../../model/market.ts";
import type { AgentMarket, AgentModel } from "./model.ts";
import { NEVER } from "./agents.ts";
import type { Batch } from "./choose-reference.ts";
import { CHUNK } from "./blocks.ts";
import { gumbel, type Kernel } from "./kernel.ts";
import type { Population } from "./population.ts";

const bits = new Uint32Array(2);

/** Lasting tastes: one standard Gumbel draw per (agent, product), by the product's name. */
export function drawTastes(
  kernel: Kernel,
  p: Population,
  s: SegmentSpec,
  { products, seed }: { products: readonly ProductSpec[]; seed: number },
): void {
  const columns = s.products.map((j) => ({ j, name: products[j].hash }));
  const range = { from: p.start[s.index], to: p.start[s.index + 1], first: p.first[s.index] };
  drawColumns(kernel, range, columns, { seed, stream: nameHash(`taste/${s.id}`), stride: p.products });
}

/**
 * Columns of the taste matrix for rows [from, to), in which stand a segment's agents from its `first`-th on. A chunk of
 * rows at a time, so that the rows stay in the cache.
 */
export function drawColumns(
  kernel: Kernel,
  { from, to, first }: { readonly from: number; readonly to: number; readonly first: number },
  columns: readonly { readonly j: number; readonly name: number }[],
  { seed, stream, stride }: { readonly seed: number; readonly stream: number; readonly stride: number },
): void {
  for (let k = 0; from + k < to; k += CHUNK) {
    const slice = { from: first + k, count: Math.min(CHUNK, to - from - k) };
    for (const { j, name } of columns) {
      kernel.gumbels({ seed, stream, tick: name }, slice, { at: (from + k) * stride + j, stride });
    }
  }
}

/**
 * Where tastes do not last for ever, a decider whose taste has run out forms a new one: every `tasteLife` weeks, each
 * agent on a day of its own. The epoch goes into the stream, so the draw depends on nothing else.
 */
export function renewTastes(model: AgentModel, market: AgentMarket, s: SegmentSpec, batch: Batch): void {
  const { tasteLife } = model.demand;
  if (tasteLife === null) return;
  const p = model.population;
  const { epoch, taste } = market.agents;
  const phase = nameHash(`taste-phase/${s.id}`);
  for (let row = 0; row < batch.count; row++) {
    const i = batch.agents[row];
    const k = p.first[s.index] + i - p.start[s.index];
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
