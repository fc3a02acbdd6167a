import type { Recording } from "../recording/recorder.ts";
import { type Entity, formatOf, type Series, type Told } from "../recording/series.ts";
import { blendAs, type Meter } from "../price.ts";

/** A metric as it is written, also by a user: a series that is computed from a recording. */
export type Metric = Told<Series>;

/** A metric as a series that computes each recording once. */
export const metric = (definition: Metric): Series => ({
  format: formatOf(definition.unit),
  group: definition.entity === "market" ? "market" : "use",
  ...definition,
  compute: once(definition.compute),
});

const ticksOf = (r: Recording): number => r.dates.length;

/** How many entities of a kind a recording has. */
export function entities(r: Recording, entity: Entity): readonly string[] {
  return { product: r.productIds, vendor: r.vendorIds, segment: r.segmentIds, market: ["market"] }[entity];
}

/** Sums a product column (tick x product) by vendor. */
export function byVendor(r: Recording, column: ArrayLike<number>): Float64Array {
  const [n, m] = [r.productIds.length, r.vendorIds.length];
  const out = new Float64Array(ticksOf(r) * m);
  for (let t = 0; t < ticksOf(r); t++) for (let j = 0; j < n; j++) out[t * m + r.vendorOf[j]] += column[t * n + j];
  return out;
}

/** Each row as shares of its sum; NaN where the sum is 0. */
export function rowShares(column: Float64Array, width: number): Float64Array {
  const out = new Float64Array(column.length);
  for (let at = 0; at < column.length; at += width) {
    let sum = 0;
    for (let k = at; k < at + width; k++) sum += column[k];
    for (let k = at; k < at + width; k++) out[k] = sum > 0 ? column[k] / sum : NaN;
  }
  return out;
}

/** What a flow has come to since the start, in each of `width` columns. */
export function soFar(flow: ArrayLike<number>, width: number): Float64Array {
  const total = Float64Array.from(flow);
  for (let k = width; k < total.length; k++) total[k] += total[k - width];
  return total;
}

export function rowSums(column: Float64Array, width: number): Float64Array {
  const out = new Float64Array(column.length / width);
  for (let k = 0; k < column.length; k++) out[Math.floor(k / width)] += column[k];
  return out;
}

/** A column made from a recording once: several metrics and charts want the same. Nobody may write into it. */
export function once<T extends object>(compute: (r: Recording) => T): (r: Recording) => T {
  const made = new WeakMap<Recording, T>();
  return (r) => {
    let found = made.get(r);
    if (!found) made.set(r, (found = compute(r)));
    return found;
  };
}

/** Input and output tokens together, by product [Mtok/week]; 0 of what is billed by the second and has none. */
export const productTokens = once(({ product: { tokensInput, tokensOutput }, meters }) =>
  tokensInput.map((x, k) => (meters.product[k % meters.product.length] === "second" ? 0 : x + tokensOutput[k])),
);

/**
 * Whether a product has a price per token: those of a month or a second stay out of indices and averages of such
 * prices.
 */
export const byToken = ({ meters }: Recording, j: number): boolean => meters.product[j] === "token";

const MAIN_FIRST = ["token", "month", "second"] as const;

/** The meters that products are billed by: tokens first, which indices are of wherever any are sold by the token. */
export const metersSold = ({ meters }: Recording): Meter[] => MAIN_FIRST.filter((m) => meters.product.includes(m));

/** List price by product, by its own meter: of tokens blended [money/Mtok], of a user's week, of a million seconds. */
export const blendedPrice = once(({ product, meters: { product: meters } }) =>
  product.priceInput.map((input, k) => blendAs(meters[k % meters.length], { input, output: product.priceOutput[k] })),
);

/**
 * Long-run unit cost by product, in the unit of its price: of a user's week, what all users use over how many they are.
 */
export const blendedCost = once(({ product, meters: { product: meters } }) =>
  product.unitCostInput.map((input, k) => {
    const output = product.unitCostOutput[k];
    if (meters[k % meters.length] !== "month") return blendAs(meters[k % meters.length], { input, output });
    const { users, tokensInput, tokensOutput } = product;
    return users[k] > 0 ? (tokensInput[k] * input + tokensOutput[k] * output) / users[k] : NaN;
  }),
);
