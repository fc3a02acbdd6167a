import type { OpenTariff } from "./open-tariff.ts";

/**
 * What buyers can read of a promotion's end: the first one printed of those in force on a day (since 1970), and the
 * tariff after it. Null where none is printed; one whose end has passed goes on with none.
 */
export function printedEnd(
  tariff: OpenTariff,
  day: number,
): { readonly end: number; readonly after: OpenTariff } | null {
  const { promotions } = tariff;
  let end = Infinity;
  for (const { from, until, printed } of promotions)
    if (from <= day && day <= until && printed >= day) end = Math.min(end, printed);
  if (end === Infinity) return null;
  return { end, after: { ...tariff, promotions: promotions.filter(({ printed }) => printed < day || printed > end) } };
}

/**
 * Part of the time a buyer looks ahead that lies after the end: a day that is the last one counts as one of the
 * promotion's.
 */
export function partAfter(end: number, day: number, weeks: number): number {
  if (!(weeks > 0) || !(end >= day) || end === Infinity) return 0;
  return Math.max(0, 1 - (end - day + 1) / (7 * weeks));
}
