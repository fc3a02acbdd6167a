import type { Recording } from "../recording/recorder.ts";
import type { Meter } from "../price.ts";
import { metersSold, metric } from "./metric.ts";

/** Ticks at which the index is linked: the first, each first of a month, and every launch or exit. */
function links(r: Recording): number[] {
  const n = r.productIds.length;
  const at = [0];
  for (let t = 1; t < r.dates.length; t++) {
    const month = r.dates[t].slice(0, 7) !== r.dates[t - 1].slice(0, 7);
    let changed = false;
    for (let j = 0; j < n; j++) changed ||= r.product.live[t * n + j] !== r.product.live[(t - 1) * n + j];
    if (month || changed) at.push(t);
  }
  return at;
}

interface Sold {
  readonly price: Float64Array;
  readonly quantity: Float64Array;
}

/** What is sold by a meter: input and output tokens, users' weeks, seconds. */
function soldBy(meter: Meter, { product }: Recording): Sold[] {
  const input = { price: product.priceInput, quantity: meter === "month" ? product.users : product.tokensInput };
  return meter === "token" ? [input, { price: product.priceOutput, quantity: product.tokensOutput }] : [input];
}

/** The meter that indices are of: tokens, wherever any product is billed by them. */
const mainMeter = (r: Recording): Meter => metersSold(r)[0] ?? "token";

/** Fisher price relative of tick b against tick a, over what a meter bills on sale at both; 1 if nothing is sold. */
function fisher(r: Recording, a: number, b: number, meter = mainMeter(r)): number {
  const n = r.productIds.length;
  let [pbqa, paqa, pbqb, paqb] = [0, 0, 0, 0];
  for (const { price, quantity } of soldBy(meter, r)) {
    for (let j = 0; j < n; j++) {
      if (!r.product.live[a * n + j] || !r.product.live[b * n + j] || r.meters.product[j] !== meter) continue;
      const [pa, pb, qa, qb] = [price[a * n + j], price[b * n + j], quantity[a * n + j], quantity[b * n + j]];
      pbqa += pb * qa;
      paqa += pa * qa;
      pbqb += pb * qb;
      paqb += pa * qb;
    }
  }
  if (paqa <= 0 || paqb <= 0) return 1;
  return Math.sqrt((pbqa / paqa) * (pbqb / paqb));
}

/** Factors by which the index is chained, with the ticks they hold from. */
function chain(r: Recording, meter = mainMeter(r)): { readonly from: number; readonly base: number }[] {
  let base = 1;
  return links(r).map((from, k, at) => {
    const held = { from, base };
    // A link at a launch is taken the tick before, so that moves on that day count in the new basket's chain.
    if (k + 1 < at.length) base *= fisher(r, from, at[k + 1], meter);
    return held;
  });
}

/** The index at one tick alone, to the same bits. */
export function priceIndexAt(r: Recording, tick: number, meter = mainMeter(r)): number {
  const { from, base } = chain(r, meter).findLast((link) => link.from <= tick)!;
  return base * fisher(r, from, tick, meter);
}

export const priceIndex = metric({
  id: "priceIndex",
  entity: "market",
  unit: "1",
  group: "price",
  label: { en: "Price index", zh: "价格指数" },
  description: {
    en:
      "Chained Fisher index of list prices per token, linked monthly and at launches, 1 at the start. " +
      "An entrant's low price enters only as customers of others see cuts. Where nothing is sold by the token, of " +
      "subscriptions, or else of seconds.",
    zh: "按 token 计价产品目录价的链式费雪指数（没有此类产品时，取包月价，再次取按秒价），按月及在新品发布时链接，期初为 1。新入场者的低价本身不计入，只有在售产品的降价才计入。",
  },
  compute(r) {
    const out = new Float64Array(r.dates.length);
    const held = chain(r);
    held.forEach(({ from, base }, k) => {
      const to = held[k + 1]?.from ?? r.dates.length;
      for (let t = from; t < to; t++) out[t] = base * fisher(r, from, t);
    });
    return out;
  },
});

export const unitValue = metric({
  id: "unitValue",
  entity: "market",
  unit: "money/Mtok",
  group: "price",
  label: { en: "Average price paid", zh: "平均实付价格" },
  description: {
    en: "Spend over tokens of what is sold by the token, free ones included.",
    zh: "按 token 计价的产品，支出除以 token 量，含免费部分。",
  },
  compute(r) {
    const spend = ofTokenSegments(r, r.segment.spend);
    const tokens = ofTokenSegments(r, r.segment.tokens);
    return spend.map((x, t) => (tokens[t] > 0 ? x / tokens[t] : NaN));
  },
});

/** Sums a segment column over the segments that are billed by the token. */
function ofTokenSegments({ dates, meters: { segment: meters } }: Recording, column: Float64Array): Float64Array {
  const out = new Float64Array(dates.length);
  for (let k = 0; k < column.length; k++)
    if (meters[k % meters.length] === "token") out[Math.floor(k / meters.length)] += column[k];
  return out;
}
