import { type Plan, WEEKS_A_MONTH, WINDOWS } from "../scenario/tariff.ts";
import { HOURS } from "./week.ts";

/** A quota as so much use meets it. */
export interface QuotaUse {
  readonly tokens: number; // of a window [Mtok]
  readonly every: Plan["quota"][number]["every"];
  readonly busiest: number; // use of the busiest window, were there no limit [Mtok]
}

/**
 * How much of a month's use a plan includes: hours in which more is asked than a window holds lose the rest, whatever
 * other windows leave. Short windows are filled before long ones.
 */
export function includedUse(
  quotas: Plan["quota"],
  month: number, // [Mtok]
  week: Float64Array, // shares of its use by hour
): { readonly included: number; readonly quotas: readonly QuotaUse[] } {
  const asked = week.map((share) => (share * month) / WEEKS_A_MONTH);
  const served = asked.slice();
  const found = quotas
    .toSorted((a, b) => WINDOWS[a.every] - WINDOWS[b.every])
    .map(({ tokens, every }): QuotaUse => {
      const length = WINDOWS[every];
      if (length > HOURS) {
        const all = sumOf(served, 0, HOURS) * WEEKS_A_MONTH;
        if (all > tokens) scale(served, 0, HOURS, tokens / all);
        return { tokens, every, busiest: month };
      }
      let busiest = 0;
      for (let from = 0; from < HOURS; from += length) {
        if (every === "5h") while (from < HOURS && asked[from] === 0) from++; // it begins with the first request
        busiest = Math.max(busiest, sumOf(asked, from, from + length));
        const use = sumOf(served, from, from + length);
        if (use > tokens) scale(served, from, from + length, tokens / use);
      }
      return { tokens, every, busiest };
    });
  return { included: sumOf(served, 0, HOURS) * WEEKS_A_MONTH, quotas: found };
}

function sumOf(hours: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let h = from; h < Math.min(to, HOURS); h++) sum += hours[h];
  return sum;
}

function scale(hours: Float64Array, from: number, to: number, by: number): void {
  for (let h = from; h < Math.min(to, HOURS); h++) hours[h] *= by;
}
