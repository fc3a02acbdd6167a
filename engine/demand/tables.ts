import { log } from "../math/elementary.ts";
import type { MixedLogit } from "../scenario/scenario.ts";
import type { Market, Model, SegmentSpec } from "../types.ts";

/**
 * What a segment's agents see of each product this tick. With lasting tastes a decision needs no random number, no
 * exponential and no logarithm: u_ij = base_j - (inputWeight_i P_j + outputWeight_i Q_j) + mu taste_ij + loyalty.
 * Single precision, so that four or eight products fit a vector register and every machine rounds alike.
 */
export interface ChoiceTable {
  readonly products: Int16Array; // the segment's products on sale, in product order
  readonly count: number;
  readonly lnQuality: Float32Array; // by product: ln g, as far as it fits the segment
  readonly base: Float32Array; // ln g + trust + ecosystem - congestion
  readonly input: Float32Array; // P = realised input price over g
  readonly output: Float32Array; // Q = realised output price over g
}

export function choiceTable(model: Model, market: Market, s: SegmentSpec): ChoiceTable {
  const n = model.products.length;
  const { ecosystem } = model.demand as MixedLogit;
  const table = {
    products: new Int16Array(s.products.length),
    count: 0,
    lnQuality: new Float32Array(n),
    base: new Float32Array(n),
    input: new Float32Array(n),
    output: new Float32Array(n),
  };
  const { live, trust } = market.products;
  const { offers } = market;
  for (const j of s.products) {
    if (!live[j]) continue;
    const k = s.index * n + j;
    const { vendor } = model.products[j];
    const state = market.vendors[vendor];
    const liked = trust[j] + (model.vendors[vendor].vendor.trustBy[s.id] ?? 0);
    const perQuality = 1 / offers.quality[k];
    table.products[table.count++] = j;
    table.lnQuality[j] = offers.lnQuality[k];
    table.base[j] = offers.lnQuality[k] + liked + ecosystem.weight * log(1 + state.ecosystem) - s.segment.congestion.dislike * state.congestion; // prettier-ignore
    table.input[j] = offers.input[k] * perQuality;
    table.output[j] = offers.output[k] * perQuality;
  }
  return table;
}
