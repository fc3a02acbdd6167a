import { sum } from "../math/sum.ts";
import type { Market, Model, VendorSpec } from "../model/market.ts";
import type { TrafficLaw } from "../scenario/traffic.ts";
import { clockOf, type OpenTariff } from "../tariff/open-tariff.ts";
import { peakToMean, weekOfUse } from "../tariff/week.ts";

/** Load of a fleet whose day is flat: a tenth is kept free for bursts and repairs. */
const FLAT_DAY = 0.9;

/**
 * M-8: mean use over provisioned capacity. A fleet is sized for the busiest hour, so what moves into the valley raises
 * its load, until the day is flat. Where a tariff tells hours apart, the week it leads to is known; a discount at
 * night alone moves all that can wait (costs/load.ts). Without either the vendor's own load stands.
 */
export function scheduledLoad(model: Model, market: Market, vendor: VendorSpec): number {
  const { load } = vendor.vendor;
  const most = Math.max(load, FLAT_DAY);
  const byHours = flattening(model, market, vendor);
  if (byHours !== null) return Math.min(load * byHours, most);
  if (market.vendors[vendor.index].offPeak === 0) return load;
  return Math.min(load / (1 - deferrable(model, market, vendor)), most);
}

/**
 * Peak over mean as buyers would work, over what it is as they answer the tariffs; null without a tariff of hours.
 * Looked at once a week: a week is what it is about.
 */
function flattening(model: Model, market: Market, vendor: VendorSpec): number | null {
  const state = market.vendors[vendor.index];
  if (!vendor.products.some((j) => market.products.tariff[j]?.hours)) return (state.flattening = null);
  if (state.flattening === null || market.day % 7 < model.tickDays)
    state.flattening = flatteningNow(model, market, vendor);
  return state.flattening;
}

function flatteningNow(model: Model, market: Market, { products }: VendorSpec): number {
  const { flows, offers } = market;
  const n = model.products.length;
  const uses: { tokens: number; before: Float64Array; after: Float64Array }[] = [];
  for (const { index, segment } of model.segments) {
    for (const j of products) {
      const k = index * n + j;
      const tokens = flows.tokensInput[k] + flows.tokensOutput[k];
      if (tokens <= 0) continue; // where all have left, what is kept by adding and taking away may end a hair below
      const before = usualWeek(market.products.tariff[j], segment.traffic, model.startDay + market.day);
      uses.push({ tokens, before, after: offers.weeks[k] ?? before });
    }
  }
  if (uses.length === 0) return 1;
  const slots = Math.max(...uses.map(({ before, after }) => Math.max(before.length, after.length)));
  const [usual, now] = [new Float64Array(slots), new Float64Array(slots)];
  for (const { tokens, before, after } of uses) {
    add(usual, before, tokens);
    add(now, after, tokens);
  }
  return peakToMean(usual) / sum(usual) / (peakToMean(now) / sum(now));
}

/** A segment's week on the vendor's clock, as it would work at one price. */
function usualWeek(tariff: OpenTariff | null, { hours }: TrafficLaw, day: number): Float64Array {
  if (!tariff?.hours) return weekOfUse(hours);
  const { ahead, perHour } = clockOf(tariff.hours, hours.zone, day);
  return weekOfUse(hours, ahead, perHour);
}

/** Adds a week to a sum by hours, or to one by half hours, each of which takes half of an hour's use. */
function add(sum: Float64Array, week: Float64Array, tokens: number): void {
  if (week.length === sum.length) for (let h = 0; h < sum.length; h++) sum[h] += tokens * week[h];
  else for (let h = 0; h < sum.length; h++) sum[h] += (tokens / 2) * week[h >> 1];
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
