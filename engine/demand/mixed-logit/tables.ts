import { log } from "../../math/elementary.ts";
import type { SegmentSpec } from "../../model/market.ts";
import { partAfter } from "../../tariff/foresight.ts";
import type { AgentMarket, AgentModel } from "./model.ts";

/**
 * What a segment's agents see of each product this tick. With lasting tastes a decision needs no random number, no
 * exponential and no logarithm: u_ij = base_j - (inputWeight_i P_j + outputWeight_i Q_j) + mu taste_ij + loyalty.
 * Single precision, so that four or eight products fit a vector register and every machine rounds alike.
 */
export interface ChoiceTable {
  readonly products: Int16Array; // the segment's products on sale, in product order
  count: number;
  readonly lnQuality: Float32Array; // by product: ln g, as far as it fits the segment
  readonly base: Float32Array; // ln g + trust + ecosystem - congestion
  readonly input: Float32Array; // P = realised input price over g
  readonly output: Float32Array; // Q = realised output price over g
}

export const blankTable = (products: number): ChoiceTable => ({
  products: new Int16Array(products),
  count: 0,
  lnQuality: new Float32Array(products),
  base: new Float32Array(products),
  input: new Float32Array(products),
  output: new Float32Array(products),
});

/** Part of what a chooser looks ahead to that lies after the printed end of a promotion of offer k. */
export const foreseen = (
  model: AgentModel,
  { offers, day }: AgentMarket,
  { segment }: SegmentSpec,
  k: number,
): number => partAfter(offers.ends[k], model.startDay + day, segment.traffic.answers.foresee.weeks);

/** The table of segment s, at the kernel's desk: the next one is written over it. */
export function choiceTable(model: AgentModel, market: AgentMarket, s: SegmentSpec): ChoiceTable {
  const { products, offers } = market;
  const { table } = model.kernel.desk;
  table.count = 0;
  const { ecosystem } = model.demand;
  const platforms = market.vendors.map((v) => ecosystem.weight * log(1 + v.ecosystem));
  const crowds = market.vendors.map((v) => s.segment.congestion.dislike * v.congestion);
  for (const j of s.products) {
    if (products.live[j] === 0) continue;
    const k = s.index * model.products.length + j;
    const v = model.vendorOf[j];
    const liked = products.trust[j] + (model.vendors[v].vendor.trustBy[s.id] ?? 0);
    const perQuality = 1 / offers.quality[k];
    table.products[table.count++] = j;
    table.lnQuality[j] = offers.lnQuality[k];
    table.base[j] = offers.lnQuality[k] + liked + platforms[v] - crowds[v];
    const byToken = offers.fee[k] === 0; // what a plan costs is weighed agent by agent (bonus.ts)
    const later = foreseen(model, market, s, k) * (1 - offers.routed[k]);
    table.input[j] = byToken ? (offers.input[k] + later * offers.riseInput[k]) * perQuality : 0;
    table.output[j] = byToken ? (offers.output[k] + later * offers.riseOutput[k]) * perQuality : 0;
  }
  return table;
}
