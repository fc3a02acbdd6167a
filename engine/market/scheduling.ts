import type { Market, Model, VendorSpec } from "../model/market.ts";

/** Load of a fleet whose day is flat: a tenth is kept free for bursts and repairs. */
const FLAT_DAY = 0.9;

/**
 * M-8: mean use over provisioned capacity. An off-peak tariff moves what can wait into the valley; the fleet need then
 * only cover the rest's peak, until the day is flat (costs/load.ts). Without a tariff the vendor's own load stands.
 */
export function scheduledLoad(model: Model, market: Market, vendor: VendorSpec): number {
  const { load } = vendor.vendor;
  if (market.vendors[vendor.index].offPeak === 0) return load;
  return Math.min(load / (1 - deferrable(model, market, vendor)), Math.max(load, FLAT_DAY));
}

/** Share of a vendor's tokens that can wait, by the flows of the last tick. */
function deferrable(model: Model, { flows }: Market, { products }: VendorSpec): number {
  const n = model.products.length;
  let [waiting, all] = [0, 0];
  for (const s of model.segments) {
    for (const j of products) {
      const tokens = flows.tokensInput[s.index * n + j] + flows.tokensOutput[s.index * n + j];
      waiting += tokens * s.segment.deferrable;
      all += tokens;
    }
  }
  return all > 0 ? waiting / all : 0;
}
