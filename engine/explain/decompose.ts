import { sum } from "../math/sum.ts";
import { COST_FACTORS } from "../costs/cost-model.ts";
import { log, logMean } from "../math/elementary.ts";

/** What a price, its cost and the price of competition were on one day [money/Mtok, blended]. */
export interface Standing {
  readonly price: number;
  readonly cost: number; // long-run unit cost
  readonly factors: ArrayLike<number>; // in the order of COST_FACTORS; their product is proportional to `cost`
  readonly nash: number; // NaN: not known
}

/** A price change in money [money/Mtok], told three ways. The parts of each add up to `to - from`. */
export interface Split {
  readonly from: number;
  readonly to: number;
  readonly costFrom: number;
  readonly costTo: number;
  readonly nashTo: number; // NaN: not known
  /** Sellers keep their markup: a cost that halves halves the price. */
  readonly symmetric: SymmetricSplit;
  /** Yuan for yuan: a cost that falls by one takes one off the price. */
  readonly absolute: { readonly cost: number; readonly margin: number };
  /** What rivalry alone would charge: cost, the markup of competition, and what is neither. NaN: not known. */
  readonly nash: { readonly cost: number; readonly competition: number; readonly conduct: number };
}

export interface SymmetricSplit {
  readonly hardware: number;
  readonly technology: number;
  readonly learning: number;
  readonly scale: number;
  readonly scheduling: number;
  readonly margin: number;
}

/**
 * With markup k = p/c, cost c a product of factors f, and L the logarithmic mean (the LMDI weight of Ang 2004):
 *
 *   p1 - p0 = (k0+k1)/2 L(c0,c1) sum of ln(f1/f0) + (c0+c1)/2 (k1 - k0)
 *
 * Exact, the same backwards in time, and good for p = 0 and for p < c.
 */
export function splitPrice(a: Standing, b: Standing): Split {
  const [cost, change] = [b.cost - a.cost, b.price - a.price];
  return {
    from: a.price,
    to: b.price,
    costFrom: a.cost,
    costTo: b.cost,
    nashTo: b.nash,
    symmetric: symmetric(a, b),
    absolute: { cost, margin: change - cost },
    nash: {
      cost,
      competition: b.nash - b.cost - (a.nash - a.cost),
      conduct: b.price - b.nash - (a.price - a.nash),
    },
  };
}

function symmetric(a: Standing, b: Standing): SymmetricSplit {
  const parts = { hardware: 0, technology: 0, learning: 0, scale: 0, scheduling: 0 };
  // A cost of 0 has no markup to hold and no ratio to take: its change goes yuan for yuan, to technology.
  if (a.cost <= 0 || b.cost <= 0) {
    return { ...parts, technology: b.cost - a.cost, margin: b.price - a.price - (b.cost - a.cost) };
  }
  const markup = (a.price / a.cost + b.price / b.cost) / 2;
  const weight = logMean(a.cost, b.cost);
  let left = b.cost - a.cost;
  COST_FACTORS.forEach((name, f) => {
    const part = weight * log(b.factors[f] / a.factors[f]);
    parts[name] = markup * part;
    left -= part;
  });
  parts.technology += markup * left; // rounding; and whatever a cost model changes without naming a factor
  return { ...parts, margin: ((a.cost + b.cost) / 2) * (b.price / b.cost - a.price / a.cost) };
}

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
