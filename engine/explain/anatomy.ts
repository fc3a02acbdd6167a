import type { Recording } from "../recording/recorder.ts";
import { blend } from "../price.ts";
import { blendedPrice, byToken, productTokens } from "../metrics/metric.ts";
import { movesOf } from "../metrics/opening.ts";
import { soldBelow } from "../metrics/paid.ts";
import { openingIndex, priceIndex } from "../metrics/price-index.ts";
import type { Span } from "../benchmarks/nash-prices.ts";
import { rowOf } from "./standings.ts";

/** A price war among products sold by the token, on a calendar: days count from the trigger. */
export interface War {
  readonly trigger: { readonly date: string; readonly product: string; readonly kind: "launch" | "cut" };
  /** Vendors that cut afterwards, in the order of their first cut. */
  readonly reactions: readonly Reaction[];
  /** The first is the cascade. */
  readonly rounds: readonly Round[];
  /** Fall of the price index from trigger to trough [0-1]. */
  readonly depth: number;
  readonly trough: { readonly date: string; readonly day: number };
  /** Last cut, once four weeks have passed without another; null: still on when the span ends. */
  readonly end: { readonly date: string; readonly day: number } | null;
  /** Part of the fall since made good by the span's end [0-1]. */
  readonly recovery: number;
  readonly belowCost: readonly BelowCost[];
  /**
   * Severity [0-1]: the mean of three shares: how deep the index fell, how many of the vendors that sell cut, and how
   * many of the tokens at the trough are sold below cost.
   */
  readonly severity: number;
}

interface Reaction {
  readonly vendor: string;
  /** Days from the trigger to its first cut. */
  readonly lag: number;
  /** Of its deepest cut product, first price to lowest [0-1]. */
  readonly depth: number;
  /** How many it cut. */
  readonly products: number;
  /** Of those, how many at a price of 0. */
  readonly free: number;
}

/** Cuts with no pause of four weeks among them. */
interface Round {
  readonly from: string;
  readonly day: number;
  readonly days: number;
  readonly vendors: readonly string[];
  readonly cuts: number;
}

/** A product sold for less than serving it costs. */
interface BelowCost {
  readonly product: string;
  /** In all. */
  readonly days: number;
  /** First day. */
  readonly since: string;
  /** At the span's end. */
  readonly still: boolean;
}

const PAUSE_DAYS = 28;
const WORTH_A_WAR = 0.1; // cut of a blended price, or a launch this far under the cheapest comparable

interface Cut {
  readonly tick: number;
  readonly product: number;
  /** Blended [money/Mtok]. */
  readonly from: number;
}

/** Null where no price falls by a tenth. */
export function anatomy(r: Recording, span: Span): War | null {
  const [first, last] = [rowOf(r, span.from), rowOf(r, span.to)];
  const price = blendedPrice(r);
  const cuts = cutsOf(r, first, last);
  if (cuts.length === 0) return null;
  const trigger = triggerOf(r, price, first, cuts);
  const index = priceIndex.compute(r);
  let low = trigger.tick;
  for (let t = trigger.tick; t <= last; t++) if (index[t] < index[low]) low = t;
  const before = openingIndex(r, trigger.tick);
  const followed = cuts.filter((c) => c.tick > trigger.tick || c.product !== trigger.product);
  const reactions = reactionsOf(r, price, followed, { trigger, last });
  const over = (last - cuts.at(-1)!.tick) * r.tickDays >= PAUSE_DAYS;
  const day = (tick: number) => ({ date: r.dates[tick], day: (tick - trigger.tick) * r.tickDays });
  const belowCost = belowCostOf(r, trigger.tick, last);
  const depth = Math.max(0, 1 - index[low] / before);
  return {
    trigger: { date: r.dates[trigger.tick], product: r.productIds[trigger.product], kind: trigger.kind },
    reactions,
    rounds: roundsOf(r, cuts, trigger.tick),
    depth,
    trough: day(low),
    end: over ? day(cuts.at(-1)!.tick) : null,
    recovery: depth > 0 ? Math.min(1, (index[last] - index[low]) / (before - index[low])) : 0,
    belowCost,
    severity: (depth + shareCutting(r, low, cuts) + shareBelow(r, low)) / 3,
  };
}

/** Falls of a tenth since the last such, or since the highest price: many small steps are a cut as one large one is. */
function cutsOf(r: Recording, first: number, last: number): Cut[] {
  const since = new Map<number, number>(); // what a product's next cut is measured from
  const cuts: Cut[] = [];
  for (const { tick, product, from, to } of movesOf(r)) {
    if (tick < first || tick > last || !byToken(r, product)) continue;
    const [was, now] = [since.get(product) ?? blend(from), blend(to)];
    const cut = now <= (1 - WORTH_A_WAR) * was && now < was;
    if (cut) cuts.push({ tick, product, from: was });
    since.set(product, cut ? now : Math.max(was, now));
  }
  return cuts;
}

