import { sum } from "../math/sum.ts";
import { COST_FACTORS } from "../costs/cost-model.ts";
import { log, logMean } from "../math/elementary.ts";

/** What a price, its cost and the price of competition were on one day [money/Mtok, blended]. */
export interface Standing {
  readonly price: number;
  readonly cost: number; // long-run unit cost
  readonly factors: ArrayLike<number>; // in the order of COST_FACTORS; their product is proportional to `cost`
  readonly nash: number; // NaN: not known
  /** The lowest price that competition accounts for: looking ahead, or where best replies come to if lower. */
  readonly lowest: number;
  readonly foreseen?: number; // what sellers post who look ahead
  readonly paid?: number; // on average for what was used; default: the price
  readonly served?: number; // what serving that cost; default: the cost
}

/** A price change in money [money/Mtok], told three ways. The parts of each add up to `to - from`. */
export interface Split {
  readonly from: number;
  readonly to: number;
  readonly costFrom: number;
  readonly costTo: number;
  readonly paidTo: number; // on average for what was used, and what serving it cost
  readonly servedTo: number;
  readonly nashFrom: number; // NaN: not known
  readonly nashTo: number;
  readonly foreseenTo: number; // NaN: not known
  /** Sellers keep their markup: a cost that halves halves the price. */
  readonly symmetric: SymmetricSplit;
  /** Yuan for yuan: a cost that falls by one takes one off the price. */
  readonly absolute: { readonly cost: number; readonly margin: number };
  /** The same cost part, and the margin told apart by what rivalry alone would charge. NaN: not known. */
  readonly nash: NashSplit;
  /** Part of the conduct: the distance below the lowest price that competition accounts for. Negative: it grew. */
  readonly belowNash: number;
}

/** The three ways of telling one change. */
export const SPLITS = ["symmetric", "absolute", "nash"] as const satisfies readonly (keyof Split)[];

interface SymmetricSplit {
  readonly hardware: number;
  readonly technology: number;
  readonly learning: number;
  readonly scale: number;
  readonly scheduling: number;
  readonly margin: number;
}

interface NashSplit {
  readonly cost: number;
  readonly competition: number; // the markup of competition became another
  readonly conduct: number; // the price moved against the price of competition
}

/**
 * The price is a product, p = c (n/c) (p/n): cost c, itself a product of factors f, the markup n/c of competition, and
 * how far the price stands from it. Each takes its share of the log change, weighted by the logarithmic mean L of the
 * two prices (the LMDI of Ang 2004):
 *
 *   p1 - p0 = L(p0,p1) (sum of ln(f1/f0) + ln(k1/k0)),   k = p/c
 *
 * Exact, the same backwards in time, without a unit, and over any number of spans the log shares add up. Zeros are
 * taken as a trifle (Ang & Liu 2007): a product that goes free goes so by its margin.
 */
export function splitPrice(a: Standing, b: Standing): Split {
  const [cost, change] = [b.cost - a.cost, b.price - a.price];
  const parts = symmetric(a, b);
  return {
    from: a.price,
    to: b.price,
    costFrom: a.cost,
    costTo: b.cost,
    paidTo: b.paid ?? b.price,
    servedTo: b.served ?? b.cost,
    nashFrom: a.nash,
    nashTo: b.nash,
    foreseenTo: b.foreseen ?? NaN,
    symmetric: parts,
    absolute: { cost, margin: change - cost },
    nash: nashSplit(a, b, costPart(parts)),
    belowNash: weightOf(a.price, b.price) * (shortfall(a) - shortfall(b)),
  };
}

const TRIFLE = 1e-12; // of the larger of two numbers

/** ln(b/a) with zeros as a trifle of the larger; 0 where both are 0, NaN where one is not known. */
function logChange(a: number, b: number): number {
  const least = TRIFLE * Math.max(a, b);
  return least === 0 ? 0 : log(Math.max(b, least) / Math.max(a, least));
}

/** The logarithmic mean of two prices, by which a share of the log change becomes money. */
function weightOf(a: number, b: number): number {
  const least = TRIFLE * Math.max(a, b);
  return logMean(Math.max(a, least), Math.max(b, least));
}

function symmetric(a: Standing, b: Standing): SymmetricSplit {
  const parts = { hardware: 0, technology: 0, learning: 0, scale: 0, scheduling: 0 };
  const change = b.price - a.price;
  // A cost of 0 has no markup to hold and no ratio to take: its change goes yuan for yuan, to technology.
  if (a.cost <= 0 || b.cost <= 0) {
    return { ...parts, technology: b.cost - a.cost, margin: change - (b.cost - a.cost) };
  }
  const weight = weightOf(a.price, b.price);
  const whole = weight * log(b.cost / a.cost);
  let left = whole;
  COST_FACTORS.forEach((name, f) => {
    parts[name] = weight * log(b.factors[f] / a.factors[f]);
    left -= parts[name];
  });
  parts.technology += left; // rounding; and whatever a cost model changes without naming a factor
  return { ...parts, margin: change - whole };
}

function nashSplit(a: Standing, b: Standing, cost: number): NashSplit {
  const weight = weightOf(a.price, b.price);
  const conduct = b.price - a.price - weight * logChange(a.nash, b.nash);
  return { cost, competition: b.price - a.price - cost - conduct, conduct };
}

/** How far a price lies below the lowest that competition accounts for [ln]; 0 above it. */
const shortfall = ({ price, lowest }: Standing): number =>
  Number.isNaN(lowest) ? NaN : Math.max(0, -logChange(lowest, price));

/** The cost part of the symmetric split. */
export const costPart = (s: SymmetricSplit): number => s.hardware + s.technology + s.learning + s.scale + s.scheduling;

/** A basket's change is the weighted sum of its products': parts add up as theirs do. Weights need not sum to 1. */
export function weighted(splits: readonly Split[], weights: readonly number[]): Split {
  const total = sum(weights);
  const shares = weights.map((w) => (total > 0 ? w / total : 1 / weights.length));
  return everyNumber(splits, (values) => values.reduce((sum, x, k) => sum + shares[k] * x, 0));
}

/** Combines things of one shape number by number, whatever the nesting. */
export function everyNumber<T>(items: readonly T[], combine: (values: readonly number[]) => number): T {
  if (typeof items[0] === "number") return combine(items as readonly unknown[] as readonly number[]) as T;
  const names = Object.keys(items[0] as object) as (keyof T)[];
  const entries = names.map((name) => [
    name,
    everyNumber(
      items.map((item) => item[name]),
      combine,
    ),
  ]);
  return Object.fromEntries(entries) as T;
}
