import { halfWidth } from "../text/half-width.ts";
import { dayNumber, isoDate } from "./dates.ts";
import { readDate } from "./read-date.ts";
import type { IsoDate } from "./scenario.ts";

const MONTH_OR_YEAR = /^(\d{4})(?:年|(?:\s*[-/年]\s*(0?[1-9]|1[0-2])\s*月?))?$/;

/** Some days in a row, both ends included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * The days a text means: a day as scenarios take it (2024-05-31, 2024/5/31, 2024年5月31日), a month (2024-05, 2024/5,
 * 2024年5月), a year, or two of them, `a..b`; null for none.
 */
export function parsePeriod(text: string): Period | null {
  const day = readDate(text);
  if (day !== null) return { from: day, to: day };
  const ends = text.split("..");
  if (ends.length === 2) {
    const [first, last] = ends.map(parsePeriod);
    return first && last && first.from <= last.to ? { from: first.from, to: last.to } : null;
  }
  const [, year, written] = MONTH_OR_YEAR.exec(halfWidth(text).trim()) ?? [];
  if (year === undefined) return null;
  const month = written?.padStart(2, "0");
  const next = month === undefined ? `${Number(year) + 1}-01-01` : firstOfNext(Number(year), Number(month));
  return { from: `${year}-${month ?? "01"}-01`, to: isoDate(dayNumber(next) - 1) };
}

const firstOfNext = (year: number, month: number): IsoDate =>
  month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