interface Trigger {
  readonly tick: number;
  readonly product: number;
  readonly kind: "launch" | "cut";
}

/** The launch that the first cut answers: the last one, at most eight weeks before, that undercut half the market. */
function triggerOf(r: Recording, price: Float64Array, first: number, cuts: readonly Cut[]): Trigger {
  const n = r.productIds.length;
  const earliest = Math.max(first, 1, cuts[0].tick - (2 * PAUSE_DAYS) / r.tickDays);
  for (let t = cuts[0].tick; t >= earliest; t--) {
    for (let j = 0; j < n; j++) {
      const launched = byToken(r, j) && r.product.live[t * n + j] === 1 && r.product.live[(t - 1) * n + j] === 0;
      if (launched && undercuts(r, price, t, j)) return { tick: t, product: j, kind: "launch" };
    }
  }
  return { ...cuts[0], kind: "cut" };
}

function undercuts(r: Recording, price: Float64Array, t: number, j: number): boolean {
  const n = r.productIds.length;
  const others = r.productIds
    .map((_, k) => k)
    .filter((k) => byToken(r, k) && r.vendorOf[k] !== r.vendorOf[j] && sells(r, t, k));
  const dearer = others.filter((k) => price[t * n + j] <= (1 - WORTH_A_WAR) * price[t * n + k]);
  return others.length > 0 && dearer.length >= others.length / 2;
}

interface Course {
  readonly trigger: Trigger;
  readonly last: number;
}

function reactionsOf(r: Recording, price: Float64Array, cuts: readonly Cut[], { trigger, last }: Course): Reaction[] {
  const n = r.productIds.length;
  const vendors = [...new Set(cuts.map((c) => r.vendorOf[c.product]))];
  return vendors.map((v) => {
    const own = cuts.filter((c) => r.vendorOf[c.product] === v);
    const lows = [...new Set(own.map((c) => c.product))].map((j) => {
      const opening = own.find((c) => c.product === j)!.from;
      let least = opening;
      for (let t = own[0].tick; t <= last; t++)
        if (r.product.live[t * n + j]) least = Math.min(least, price[t * n + j]);
      return { depth: 1 - least / opening, free: least === 0 };
    });
    return {
      vendor: r.vendorIds[v],
      lag: (own[0].tick - trigger.tick) * r.tickDays,
      depth: Math.max(...lows.map((x) => x.depth)),
      products: lows.length,
      free: lows.filter((x) => x.free).length,
    };
  });
}

function roundsOf(r: Recording, cuts: readonly Cut[], start: number): Round[] {
  const groups: Cut[][] = [];
  for (const c of cuts) {
    const open = groups.at(-1);
    if (open && (c.tick - open.at(-1)!.tick) * r.tickDays < PAUSE_DAYS) open.push(c);
    else groups.push([c]);
  }
  return groups.map((group) => ({
    from: r.dates[group[0].tick],
    day: (group[0].tick - start) * r.tickDays,
    days: (group.at(-1)!.tick - group[0].tick) * r.tickDays,
    vendors: [...new Set(group.map((c) => r.vendorIds[r.vendorOf[c.product]]))],
    cuts: group.length,
  }));
}

function belowCostOf(r: Recording, first: number, last: number): BelowCost[] {
  const n = r.productIds.length;
  const under = soldBelow(r);
  return r.productIds.flatMap((product, j) => {
    if (!byToken(r, j)) return [];
    const ticks: number[] = [];
    for (let t = first; t <= last; t++) if (under[t * n + j] === 1) ticks.push(t);
    if (ticks.length === 0) return [];
    return [{ product, days: ticks.length * r.tickDays, since: r.dates[ticks[0]], still: ticks.at(-1) === last }];
  });
}

/** On sale with buyers: who only lists is nobody's rival. */
const sells = (r: Recording, t: number, j: number): boolean => productTokens(r)[t * r.productIds.length + j] > 0;

/** Share of vendors that sell who cut at all. */
function shareCutting(r: Recording, t: number, cuts: readonly Cut[]): number {
  const selling = new Set(r.productIds.flatMap((_, j) => (byToken(r, j) && sells(r, t, j) ? [r.vendorOf[j]] : [])));
  const cutting = new Set(cuts.map((c) => r.vendorOf[c.product]));
  return [...selling].filter((v) => cutting.has(v)).length / Math.max(1, selling.size);
}

function shareBelow(r: Recording, t: number): number {
  const n = r.productIds.length;
  const [under, tokens] = [soldBelow(r), productTokens(r)];
  let [below, all] = [0, 0];
  for (let k = t * n; k < (t + 1) * n; k++) {
    if (!byToken(r, k % n)) continue;
    all += tokens[k];
    if (under[k] === 1) below += tokens[k];
  }
  return all > 0 ? below / all : 0;
}
