import { LIKE_METERS, type PerMeter, type Tariff } from "../price.ts";
import { taxOf, withTax } from "../model/tax.ts";
import { exp, log } from "../math/elementary.ts";
import type { Market, Model, SegmentSpec } from "../model/market.ts";
import type { Offers } from "../model/offers.ts";

/** Blank offers; the first refresh fills them, since no quality equals NaN. */
export function newOffers({ segments, products }: Model): Offers {
  const cells = segments.length * products.length;
  const column = () => new Float64Array(cells);
  const offers = {
    input: column(),
    output: column(),
    lnQuality: column().fill(NaN),
    quality: column().fill(1),
    fit: column(),
  };
  for (const s of segments) {
    for (const p of products) offers.fit[s.index * products.length + p.index] = p.product.fit[s.id] ?? 1;
  }
  return offers;
}

export function refreshOffers(model: Model, market: Market): void {
  for (const s of model.segments) for (const j of s.products) refresh(model, market, s, j);
}

function refresh(model: Model, market: Market, s: SegmentSpec, j: number): void {
  const { offers, products } = market;
  const k = s.index * model.products.length + j;
  const factor = 1 - negotiated(model, market, s, j);
  const valley = 1 - offPeakShare(model, s, j) * market.vendors[model.products[j].vendor].offPeak;
  const tax = taxOf(model, market, j);
  const input = withTax(billed(products.price, s, j, "input") * factor * valley, tax);
  const output = withTax(billed(products.price, s, j, "output") * factor * valley, tax);
  const lnFit = offers.fit[k] === 1 ? 0 : log(offers.fit[k]); // most fit
  const lnQuality = products.lnQuality[j] + lnFit;
  if (input === offers.input[k] && output === offers.output[k] && lnQuality === offers.lnQuality[k]) return;
  offers.input[k] = input;
  offers.output[k] = output;
  offers.lnQuality[k] = lnQuality;
  offers.quality[k] = exp(lnQuality);
  products.stale[j] = 1;
}

/** What a token of a kind costs on average: a part of them may be billed by a meter of its own. */
function billed(price: PerMeter<Float64Array>, { segment }: SegmentSpec, j: number, kind: keyof Tariff): number {
  let mean = price[kind][j];
  for (const { id, like, part } of LIKE_METERS) {
    if (like === kind) mean += segment[part] * (price[id][j] - price[like][j]);
  }
  return mean;
}

/** M-18: large customers bargain. The discount rises with how far the list price lies above the cheapest comparable. */
function negotiated(model: Model, market: Market, s: SegmentSpec, j: number): number {
  const { base, slope, most } = s.segment.discount;
  if (base === 0 && slope === 0) return 0;
  const { lnQuality, live } = market.products;
  const { input } = market.products.price;
  let least = Infinity;
  for (const k of s.products) {
    const rival = model.products[k].owner !== model.products[j].owner && live[k] === 1 && input[k] > 0;
    if (rival && lnQuality[k] >= lnQuality[j] - s.segment.discount.band) least = Math.min(least, input[k]);
  }
  const gap = least < Infinity && input[j] > least ? log(input[j] / least) : 0;
  return Math.min(most, base + slope * gap);
}

/** M-8: the part of a segment's use in off-peak hours: those hours' own, and what can be put off until then. */
function offPeakShare(model: Model, s: SegmentSpec, j: number): number {
  const { hours } = model.vendors[model.products[j].vendor].vendor.offPeak;
  return hours + (1 - hours) * s.segment.deferrable;
}
