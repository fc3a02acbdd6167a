import { sum } from "../math/sum.ts";
import { headline, type Headline } from "../metrics/headline.ts";
import { findSeries, parsePath, series } from "../metrics/lookup.ts";
import type { Recording } from "../recording/recorder.ts";
import { dayNumber } from "../scenario/dates.ts";
import { parsePeriod, type Period } from "../scenario/periods.ts";
import { regime } from "./regime.ts";

/**
 * One number taken from a run, as people write it: `market.hhi` (at the end), `market.hhi@2024-12-31`,
 * `vendors.deepseek.tokenShare:mean` (or min, max, sum, start, end), `market.tokens:sum@2024-05` (of a month, a year or
 * `from..to`), `headline.priceFall`, or `regime`.
 */
export interface Output {
  readonly id: string;
  /** Of a series; null where the output comes from the headline or is the regime. */
  readonly path: string | null;
  /** The days it is of; null where it says none. */
  readonly period: Period | null;
  /** How a period becomes a number; null for what has none. */
  readonly over: Over | null;
  take(recording: Recording): number;
}

const NUMBERS = ["priceFall", "paidFall", "costFall", "tokenGrowth", "surplusGain", "profitGain", "moves"] as const;
const COUNTS = ["free", "belowCost", "exits"] as const;

/** What a run's headline offers in numbers. */
const HEADLINE_OUTPUTS: readonly string[] = [...NUMBERS, ...COUNTS].map((name) => `headline.${name}`);

type Over = "start" | "end" | "mean" | "min" | "max" | "sum";

/** Some ticks of a series. */
interface Stretch {
  readonly values: readonly number[];
  readonly parts: readonly number[]; // how much of each tick lies in the period
  readonly weeks: number; // a tick lasts
}

const OVER: Readonly<Record<Over, (x: Stretch) => number>> = {
  start: ({ values }) => values[0] ?? NaN,
  end: ({ values }) => values.at(-1) ?? NaN,
  mean: ({ values, parts }) => total(values, parts) / sum(parts.filter((_, t) => there(values[t]))),
  min: ({ values }) => values.filter(there).reduce((a, b) => Math.min(a, b), Infinity),
  max: ({ values }) => values.filter(there).reduce((a, b) => Math.max(a, b), -Infinity),
  sum: ({ values, parts, weeks }) => total(values, parts) * weeks, // what flows a week, over the weeks
};

const there = (v: number): boolean => !Number.isNaN(v);

const total = (values: readonly number[], parts: readonly number[]): number =>
  sum(values.map((v, t) => (there(v) ? v * parts[t] : 0)));

const NO_SERIES = { path: null, period: null, over: null } as const;

/** Null when the text is no output. Whether the path leads anywhere shows only with a recording. */
export function parseOutput(id: string): Output | null {
  if (id === "regime") return { ...NO_SERIES, id, take: regime };
  const name = id.startsWith("headline.") ? id.slice("headline.".length) : null;
  if (name !== null)
    return HEADLINE_OUTPUTS.includes(id) ? { ...NO_SERIES, id, take: (r) => fromHeadline(headline(r), name) } : null;
  const [, path, given, when] = /^([^@:]+)(?::([^@]*))?(?:@(.*))?$/.exec(id) ?? [];
  const at = path === undefined ? null : parsePath(path);
  if (!at || (given !== undefined && !Object.hasOwn(OVER, given))) return null;
  const period = when === undefined ? null : parsePeriod(when);
  if (when !== undefined && period === null) return null;
  const over = (given as Over | undefined) ?? (period && period.from < period.to ? usual(at) : "end");
  return { id, path, period, over, take: (r) => OVER[over](stretch(r.dates, series(r, path), period)) };
}

/** Of a month people publish what flowed in it, or the mean of what has a level. */
const usual = (at: NonNullable<ReturnType<typeof parsePath>>): Over => (isFlow(findSeries(at)?.unit) ? "sum" : "mean");

/** Whether a series of this unit can be added up over time. */
export const isFlow = (unit: string | undefined): boolean => unit?.endsWith("/week") ?? false;

function fromHeadline(h: Headline, name: string): number {
  const value = h[name as (typeof NUMBERS)[number] | (typeof COUNTS)[number]];
  return typeof value === "number" ? value : value.length;
}

/** The ticks that lie in a period, each as far as it does; a day is of the tick that it falls into. */
function stretch(dates: readonly string[], x: Float64Array, period: Period | null): Stretch {
  const first = dayNumber(dates[0]);
  const tick = dates.length > 1 ? dayNumber(dates[1]) - first : 1;
  const [from, to] = period ? [dayNumber(period.from), dayNumber(period.to)] : [first, Infinity];
  const days = dates.map((_, t) => {
    const start = first + t * tick;
    return Math.min(start + tick - 1, to) - Math.max(start, from) + 1;
  });
  const within = days.flatMap((n, t) => (n > 0 ? [t] : []));
  return { values: within.map((t) => x[t]), parts: within.map((t) => days[t] / tick), weeks: tick / 7 };
}

/** What is taken where a design does not say: the headline, and where the market and its vendors end. */
export function defaultOutputs(vendors: readonly string[]): string[] {
  const market = ["priceIndex", "hhi", "tokens", "consumerSurplus", "vendorProfit"].map((m) => `market.${m}`);
  return [...HEADLINE_OUTPUTS, ...market, ...vendors.map((id) => `vendors.${id}.tokenShare`)];
}

/** What one run leaves behind: a number per output, and the series they come from. Plain data. */
export interface Measured {
  /** Outputs. */
  readonly values: Float64Array;
  readonly dates: readonly string[];
  /** Of the series, each once, in the outputs' order. */
  readonly paths: readonly string[];
  /** By path, one value a tick. */
  readonly series: readonly Float64Array[];
}

/** @throws when an output's path leads nowhere, naming what there is. */
export function measure(recording: Recording, outputs: readonly string[]): Measured {
  const taken = outputs.map((id) => {
    const output = parseOutput(id);
    if (!output) throw new Error(`“${id}” is no output`);
    return output;
  });
  const paths = [...new Set(taken.map((o) => o.path).filter((p) => p !== null))];
  return {
    values: Float64Array.from(taken, (o) => o.take(recording)),
    dates: recording.dates,
    paths,
    series: paths.map((path) => series(recording, path)),
  };
}

/** An output of a run that was measured: any of the series that were kept, on any days; NaN where it was not. */
export function measuredOutput({ dates, paths, series: kept }: Measured, id: string): number {
  const { path, period, over } = parseOutput(id) ?? NO_SERIES;
  const x = path === null ? undefined : kept[paths.indexOf(path)];
  return x && over ? OVER[over](stretch(dates, x, period)) : NaN;
}
