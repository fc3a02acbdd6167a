import { mean } from "../math/sum.ts";
import { headline, type Headline } from "../metrics/headline.ts";
import { parsePath, series } from "../metrics/lookup.ts";
import type { Recording } from "../recording/recorder.ts";
import { isDate } from "../scenario/dates.ts";
import { regime } from "./regime.ts";

/**
 * One number taken from a run, as people write it: `market.hhi` (at the end), `market.hhi@2024-12-31`,
 * `vendors.deepseek.tokenShare:mean` (or min, max, start, end), `headline.priceFall`, or `regime`.
 */
export interface Output {
  readonly id: string;
  /** Of a series; null where the output comes from the headline or is the regime. */
  readonly path: string | null;
  take(recording: Recording): number;
}

const NUMBERS = ["priceFall", "paidFall", "costFall", "tokenGrowth", "surplusGain", "profitGain", "moves"] as const;
const COUNTS = ["free", "belowCost", "exits"] as const;

/** What a run's headline offers in numbers. */
export const HEADLINE_OUTPUTS: readonly string[] = [...NUMBERS, ...COUNTS].map((name) => `headline.${name}`);

const OVER: Readonly<Record<string, (x: Float64Array) => number>> = {
  start: (x) => x[0],
  end: (x) => x[x.length - 1],
  mean: (x) => mean(present(x)),
  min: (x) => present(x).reduce((a, b) => Math.min(a, b), Infinity),
  max: (x) => present(x).reduce((a, b) => Math.max(a, b), -Infinity),
};

const present = (x: Float64Array): Float64Array => x.filter((v) => !Number.isNaN(v));

/** Null when the text is no output. Whether the path leads anywhere shows only with a recording. */
export function parseOutput(id: string): Output | null {
  if (id === "regime") return { id, path: null, take: regime };
  const name = id.startsWith("headline.") ? id.slice("headline.".length) : null;
  if (name !== null)
    return HEADLINE_OUTPUTS.includes(id) ? { id, path: null, take: (r) => fromHeadline(headline(r), name) } : null;
  const [, path, mark = "", rest = ""] = /^([^@:]+)(?:([@:])(.+))?$/.exec(id) ?? [];
  if (path === undefined || !parsePath(path)) return null;
  if (mark === "@") return isDate(rest) ? { id, path, take: (r) => onDate(r, path, rest) } : null;
  const over = OVER[mark === "" ? "end" : rest];
  return over ? { id, path, take: (r) => over(series(r, path)) } : null;
}

function fromHeadline(h: Headline, name: string): number {
  const value = h[name as (typeof NUMBERS)[number] | (typeof COUNTS)[number]];
  return typeof value === "number" ? value : value.length;
}

function onDate(r: Recording, path: string, date: string): number {
  const t = r.dates.findLastIndex((d) => d <= date);
  return t < 0 ? NaN : series(r, path)[t];
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
