import { MONTHS } from "../../words/format.ts";

const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const DAY_FIRST = /^(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i;
const MONTH_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i;

/** A date as people type it, in ISO: 2024-05-20, 2024/5/20, 2024年5月20日, 20 May 2024, May 20, 2024. Null for anything else. */
export function readDate(typed: string): string | null {
  const text = typed.trim();
  const [year, month, day] = parts(text);
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const time = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== iso ? null : iso; // 31 April is none
}

function parts(text: string): readonly number[] {
  const [, ...plain] = YEAR_FIRST.exec(text) ?? [];
  if (plain.length > 0) return plain.map(Number);
  const [, d, m, y] = DAY_FIRST.exec(text) ?? [];
  if (d) return [Number(y), monthOf(m), Number(d)];
  const [, name, day, year] = MONTH_FIRST.exec(text) ?? [];
  return name ? [Number(year), monthOf(name), Number(day)] : [];
}

const monthOf = (name: string): number =>
  MONTHS.findIndex((m) => m.toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;

/** The date so many days later. */
export const dayAfter = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
