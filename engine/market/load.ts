import { deferredShare, loadFactor } from "../costs/load.ts";
import type { Market, Model } from "../types.ts";

/** Discount at which all deferrable work has moved to off-peak hours. */
const FULL_PATIENCE = 0.5;

/**
 * M-8. Mean use over provisioned capacity of vendor v: as the scenario states it, or from the shape of its day. Work
 * that an off-peak tariff moves into the valley lets the same fleet serve more.
 */
export function loadOf(model: Model, market: Market, v: number): number {
  const { day, load } = model.vendors[v].vendor;
  if (!day) return load;
  const moved = deferredShare(deferrable(model, market, v), market.vendors[v].offPeak, FULL_PATIENCE);
  return loadFactor({ peakToMean: day.peakToMean, headroom: day.headroom, deferrable: day.batch + (1 - day.batch) * moved }); // prettier-ignore
}

/** Share of the vendor's volume that could wait, by its customers of the last tick. */
function deferrable(model: Model, { flows }: Market, v: number): number {
  const n = model.products.length;
  let [all, patient] = [0, 0];
  for (const s of model.segments) {
    for (const j of model.vendors[v].products) {
      const tokens = flows.tokensInput[s.index * n + j] + flows.tokensOutput[s.index * n + j];
      all += tokens;
      patient += tokens * s.segment.deferrable;
    }
  }
  return all > 0 ? patient / all : 0;
}
