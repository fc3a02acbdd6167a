import type { IsoDate } from "./scenario.ts";

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a calendar date; pure arithmetic, no time zone. */
export const dayNumber = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** The calendar date of a day number, YYYY-MM-DD. */
export const isoDate = (day: number): IsoDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Whether a text is a day of the calendar: 2024-02-30 is not. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(dayNumber(text)) && isoDate(dayNumber(text)) === text;
