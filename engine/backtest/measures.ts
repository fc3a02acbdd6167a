import { log } from "../math/elementary.ts";
import { blend } from "../price.ts";
import type { Recording } from "../recording/recorder.ts";
import { productTokens } from "../metrics/metric.ts";
import { dayNumber, isoDate } from "../scenario/dates.ts";

/** What a target measures, read off a recording. */
export interface MeasureArguments {
  readonly from: string;
  readonly to: string;
  readonly vendor?: string;
  readonly product?: string;
  readonly rival?: string; // product that a price is held against
  readonly split?: string; // first date of the second of two spans
}

/** Each takes a recording and gives one number; NaN where the recording has none. */
export const measures: Readonly<Record<string, (r: Recording, a: MeasureArguments) => number>> = {
  /** Tokens served to outside customers over a span [tokens]. */
  tokens: (r, a) => sum(r, a, (t) => served(r, t)) * 1e6,
  /** A vendor's part of them. */
  tokenShare: (r, a) => sum(r, a, (t) => served(r, t, a.vendor)) / sum(r, a, (t) => served(r, t)),
  /** Its part from `split` on less its part before. */
  tokenShareChange: (r, a) =>
    measures.tokenShare(r, { ...a, from: a.split! }) - measures.tokenShare(r, { ...a, to: dayBefore(a.split!) }),
  /** A vendor's part of revenue. */
  revenueShare: (r, a) => sum(r, a, (t) => earned(r, t, a.vendor)) / sum(r, a, (t) => earned(r, t)),
  /** API revenue over a span, of all vendors or of one [money]. */
  revenue: (r, a) => sum(r, a, (t) => earned(r, t, a.vendor)),
  /** A vendor's part of revenue that cost of revenue leaves, idle capacity included. */
  grossMargin: (r, a) => 1 - sum(r, a, (t) => booked(r, t, a.vendor)) / sum(r, a, (t) => earned(r, t, a.vendor)),
  /** Revenue over tokens [money/Mtok]. */
  revenuePerMtok: (r, a) => sum(r, a, (t) => earned(r, t)) / sum(r, a, (t) => served(r, t)),
  /** A vendor's tokens a day at the end of the span, its own products' included [tokens/day]. */
  dailyTokensAll: (r, a) => daily(r, a.to, a.vendor) + captive(r, a.to, a.vendor),
  /** A vendor's external tokens a day at the end of the span [tokens/day]. */
  dailyTokens: (r, a) => daily(r, a.to, a.vendor),
  /** A product's list price at the end of the span over that at its start, three parts of input to one of output. */
  priceRatio: (r, a) => listed(r, a.to, a.product) / listed(r, a.from, a.product),
  /** Its price over a rival's at the end of the span. */
  priceOverRival: (r, a) => listed(r, a.to, a.product) / listed(r, a.to, a.rival),
  /** Whether it fell by a tenth or more within the span: 1 or 0. */
  fell: (r, a) => (leastListed(r, a) <= 0.9 * listed(r, a.from, a.product) ? 1 : 0),
  /** Growth of ln tokens a month after `split` less before it: a kink. */
  kink: (r, a) => slope(r, a.split!, a.to) - slope(r, a.from, a.split!),
};

const dayBefore = (date: string): string => isoDate(dayNumber(date) - 1);

/** Volumes and money are recorded per week; a tick stands for its days. */
function sum(r: Recording, { from, to }: MeasureArguments, value: (t: number) => number): number {
  let total = 0;
  r.dates.forEach((date, t) => {
    if (date >= from && date <= to) total += (value(t) * r.tickDays) / 7;
  });
  return total;
}

function served(r: Recording, t: number, vendor?: string): number {
  return overProducts(r, t, vendor, (k) => productTokens(r)[k]);
}

function earned(r: Recording, t: number, vendor?: string): number {
  return overProducts(r, t, vendor, (k) => r.product.revenue[k]);
}

function booked(r: Recording, t: number, vendor?: string): number {
  return overProducts(r, t, vendor, (k) => r.product.costOfRevenue[k]);
}

function overProducts(r: Recording, t: number, vendor: string | undefined, value: (k: number) => number): number {
  const n = r.productIds.length;
  let total = 0;
  for (let j = 0; j < n; j++) {
    if (vendor === undefined || r.vendorIds[r.vendorOf[j]] === vendor) total += value(t * n + j);
  }
  return total;
}

const rowOf = (r: Recording, date: string): number => r.dates.findLastIndex((d) => d <= date);

const daily = (r: Recording, date: string, vendor?: string): number => (served(r, rowOf(r, date), vendor) / 7) * 1e6;

function captive(r: Recording, date: string, vendor?: string): number {
  const v = r.vendorIds.indexOf(vendor ?? "");
  return v < 0 ? NaN : (r.vendor.captiveTokens[rowOf(r, date) * r.vendorIds.length + v] / 7) * 1e6;
}

/** A product's blended list price on a date; NaN where there is no such product. */
const listed = (r: Recording, date: string, product?: string): number => listedAt(r, rowOf(r, date), product);

function listedAt({ product, productIds }: Recording, t: number, id = ""): number {
  const j = productIds.indexOf(id);
  if (j < 0) return NaN;
  const k = t * productIds.length + j;
  return blend({ input: product.priceInput[k], output: product.priceOutput[k] });
}

/** The lowest within a span. */
function leastListed(r: Recording, { from, to, product }: MeasureArguments): number {
  const rows = r.dates.flatMap((date, t) => (date >= from && date <= to ? [t] : []));
  return Math.min(...rows.map((t) => listedAt(r, t, product)));
}

/** Mean growth of ln tokens between two dates [1/month]. */
function slope(r: Recording, from: string, to: string): number {
  const [a, b] = [rowOf(r, from), rowOf(r, to)];
  const months = ((b - a) * r.tickDays) / (365 / 12);
  return log(served(r, b) / served(r, a)) / months;
}
