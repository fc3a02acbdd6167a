import { sum } from "../math/sum.ts";
import { COST_FACTORS } from "../costs/cost-model.ts";
import type { Recording } from "../recording/recorder.ts";
import { blend } from "../price.ts";
import { byToken } from "../metrics/metric.ts";
import { averageCost, longRunCost, paidPrice } from "../metrics/paid.ts";
import type { TokenPrice } from "../price.ts";
import { splitPrice, type Split, type Standing } from "./decompose.ts";
import type { Span } from "../benchmarks/nash-prices.ts";
import { openingPrice } from "../metrics/opening.ts";

/** A product's change between two days of one run, and what it weighs in a basket. */
export interface Change {
  readonly product: number;
  readonly launched: boolean; // after the first day: compared with the day it was launched
  readonly split: Split;
  readonly weight: number; // share of tokens, mean of the two days [0-1]
}

/** By what a change is told; the defaults are those of the books, and of the demand as it stands. */
export interface Convention {
  /** Prices of competition this many times as high, to see what hangs on them. */
  readonly nashTimes?: number;
  /** What serving costs: the books', idle capacity included, or the long-run cost of what was served. */
  readonly served?: "books" | "longRun";
}

/**
 * Every product on sale on the second day, against the price the first day opened with. A product priced by the month
 * or the second has no price per token and is left out.
 */
export function changes(r: Recording, span: Span, convention: Convention = {}): Change[] {
  const [first, last] = [rowOf(r, span.from), rowOf(r, span.to)];
  const n = r.productIds.length;
  const [w0, w1] = [tokenShares(r, first), tokenShares(r, last)];
  return r.productIds.flatMap((_, product) => {
    const at = (t: number, price = priceAt(r, t, product)) => standing(r, t, product, { price, ...convention });
    const from = firstLive(r, product, first);
    if (from < 0 || from >= last || !r.product.live[last * n + product] || !byToken(r, product)) return [];
    const opening = from === first ? openingPrice(r, first, product) : priceAt(r, from, product);
    const split = splitPrice(at(from, opening), at(last));
    return [{ product, launched: from > first, split, weight: (w0[product] + w1[product]) / 2 }];
  });
}

/** The last tick on or before a date; the first one before the start. */
export const rowOf = (r: Recording, date: string): number =>
  Math.max(
    0,
    r.dates.findLastIndex((d) => d <= date),
  );

function firstLive(r: Recording, j: number, from: number): number {
  const n = r.productIds.length;
  for (let t = from; t < r.dates.length; t++) if (r.product.live[t * n + j] === 1) return t;
  return -1;
}

function priceAt({ product: { priceInput, priceOutput }, productIds }: Recording, t: number, j: number): TokenPrice {
  const k = t * productIds.length + j;
  return { input: priceInput[k], output: priceOutput[k] };
}

interface Prices extends Convention {
  readonly price: TokenPrice;
}

const SERVED = { books: averageCost, longRun: longRunCost } as const;

function standing(r: Recording, t: number, j: number, { price, nashTimes = 1, served = "books" }: Prices): Standing {
  const k = t * r.productIds.length + j;
  const p = r.product;
  const factors = [p.factorHardware, p.factorTechnology, p.factorLearning, p.factorScale, p.factorScheduling];
  const nash = r.nash?.find(({ tick }) => tick === t);
  if (factors.length !== COST_FACTORS.length) throw new Error("the recorded factors are not the cost model's");
  return {
    price: blend(price),
    cost: blend({ input: p.unitCostInput[k], output: p.unitCostOutput[k] }),
    factors: factors.map((column) => column[k]),
    ...(p.revenue[k] > 0 && { paid: paidPrice.compute(r)[k], served: SERVED[served].compute(r)[k] }),
    nash: nashTimes * (nash?.price[j] ?? NaN),
    lowest: nashTimes * (nash ? Math.min(nash.low[j], nash.foreseen[j]) : NaN),
    foreseen: nashTimes * (nash?.foreseen[j] ?? NaN),
  };
}

function tokenShares(r: Recording, t: number): Float64Array {
  const n = r.productIds.length;
  const row = Float64Array.from({ length: n }, (_, j) =>
    byToken(r, j) ? r.product.tokensInput[t * n + j] + r.product.tokensOutput[t * n + j] : 0,
  );
  const total = sum(row);
  return row.map((x) => (total > 0 ? x / total : 0));
}
