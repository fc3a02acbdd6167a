import { exp } from "../math/elementary.ts";
import { dayNumber } from "./dates.ts";
import type { Series } from "./scenario.ts";

/** The ticks of a run on the calendar. */
export interface Time {
  readonly startDay: number;
  readonly ticks: number;
  readonly tickDays: number;
}

/** The first tick on or after a date. */
export const tickOf = (date: string, { startDay, tickDays }: Time) =>
  Math.ceil((dayNumber(date) - startDay) / tickDays);

/** A dated series by tick: each value holds from its date on, the first also before. */
export function sample(series: Series, { startDay, ticks, tickDays }: Time): Float64Array {
  if (typeof series === "number") return new Float64Array(ticks).fill(series);
  const days = series.at.map(dayNumber);
  return Float64Array.from({ length: ticks }, (_, t) => {
    let k = 0;
    while (k + 1 < days.length && days[k + 1] <= startDay + t * tickDays) k++;
    return series.value[k];
  });
}

/** A growth rate per year accumulated into a level, 1 at the start. */
export function accumulate(rate: Series, time: Time): Float64Array {
  const perYear = sample(rate, time);
  let ln = 0;
  return perYear.map((r) => {
    const level = exp(ln);
    ln += (r * time.tickDays) / 365;
    return level;
  });
}
