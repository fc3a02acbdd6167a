import type { Recording } from "../recording/recorder.ts";
import type { Meter } from "../price.ts";
import type { Bought } from "../theory/price-indices.ts";
import { metersSold, metric, once } from "./metric.ts";
import { openingPrice } from "./opening.ts";

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
  /** A product's price as the first day opened, where it is known: list prices are, what is paid is not. */
  readonly opened?: (product: number) => number;
}

/** What is sold by a meter: input and output tokens, users' weeks, seconds. */
function soldBy(meter: Meter, r: Recording): Sold[] {
  const { priceInput, priceOutput, users, tokensInput, tokensOutput } = r.product;
  const quantity = meter === "month" ? users : tokensInput;
  const input = { price: priceInput, quantity, opened: (j: number) => openingPrice(r, 0, j).input };
  const output = { price: priceOutput, quantity: tokensOutput, opened: (j: number) => openingPrice(r, 0, j).output };
  return meter === "token" ? [input, output] : [input];
}

/** The meter that indices are of: tokens, wherever any product is billed by them. */
const mainMeter = (r: Recording): Meter => metersSold(r)[0] ?? "token";

/** Fisher price relative of tick b against tick a, over what a meter bills on sale at both; 1 if nothing is sold. */
const fisher = (r: Recording, a: number, b: number, meter = mainMeter(r)): number =>
  fisherOf(r, { sold: soldBy(meter, r), meter }, a, b);

interface Basket {
  readonly sold: readonly Sold[];
  readonly meter: Meter;
}

function fisherOf(r: Recording, { sold, meter }: Basket, a: number, b: number): number {
  const n = r.productIds.length;
  let [pbqa, paqa, pbqb, paqb] = [0, 0, 0, 0];
  for (const { price, quantity } of sold) {
    for (let j = 0; j < n; j++) {
      if (!r.product.live[a * n + j] || !r.product.live[b * n + j] || r.meters.product[j] !== meter) continue;
      const [pa, pb, qa, qb] = [price[a * n + j], price[b * n + j], quantity[a * n + j], quantity[b * n + j]];
      if (Number.isNaN(pa) || Number.isNaN(pb)) continue; // nothing was sold that day
      pbqa += pb * qa;
      paqa += pa * qa;
      pbqb += pb * qb;
      paqb += pa * qb;
    }
  }
  if (paqa <= 0 || paqb <= 0) return 1;
  return Math.sqrt((pbqa / paqa) * (pbqb / paqb));
}

/** What was sold on two ticks, of what was on sale at both. */
function boughtAt(r: Recording, { sold, meter }: Basket, a: number, b: number): Bought[] {
  const n = r.productIds.length;
  return sold.flatMap(({ price, quantity }) =>
    r.productIds.flatMap((_, j) => {
      if (!r.product.live[a * n + j] || !r.product.live[b * n + j] || r.meters.product[j] !== meter) return [];
      const [p0, p1, q0, q1] = [price[a * n + j], price[b * n + j], quantity[a * n + j], quantity[b * n + j]];
      return Number.isNaN(p0) || Number.isNaN(p1) ? [] : [{ p0, p1, q0, q1 }];
    }),
  );
}

type Between = (r: Recording, basket: Basket, a: number, b: number) => number;

/** A formula between two ticks; where it has no answer (what was sold was free, or nothing was), no change. */
const by =
  (formula: (goods: readonly Bought[]) => number): Between =>
  (r, basket, a, b) => {
    const value = formula(boughtAt(r, basket, a, b));
    return Number.isFinite(value) && value > 0 ? value : 1;
  };

/**
 * Prices as the first day closes over those it opened with, by that day's volumes: there are no others. Without it
 * whatever moved on the first day would have moved nothing.
 */
function firstDay(r: Recording, { sold, meter }: Basket): number {
  let [before, after] = [0, 0];
  for (const { price, quantity, opened = (j: number) => price[j] } of sold) {
    for (const [j, of] of r.meters.product.entries()) {
      if (of !== meter || r.product.live[j] === 0 || Number.isNaN(price[j])) continue;
      before += opened(j) * quantity[j];
      after += price[j] * quantity[j];
    }
  }
  return before > 0 && after > 0 ? after / before : 1;
}

