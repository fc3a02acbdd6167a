import type { Recording } from "../recording/recorder.ts";
import { grossProfit } from "./margins.ts";
import type { Meter } from "../price.ts";
import { blendedCost, blendedPrice, byVendor, metersSold, once, productTokens } from "./metric.ts";
import { movesOf } from "./opening.ts";
import { soldBelow } from "./paid.ts";
import { priceIndexAt, unitValue } from "./price-index.ts";
import { tokenShare, userShare } from "./shares.ts";
import { consumerSurplus, tokens, vendorProfit } from "./volumes.ts";

/** The answers a page opens with, in numbers; the words are made from them. Shares and falls are fractions. */
export interface Headline {
  readonly from: string;
  readonly to: string;
  /** What the next three are of: prices per token where any are, or else by the month or the second. */
  readonly meter: Meter;
  /** Of the chained index, since the first day opened. */
  readonly priceFall: number;
  /** Of the average price paid. */
  readonly paidFall: number;
  /** Of unit cost, weighted by the use of the last day. */
  readonly costFall: number;
  /** List prices of what is billed otherwise in the same market: the index falls of the other meters. */
  readonly others: readonly { readonly meter: Meter; readonly priceFall: number }[];
  /** Who gained most share of tokens; of users, where no tokens are sold. */
  readonly gainer: Leading | null;
  readonly loser: Leading | null;
  /** Of how many runs all this is: numbers are means over them, and what is named happened in half of them at least. */
  readonly runs: number;
  /** Products free at the end. */
  readonly free: readonly string[];
  /** Products that cost more to serve than is paid for them, at the end. */
  readonly belowCost: readonly string[];
  /** The same on any day, free or not. */
  readonly belowDays: readonly { readonly product: string; readonly days: number }[];
  /** Gross margin below 0. */
  readonly negativeMargin: readonly { readonly vendor: string; readonly days: number }[];
  readonly exits: readonly { readonly vendor: string; readonly date: string }[];
  /** Last week over first. */
  readonly tokenGrowth: number;
  /** Users' surplus, last week less first [money/week]. */
  readonly surplusGain: number;
  /** Vendors' gross profit, the same [money/week]. */
  readonly profitGain: number;
  /** Users' surplus in the last week [money/week]: worth saying against another scenario only. */
  readonly surplus: number;
  /** List-price changes. */
  readonly moves: number;
}

export interface VendorChange {
  readonly vendor: string;
  readonly from: number;
  readonly to: number;
}

/** A vendor's change, and in how many of the runs it is the largest of its kind. */
interface Leading extends VendorChange {
  readonly times: number;
}

export function headline(r: Recording): Headline {
  const last = r.dates.length - 1;
  const [meter = "token", ...rest] = metersSold(r);
  const indexFall = (of: Meter) => 1 - priceIndexAt(r, last, of);
  const gain = (x: Float64Array) => x[last] - x[0];
  const changes = shareChanges(r);
  const volume = tokens.compute(r);
  return {
    from: r.dates[0],
    to: r.dates[last],
    meter,
    priceFall: indexFall(meter),
    paidFall: 1 - paidAt(r, meter, last) / paidAt(r, meter, 0),
    costFall: costFall(r, meter),
    others: rest.map((of) => ({ meter: of, priceFall: indexFall(of) })),
    gainer: leading(changes.at(-1)),
    loser: leading(changes[0]),
    runs: 1,
    ...endPrices(r),
    belowDays: belowDays(r),
    negativeMargin: negativeMargins(r),
    exits: exits(r),
    tokenGrowth: volume[last] / volume[0],
    surplusGain: gain(consumerSurplus.compute(r)),
    surplus: consumerSurplus.compute(r)[last],
    profitGain: gain(vendorProfit.compute(r)),
    moves: movesOf(r).length,
  };
}

/** What one run brings to the headline of several: its recording need not be kept. */
export interface HeadlinePart {
  readonly headline: Headline;
  readonly changes: readonly VendorChange[];
}

