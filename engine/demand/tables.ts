import { exp, log } from "../math/elementary.ts";
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
  readonly lnQuality: Float32Array; // by product: ln g
  readonly base: Float32Array; // ln g + trust + ecosystem
  readonly input: Float32Array; // P = input price net of cache hits, over g
  readonly output: Float32Array; // Q = output price over g
}

/** Input price a segment pays on average: part of its input is served from cache. */
export function inputPrice(market: Market, s: SegmentSpec, j: number): number {
  const { input, cached } = market.products;
  return input[j] + s.segment.cachedShare * (cached[j] - input[j]);
}

export function choiceTable(model: Model, market: Market, s: SegmentSpec): ChoiceTable {
  const n = model.products.length;
  const demand = model.demand as MixedLogit;
  const table = {
    products: new Int16Array(s.products.length),
    count: 0,
    lnQuality: new Float32Array(n),
    base: new Float32Array(n),
    input: new Float32Array(n),
    output: new Float32Array(n),
  };
  const { live, lnQuality, trust, output } = market.products;
  for (const j of s.products) {
    if (!live[j]) continue;
    const ecosystem = market.vendors[model.products[j].vendor].ecosystem;
    const perQuality = exp(-lnQuality[j]);
    table.products[table.count++] = j;
    table.lnQuality[j] = lnQuality[j];
    table.base[j] = lnQuality[j] + trust[j] + demand.ecosystem.weight * log(1 + ecosystem);
    table.input[j] = inputPrice(market, s, j) * perQuality;
    table.output[j] = output[j] * perQuality;
  }
  return table;
}
