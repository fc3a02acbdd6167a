import { dayNumber, isoDate } from "../scenario/dates.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { QUARTER_DAYS, QUARTER_WEEKS } from "./game.ts";

/** A game's ticks are weeks, and a quarter thirteen of them. */
export const TICK_DAYS = 7;

/** The first day of a quarter, counted from 0. */
export const quarterStart = ({ clock }: Pick<Scenario, "clock">, quarter: number): string =>
  isoDate(dayNumber(clock.start) + quarter * QUARTER_DAYS);

/** The last day of a game of so many quarters. */
export const gameEnd = ({ clock }: Pick<Scenario, "clock">, quarters: number): string =>
  isoDate(dayNumber(clock.start) + quarters * QUARTER_DAYS - 1);

/** Which quarter a date falls in. */
export const quarterOf = ({ clock }: Pick<Scenario, "clock">, date: string): number =>
  Math.floor((dayNumber(date) - dayNumber(clock.start)) / QUARTER_DAYS);

/** Rows of a recording that a quarter fills: [from, to). */
export const quarterTicks = (quarter: number): readonly [number, number] => [
  quarter * QUARTER_WEEKS,
  (quarter + 1) * QUARTER_WEEKS,
];
