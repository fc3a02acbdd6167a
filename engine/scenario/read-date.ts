import { halfWidth } from "../text/half-width.ts";
import { isDate } from "./dates.ts";
import type { IsoDate } from "./scenario.ts";

const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/;
const DAY_FIRST = /^(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i;
const MONTH_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i;
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/**
 * A date as people write it: 2024-05-20, 2024/5/20, 2024年5月20日, 20 May 2024, May 20, 2024. Null for anything else: for
 * 31 April, and for 5/4/2024, which is two days.
 */
export function readDate(typed: unknown): IsoDate | null {
  if (typeof typed !== "string") return null;
  const text = halfWidth(typed).trim();
  const [year, month, day] = parts(text);
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isDate(iso) ? iso : null;
}

function parts(text: string): readonly number[] {
  const [, ...plain] = YEAR_FIRST.exec(text) ?? [];
  if (plain.length > 0) return plain.map(Number);
  const [, d, m, y] = DAY_FIRST.exec(text) ?? [];
  if (d) return [Number(y), monthOf(m), Number(d)];
  const [, name, day, year] = MONTH_FIRST.exec(text) ?? [];
  return name ? [Number(year), monthOf(name), Number(day)] : [];
}

/** By its name, or the beginning of it: Sep, Sept. */
const monthOf = (name: string): number => MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
