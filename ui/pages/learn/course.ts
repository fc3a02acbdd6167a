import { dayNumber, isoDate, type Recording, type Scenario, series } from "../../../engine/index.ts";
import type { Draw } from "./lesson.ts";

/** The dates a run of a scenario records. */
export function datesOf({ clock: { start, end, tickDays } }: Scenario): string[] {
  const [first, last] = [dayNumber(start), dayNumber(end)];
  return Array.from({ length: Math.floor((last - first) / tickDays) + 1 }, (_, t) => isoDate(first + t * tickDays));
}

/** Last tick that is given, and the ticks to draw, evenly spread over what follows. */
export function ticksToDraw(dates: readonly string[], { from, points }: Draw): { given: number; ticks: number[] } {
  const given = Math.max(
    0,
    dates.findLastIndex((d) => d <= from),
  );
  const rest = dates.length - 1 - given;
  return { given, ticks: Array.from({ length: points }, (_, k) => given + Math.round(((k + 1) * rest) / points)) };
}

/** A series over several runs: the middle one of eight in ten, and those eight, by tick. */
export interface Course {
  readonly middle: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export function courseOf(runs: readonly Recording[], path: string): Course {
  const columns = runs.map((r) => series(r, path));
  const at = (q: number) =>
    Float64Array.from(columns[0], (_, t) => {
      const values = columns
        .map((c) => c[t])
        .filter(Number.isFinite)
        .toSorted((a, b) => a - b);
      return values.length > 0 ? values[Math.round(q * (values.length - 1))] : NaN;
    });
  return { middle: at(0.5), low: at(0.1), high: at(0.9) };
}
