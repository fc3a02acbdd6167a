import { LIKE_METERS, type PerMeter, type TokenPrice } from "../price.ts";
import { taxOf, withTax } from "../model/tax.ts";
import { exp, log } from "../math/elementary.ts";
import type { Market, Model, SegmentSpec } from "../model/market.ts";
import { CELL_STAMP, type Offers, PRODUCT_STAMP } from "../model/offers.ts";
import { isPlan, refreshPlan } from "./plans.ts";
import { routeTasks } from "./routing.ts";
import { hasTerms, refreshTerms, refreshVersions } from "./terms.ts";

/** Blank offers; the first refresh fills them, since no quality equals NaN. */
export function newOffers({ segments, products }: Model): Offers {
  const cells = segments.length * products.length;
  const column = (value = 0) => new Float64Array(cells).fill(value);
  const offers: Offers = {
    input: column(),
    output: column(),
    lnQuality: column(NaN),
    quality: column(1),
    fit: column(),
    paidInput: column(),
    paidOutput: column(),
    riseInput: column(),
    riseOutput: column(),
    riseFee: column(),
    ends: column(Infinity),
    gradedInput: column(),
    gradedOutput: column(),
    graded: column(1),
    tokensInput: column(1),
    tokensOutput: column(1),
    cached: column(),
    written: column(),
    context: column(1),
    costInput: column(1),
    costOutput: column(1),
    batch: column(),
    cheap: column(1),
    routed: column(),
    routedTo: new Int16Array(cells).fill(-1),
    quota: column(),
    fee: column(),
    slow: column(),
    plain: new Uint8Array(cells).fill(1),
    weeks: Array.from({ length: cells }, () => null),
    terms: {
      live: new Uint8Array(products.length),
      products: new Float64Array(products.length * PRODUCT_STAMP).fill(NaN),
      versions: new Float64Array(products.length),
      cells: new Float64Array(cells * CELL_STAMP).fill(NaN),
    },
  };
  for (const { id, index, segment, context } of segments) {
    for (const p of products) {
      const k = index * products.length + p.index;
      offers.fit[k] = p.product.fit[id] ?? 1;
      offers.cached[k] = segment.cachedShare;
      offers.written[k] = segment.cacheWriteShare;
      offers.context[k] = context;
    }
  }
  return offers;
}

export function refreshOffers(model: Model, market: Market): void {
  if (model.segments.some((s) => s.products.some((j) => hasTerms(model, market, s, j)))) refreshVersions(model, market);
  const onSale = saleMoved(market);
  for (const s of model.segments) {
    let moved = onSale;
    for (const j of s.products) if (refresh(model, market, s, j)) moved = true;
    if (moved && s.segment.traffic.answers.route.share > 0) routeTasks(model, market, s);
  }
}

/** Whether any product came on sale or went since the last refresh. */
function saleMoved({ products: { live }, offers: { terms } }: Market): boolean {
  let moved = false;
  for (let j = 0; j < live.length; j++) {
    if (live[j] === terms.live[j]) continue;
    terms.live[j] = live[j];
    moved = true;
  }
  return moved;
}

/** Brings a cell up to date. Returns whether anything of it moved. */
function refresh(model: Model, market: Market, s: SegmentSpec, j: number): boolean {
  const { offers, products } = market;
  const k = s.index * model.products.length + j;
  const lnFit = offers.fit[k] === 1 ? 0 : log(offers.fit[k]); // most fit
  const lnQuality = products.lnQuality[j] + lnFit;
  const free = freeQuota(market, s, j);
  const quotaMoved = free !== offers.quota[k] && !isPlan(model, s, j);
  if (quotaMoved) offers.quota[k] = free;
  const priceMoved = refreshPrice(model, market, s, j);
  if (priceMoved || lnQuality !== offers.lnQuality[k]) {
    offers.lnQuality[k] = lnQuality;
    offers.quality[k] = exp(lnQuality);
  } else if (!quotaMoved) return false;
  products.stale[j] = 1;
  return true;
}

/** What work costs the segment, as a plan, over a tariff or as listed. */
function refreshPrice(model: Model, market: Market, s: SegmentSpec, j: number): boolean {
  const { offers, products } = market;
  const k = s.index * model.products.length + j;
  const { bargained: factor, offPeak: valley } = factorsOff(model, market, s, j);
  const tax = taxOf(model, market, j);
  if (isPlan(model, s, j)) return refreshPlan(model, market, { s, j, factor, tax });
  if (hasTerms(model, market, s, j)) return refreshTerms(model, market, { s, j, factor: factor * valley, tax });
  const input = withTax(billed(products.price, s, j, "input") * factor * valley, tax);
  const output = withTax(billed(products.price, s, j, "output") * factor * valley, tax);
  if (input === offers.input[k] && output === offers.output[k]) return false;
  offers.input[k] = offers.paidInput[k] = input;
  offers.output[k] = offers.paidOutput[k] = output;
  return true;
}

/** What comes off every price of a tariff, as factors: by bargaining, and by a discount of off-peak hours. */
export const factorsOff = (model: Model, market: Market, s: SegmentSpec, j: number) => ({
  bargained: 1 - negotiated(model, market, s, j),
  offPeak: 1 - offPeakShare(model, s, j) * market.vendors[model.products[j].vendor].offPeak,
});

/** The free allowance of a product in a week of a segment's hours [Mtok of work/week]. */
function freeQuota({ products, offers }: Market, s: SegmentSpec, j: number): number {
  if (products.quota[j] === 0) return 0;
  const k = s.index * products.live.length + j;
  const tokens = products.quota[j] * s.windows[products.quotaWindow[j]];
  const perWork = (1 - s.outputShare) * offers.tokensInput[k] + s.outputShare * offers.tokensOutput[k];
  return perWork === 1 ? tokens : tokens / perWork;
}

/** What a token of a kind costs on average: a part of them may be billed by a meter of its own. */
function billed(price: PerMeter<Float64Array>, { segment }: SegmentSpec, j: number, kind: keyof TokenPrice): number {
  const plain = price[kind][j];
  let mean = plain;
  for (const { id, like, part } of LIKE_METERS) {
    if (like !== kind) continue;
    const apart = price[id][j] - plain;
    if (apart !== 0) mean += segment[part] * apart; // looking up a part by its name costs more than all else here
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
