import type { Ink } from "../theme/theme.ts";

/** One line of a chart: an entity's series, with its baseline and band if there are. */
export interface ChartLine {
  readonly id: string;
  readonly vendor: string; // "" for a segment or the market
  readonly label: string;
  readonly title: string; // in full
  readonly ink: Ink;
  readonly reference: boolean; // dotted: listed, not on sale
  readonly dash?: string; // of a benchmark: thin, and never behind what is in focus
  readonly pattern?: string; // dashes of a line that no colour tells from others
  readonly values: Float64Array; // by tick; NaN where none
  readonly baseline?: Float64Array;
  readonly low?: Float64Array; // 10 % of replications
  readonly high?: Float64Array; // 90 %
}

/** Last tick that has a value, or -1. */
export function lastTick(values: ArrayLike<number>): number {
  for (let t = values.length - 1; t >= 0; t--) if (Number.isFinite(values[t])) return t;
  return -1;
}

export function firstTick(values: ArrayLike<number>): number {
  for (let t = 0; t < values.length; t++) if (Number.isFinite(values[t])) return t;
  return -1;
}

/** Extent of every finite value of lines, their baselines and bands; null without any. */
export function extent(
  lines: readonly ChartLine[],
  keep: (x: number) => boolean = () => true,
): [number, number] | null {
  let [low, high] = [Infinity, -Infinity];
  for (const line of lines) {
    for (const column of [line.values, line.baseline, line.low, line.high]) {
      if (!column) continue;
      for (let t = 0; t < column.length; t++) {
        const x = column[t];
        if (!Number.isFinite(x) || !keep(x)) continue;
        if (x < low) low = x;
        if (x > high) high = x;
      }
    }
  }
  return low <= high ? [low, high] : null;
}