/** Factors by which the index is chained, with the ticks they hold from. */
function chain(r: Recording, basket: Basket, between: Between): { readonly from: number; readonly base: number }[] {
  let base = firstDay(r, basket);
  return links(r).map((from, k, at) => {
    const held = { from, base };
    // A link at a launch is taken the tick before, so that moves on that day count in the new basket's chain.
    if (k + 1 < at.length) base *= between(r, basket, from, at[k + 1]);
    return held;
  });
}

/** The index at one tick alone, to the same bits. */
export function priceIndexAt(r: Recording, tick: number, meter = mainMeter(r)): number {
  const { from, base } = chain(r, { sold: soldBy(meter, r), meter }, fisherOf).findLast((link) => link.from <= tick)!;
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
      "Chained Fisher index of list prices per token, linked monthly and at launches, 1 as the first day opens. " +
      "An entrant's low price enters only as customers of others see cuts. Where nothing is sold by the token, of " +
      "subscriptions, or else of seconds.",
    zh: "按 token 计价产品目录价的链式费雪指数（没有此类产品时，取包月价，再次取按秒价），按月及在新品发布时链接，首日开盘为 1。新入场者的低价本身不计入，只有在售产品的降价才计入。",
  },
  compute: (r) => chained(r, { sold: soldBy(mainMeter(r), r), meter: mainMeter(r) }),
});

function chained(r: Recording, basket: Basket, between: Between = fisherOf): Float64Array {
  const out = new Float64Array(r.dates.length);
  const held = chain(r, basket, between);
  held.forEach(({ from, base }, k) => {
    const to = held[k + 1]?.from ?? r.dates.length;
    for (let t = from; t < to; t++) out[t] = base * between(r, basket, from, t);
  });
  return out;
}

/** Work done by each product, in tokens of one that needs the usual number [Mtok/week]. */
const workOf = once(({ product: { tokensInput, tokensOutput, extraTokens } }: Recording) =>
  tokensInput.map((input, k) => input + tokensOutput[k] - extraTokens[k]),
);

export const workPrice = metric({
  id: "workPrice",
  entity: "product",
  unit: "money/Mtok",
  group: "price",
  scale: "log",
  label: { en: "Price of work", zh: "单位工作量价格" },
  description: {
    en:
      "What is paid for work that takes a million tokens of a usual product: what a task costs, whatever the product " +
      "bills for it.",
    zh: "完成通常需一百万 token 的工作实际支付的价格：无论产品按多少 token 计费，比的是任务成本。",
  },
  compute: (r) => r.product.revenue.map((paid, k) => (workOf(r)[k] > 0 ? paid / workOf(r)[k] : NaN)),
});

export const paidIndex = metric({
  id: "paidIndex",
  entity: "market",
  unit: "1",
  group: "price",
  label: { en: "Index of prices paid", zh: "实付价格指数" },
  description: {
    en:
      "Chained Fisher index of what is paid for a fixed basket of tasks, tariffs, discounts and tokens a task and " +
      "all, 1 at the start; beside the index of list prices.",
    zh: "同一篮子任务实付价格的链式费雪指数（含价目规则、折扣和每任务 token 数），期初为 1；与目录价指数并列。",
  },
  compute: (r) => chained(r, { sold: [{ price: workPrice.compute(r), quantity: workOf(r) }], meter: "token" }),
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

/** The index a day opened with, before its own moves. */
export const openingIndex = (r: Recording, tick: number): number => (tick > 0 ? priceIndex.compute(r)[tick - 1] : 1);

/**
 * List prices of one tick over those of another by a formula, of what was on sale on both, without links; a first tick
 * is priced as it opened. NaN where the formula has no answer.
 */
export function listIndexBetween(
  r: Recording,
  formula: (goods: readonly Bought[]) => number,
  from: number,
  to: number,
): number {
  const sold = soldBy(mainMeter(r), r).map(({ price, quantity, opened }) => {
    const own = price.slice();
    if (from === 0 && opened) r.productIds.forEach((_, j) => (own[j] = opened(j)));
    return { price: own, quantity };
  });
  return formula(boughtAt(r, { sold, meter: mainMeter(r) }, from, to));
}

/** The index of list prices by another formula, linked on the same days. */
export const listIndex = (r: Recording, formula: (goods: readonly Bought[]) => number): Float64Array =>
  chained(r, { sold: soldBy(mainMeter(r), r), meter: mainMeter(r) }, by(formula));
