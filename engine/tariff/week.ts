import { DAY_SHAPES, type HoursOfUse } from "../scenario/traffic.ts";
import { type HourWindow, WEEKDAYS, WINDOWS, type Window } from "../scenario/tariff.ts";

export const HOURS = 168;

/** Weeks as they were worked out, by law: every tariff met by a segment asks for one of a few. */
const weeks = new WeakMap<HoursOfUse, Map<number, Float64Array>>();

/**
 * Shares of a week's use by hour, or by half hour, Monday 0 o'clock first, on a clock so many hours ahead of the law's
 * own; they add up to 1. Nobody may write to it.
 */
export function weekOfUse(law: HoursOfUse, ahead = 0, perHour = 1): Float64Array {
  const known = weeks.get(law) ?? new Map<number, Float64Array>();
  weeks.set(law, known);
  const key = ahead * 4 + perHour; // quarters of an hour are the finest there are
  const week = known.get(key) ?? workedOut(law, ahead, perHour);
  known.set(key, week);
  return week;
}

function workedOut({ shape, byHour, weekend }: HoursOfUse, ahead: number, perHour: number): Float64Array {
  const day = byHour ?? DAY_SHAPES[shape];
  const slots = HOURS * perHour;
  const week = new Float64Array(slots);
  const shift = Math.round(ahead * perHour);
  let sum = 0;
  for (let k = 0; k < slots; k++) {
    const h = Math.floor(k / perHour);
    const weight = day[h % 24] * (h >= 120 ? weekend : 1);
    week[(k + shift + slots) % slots] += weight;
    sum += weight;
  }
  for (let k = 0; k < slots; k++) week[k] /= sum;
  return week;
}

/** Whether an hour of the week lies in a window. One that passes midnight belongs to the day it begins on. */
export function inWindow({ days, from, to }: HourWindow, hour: number): boolean {
  const at = hour % 24;
  const day = (hour - at) / 24;
  const begins = (d: number) => days.includes(WEEKDAYS[(d + 7) % 7]);
  if (from < to) return at >= from && at < to && begins(day);
  return (at >= from && begins(day)) || (at < to && begins(day - 1));
}

/**
 * How many full windows a week's use fills: its windows, each by its use over the busiest one's. A week of five equal
 * working days fills five windows of a day, not seven.
 */
export function fullWindows(week: Float64Array, every: Window): number {
  const length = WINDOWS[every];
  if (length >= HOURS) return HOURS / length;
  const uses: number[] = [];
  for (let h = 0; h < HOURS; h += length) {
    let use = 0;
    for (let k = h; k < Math.min(HOURS, h + length); k++) use += week[k];
    uses.push(use);
  }
  const most = Math.max(...uses);
  return uses.reduce((sum, use) => sum + use / most, 0);
}

/** Busiest hour, or half hour, over the mean one. */
export function peakToMean(week: Float64Array): number {
  let peak = 0;
  for (const use of week) peak = Math.max(peak, use);
  return peak * week.length;
}
