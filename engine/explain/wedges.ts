import { type PairedDifference, pairedDifference } from "../experiments/paired.ts";
import type { Recording } from "../recording/recorder.ts";
import { series } from "../metrics/lookup.ts";
import { rowOf } from "./standings.ts";

/** How an outcome differs without something, other arm less baseline, over paired runs. */
export interface Wedge extends PairedDifference {
  readonly path: string; // as `series` takes it
}

const MARKET = ["priceIndex", "unitValue", "tokens", "hhi", "consumerSurplus", "vendorProfit", "research"];

/** The outcomes an arm is judged by: the market's, and each vendor's share of tokens. */
const outcomePaths = ({ vendorIds }: Recording): string[] => [
  ...MARKET.map((name) => `market.${name}`),
  ...vendorIds.map((id) => `vendors.${id}.tokenShare`),
];

/** Outcomes of a run on a date; a share of nothing is 0. */
export function outcomes(r: Recording, date: string): Record<string, number> {
  const t = rowOf(r, date);
  return Object.fromEntries(outcomePaths(r).map((path) => [path, series(r, path)[t] || 0]));
}

/** Base and other arm, replication by replication. @throws RangeError with fewer than two pairs. */
export function wedges(base: readonly Record<string, number>[], other: readonly Record<string, number>[]): Wedge[] {
  return Object.keys(base[0]).map((path) => ({
    path,
    ...pairedDifference(
      other.map((o) => o[path]),
      base.map((o) => o[path]),
    ),
  }));
}