/** Once of each run: as further ones come in, those before stand. */
export const headlinePart = once((r): HeadlinePart => ({ headline: headline(r), changes: shareChanges(r) }));

/** What a unit sold by a meter brings in on average, on one day; of tokens, as the series of that name has it. */
function paidAt(r: Recording, meter: Meter, tick: number): number {
  if (meter === "token") return unitValue.compute(r)[tick];
  const n = r.segmentIds.length;
  const sold = meter === "month" ? r.segment.users : r.segment.tokens;
  let [money, units] = [0, 0];
  r.meters.segment.forEach((of, s) => {
    if (of !== meter) return;
    money += r.segment.spend[tick * n + s];
    units += sold[tick * n + s];
  });
  return money / units;
}

/** Vendors by change of share, the largest loss first. */
function shareChanges(r: Recording): VendorChange[] {
  const share = (metersSold(r).every((m) => m === "second") ? userShare : tokenShare).compute(r);
  const m = r.vendorIds.length;
  const at = (t: number, v: number) => share[t * m + v] || 0;
  return r.vendorIds.map((vendor, v) => ({ vendor, from: at(0, v), to: at(r.dates.length - 1, v) })).toSorted(byChange);
}

const leading = (change: VendorChange | undefined): Leading | null => (change ? { ...change, times: 1 } : null);

export const byChange = (a: VendorChange, b: VendorChange): number => a.to - a.from - (b.to - b.from);

function costFall(r: Recording, meter: Meter): number {
  const n = r.productIds.length;
  const cost = blendedCost(r);
  const weight = { token: productTokens(r), month: r.product.users, second: r.product.tokensInput }[meter];
  const last = (r.dates.length - 1) * n;
  let [then, now] = [0, 0];
  for (let j = 0; j < n; j++) {
    if (r.meters.product[j] !== meter) continue;
    then += weight[last + j] * cost[j];
    now += weight[last + j] * cost[last + j];
  }
  return then > 0 ? 1 - now / then : 0;
}

function endPrices(r: Recording): { free: string[]; belowCost: string[] } {
  const at = (r.dates.length - 1) * r.productIds.length;
  const [price, below] = [blendedPrice(r), soldBelow(r)];
  const onSale = r.productIds.map((id, j) => ({ id, k: at + j })).filter(({ k }) => r.product.live[k] === 1);
  return {
    free: onSale.filter(({ k }) => price[k] === 0).map(({ id }) => id),
    belowCost: onSale.filter(({ k }) => price[k] > 0 && below[k] === 1).map(({ id }) => id),
  };
}

function belowDays(r: Recording): { product: string; days: number }[] {
  const n = r.productIds.length;
  const below = soldBelow(r);
  return r.productIds
    .map((product, j) => {
      let ticks = 0;
      for (let k = j; k < below.length; k += n) ticks += below[k];
      return { product, days: ticks * r.tickDays };
    })
    .filter(({ days }) => days > 0)
    .toSorted((a, b) => b.days - a.days || byName(a.product, b.product));
}

/** As they are named, so that it does not matter in what order they are kept. */
const byName = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function negativeMargins(r: Recording): { vendor: string; days: number }[] {
  const m = r.vendorIds.length;
  const profit = grossProfit.compute(r);
  const served = byVendor(r, r.product.tokensInput); // or seconds: whatever its customers use
  return r.vendorIds
    .map((vendor, v) => {
      let ticks = 0;
      for (let k = v; k < profit.length; k += m) if (served[k] > 0 && profit[k] < 0) ticks++;
      return { vendor, days: ticks * r.tickDays };
    })
    .filter(({ days }) => days > 0)
    .toSorted((a, b) => b.days - a.days || byName(a.vendor, b.vendor));
}

function exits(r: Recording): { vendor: string; date: string }[] {
  const m = r.vendorIds.length;
  return r.vendorIds.flatMap((vendor, v) => {
    const t = r.dates.findIndex((_, k) => r.vendor.alive[k * m + v] === 0);
    return t < 0 ? [] : [{ vendor, date: r.dates[t] }];
  });
}
