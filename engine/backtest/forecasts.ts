import { exp } from "../math/elementary.ts";
import { mean } from "../math/sum.ts";
import type { Recording } from "../recording/recorder.ts";
import { dayNumber, isoDate } from "../scenario/dates.ts";
import type { Scenario, Vendor } from "../scenario/scenario.ts";
import { crps, onLogScale, signTest } from "./scores.ts";

/** A price that was really posted: the input price of a product on a day; 0: free. */
export interface Outcome {
  readonly date: string;
  readonly product: string; // vendor.product
  readonly price: number;
}

/** What anybody could say on the day without a model. */
const NAIVE = ["noChange", "constantDecline", "bestRival"] as const;
export type Naive = (typeof NAIVE)[number];

/** One product's price half a year after an origin, as forecast and as it came. */
export interface Forecast {
  readonly origin: string;
  readonly date: string;
  readonly product: string;
  readonly was: number; // on the day of the origin
  readonly low: number; // 10 % of replications lie below
  readonly median: number;
  readonly high: number;
  readonly came: number;
  readonly score: number; // of the replications [ln]
  readonly naive: Readonly<Record<Naive, number>>; // the same of each
}

export const HORIZON = 182; // days
const OFFSET = 0.2; // money/Mtok: below it differences stop mattering, as to the rule itself

/** The day on which what is forecast from an origin is held against what came. */
export const horizonOf = (origin: string): string => isoDate(dayNumber(origin) + HORIZON);

/** The record to a date, watched by vendors who then go on by the rule; nothing that came after is known. */
export function fromOrigin(history: Scenario, origin: string): Scenario {
  const fromDay = dayNumber(origin) + 1 - dayNumber(history.clock.start);
  const strategies = { ...history.strategies, headline: { ...history.strategies.headline, strength: 1, fromDay } };
  const vendors = Object.fromEntries(Object.entries(history.vendors).map(([id, v]) => [id, unlaunched(v, origin)]));
  return {
    ...history,
    vendors,
    events: history.events.filter((e) => e.date <= origin),
    strategies,
    clock: { ...history.clock, end: horizonOf(origin) },
  };
}

const unlaunched = (vendor: Vendor, origin: string): Vendor => ({
  ...vendor,
  products: Object.fromEntries(
    Object.entries(vendor.products).map(([id, p]) => {
      const later = p.launch !== null && p.launch !== "never" && p.launch > origin;
      return [id, later ? { ...p, launch: "never" as const } : p];
    }),
  ),
});

/**
 * Forecasts from one origin, scored on what came.
 * @param runs replications of `fromOrigin` to the horizon
 * @param outcomes of the horizon's day; a product without one is not scored
 */
export function forecastsFrom(
  runs: readonly Recording[],
  { scenario, origin, outcomes }: { scenario: Scenario; origin: string; outcomes: readonly Outcome[] },
): Forecast[] {
  const [r] = runs;
  const n = r.productIds.length;
  const [then, last] = [r.dates.indexOf(origin), r.dates.length - 1];
  const decline = meanDecline(r, then);
  return r.productIds.flatMap((product, j) => {
    const came = outcomes.findLast((o) => o.product === product && o.date <= r.dates[last])?.price;
    if (came === undefined || !r.product.live[then * n + j] || !scenario.vendors[product.split(".")[0]]) return [];
    const was = r.product.priceInput[then * n + j];
    const prices = runs.map((run) => run.product.priceInput[last * n + j]).toSorted((a, b) => a - b);
    const at = (q: number) => prices[Math.min(prices.length - 1, Math.floor(q * prices.length))];
    const off = (members: readonly number[]) =>
      crps(
        members.map((p) => onLogScale(p, OFFSET)),
        onLogScale(came, OFFSET),
      );
    const naive = {
      noChange: off([was]),
      constantDecline: off([was * exp(-decline * HORIZON)]),
      bestRival: off([Math.min(was, bestRival(r, scenario, then, j))]),
    };
    const [low, median, high] = [at(0.1), at(0.5), at(0.9)];
    return [{ origin, date: r.dates[last], product, was, low, median, high, came, score: off(prices), naive }];
  });
}

/** Mean fall of list prices a day so far [ln/day]. */
function meanDecline(r: Recording, then: number): number {
  const n = r.productIds.length;
  const days = dayNumber(r.dates[then]) - dayNumber(r.dates[0]);
  const price = (t: number, j: number) => onLogScale(r.product.priceInput[t * n + j], OFFSET);
  const known = r.productIds.flatMap((_, j) => (r.product.live[j] ? [price(0, j) - price(then, j)] : []));
  return days > 0 && known.length > 0 ? mean(known) / days : 0;
}

/** The lowest paid headline of another vendor's product as good, within the band of the rule. */
function bestRival(r: Recording, { vendors }: Scenario, then: number, j: number): number {
  const n = r.productIds.length;
  const product = (k: number) => {
    const [vendor, id] = r.productIds[k].split(".");
    return vendors[vendor]?.products[id];
  };
  const own = product(j);
  const prices = r.productIds.flatMap((_, k) => {
    const [other, price] = [product(k), r.product.priceInput[then * n + k]];
    const rival = other && own && !other.reference && r.vendorOf[k] !== r.vendorOf[j] && r.product.live[then * n + k];
    return rival && price > 0 && other.quality >= own.quality - 0.35 ? [price] : [];
  });
  return Math.min(...prices);
}

/** How the model did against one naive forecast. */
interface Skill {
  readonly naive: Naive;
  readonly score: number; // mean [ln]
  readonly skill: number; // 1 - model/naive: above 0 the model is better
  readonly wins: number;
  readonly losses: number;
  readonly p: number; // sign test, two-sided
}

export interface ForecastSummary {
  readonly count: number;
  readonly score: number; // mean CRPS of the model [ln]
  readonly covered: number; // part of outcomes within the 80 % band
  /** The same of prices that moved, or were forecast to: where all stands still a band of no width hits. */
  readonly moved: { readonly count: number; readonly covered: number };
  readonly skills: readonly Skill[];
}

const TIE = 1e-9;

const covered = (some: readonly Forecast[]): number =>
  mean(some.map(({ low, high, came }) => (low <= came && came <= high ? 1 : 0)));

export const hasMoved = ({ was, median, came }: Pick<Forecast, "was" | "median" | "came">): boolean =>
  median !== was || came !== was;

export function summarise(forecasts: readonly Forecast[]): ForecastSummary {
  const score = mean(forecasts.map((f) => f.score));
  const moved = forecasts.filter(hasMoved);
  return {
    count: forecasts.length,
    score,
    covered: covered(forecasts),
    moved: { count: moved.length, covered: covered(moved) },
    skills: NAIVE.map((naive) => {
      const theirs = mean(forecasts.map((f) => f.naive[naive]));
      const wins = forecasts.filter((f) => f.score < f.naive[naive] - TIE).length;
      const losses = forecasts.filter((f) => f.score > f.naive[naive] + TIE).length;
      return { naive, score: theirs, skill: 1 - score / theirs, wins, losses, p: signTest(wins, losses) };
    }),
  };
}
