import { dayNumber, isDate, isoDate } from "./dates.ts";
import type { IsoDate } from "./scenario.ts";

/** Some days in a row, both ends included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The days a text means: `2024-05-31`, a month `2024-05`, a year `2024`, or two of them, `a..b`; null for none. */
export function parsePeriod(text: string): Period | null {
  if (isDate(text)) return { from: text, to: text };
  const ends = text.split("..");
  if (ends.length === 2) {
    const [first, last] = ends.map(parsePeriod);
    return first && last && first.from <= last.to ? { from: first.from, to: last.to } : null;
  }
  const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const next = month === undefined ? `${Number(year) + 1}-01-01` : firstOfNext(Number(year), Number(month));
  return { from: `${year}-${month ?? "01"}-01`, to: isoDate(dayNumber(next) - 1) };
}

const firstOfNext = (year: number, month: number): IsoDate =>
  month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
