import { METER_IDS, METERS, type PerMeter, perMeter, tariffOf } from "../price.ts";
import { dayNumber } from "../scenario/dates.ts";
import type { HourWindow, PriceChange, Tariff, UnitPrices } from "../scenario/tariff.ts";
import { offsetOf, type Zone } from "../scenario/zone.ts";
import { type OwnTerms, ownTerms } from "./own-terms.ts";
import { HOURS, inWindow } from "./week.ts";

/** Factors on a product's list prices. */
export type Factors = PerMeter<number>;

/** A tariff as a market reads it: factors in place of prices, days in place of dates. Plain data. */
export interface OpenTariff {
  readonly brackets: {
    readonly marginal: boolean;
    readonly above: readonly number[];
    readonly factors: Factors[];
  } | null;
  readonly hours: OpenHours | null;
  readonly batch: number | null;
  readonly per: UnitPrices;
  readonly promotions: readonly OpenPromotion[];
  readonly tokenizer: number;
  readonly volume: OwnTerms | null;
  readonly discounts: Readonly<Record<string, number>>;
}

interface OpenPromotion {
  readonly from: number;
  readonly until: number; // last day, as applied
  readonly printed: number; // the same, as announced
  readonly posted: boolean; // prices, not a factor
  readonly factors: Factors;
}

export interface OpenHours {
  readonly zone: Zone;
  readonly windowOf: Int8Array; // by half hour of the week; -1: the list price
  readonly halves: boolean; // whether a window begins or ends at half past
  readonly factors: readonly Factors[]; // by window
  readonly spans: readonly Pick<HourWindow, "from" | "to">[]; // by window: hours of the day, for who reads a bill
  readonly holidays: readonly number[]; // days since 1970
}

export const AS_LISTED: Factors = perMeter(() => 1);

/** A tariff over the list that it is posted with. Where windows overlap, the first counts. */
export function openTariff(tariff: Tariff, list: PerMeter<number>): OpenTariff {
  const { brackets, hours, promotions, batch, per, tokenizer, volume, discounts } = tariff;
  const steps = (brackets?.steps ?? []).toSorted((a, b) => a.above - b.above);
  return {
    brackets: brackets && {
      marginal: brackets.by === "marginal",
      above: steps.map(({ above }) => above),
      factors: [AS_LISTED, ...steps.map((step) => factorsOf(step, list))],
    },
    hours: hours && {
      zone: hours.zone,
      windowOf: windowsByHalfHour(hours.windows),
      halves: hours.windows.some(({ from, to }) => from % 1 !== 0 || to % 1 !== 0),
      factors: hours.windows.map((window) => factorsOf(window, list)),
      spans: hours.windows.map(({ from, to }) => ({ from, to })),
      holidays: hours.holidays.map(dayNumber),
    },
    batch,
    per,
    promotions: promotions.map((p) => ({
      from: p.from === null ? -Infinity : dayNumber(p.from),
      until: lastDay(p.ended ?? p.until),
      printed: lastDay(p.until),
      posted: p.price !== undefined,
      factors: factorsOf(p, list),
    })),
    tokenizer,
    volume: volume && ownTerms({ ...volume, steps: volume.steps.toSorted((a, b) => a.above - b.above) }),
    discounts,
  };
}

const lastDay = (date: string | null): number => (date === null ? Infinity : dayNumber(date));

const windowsByHalfHour = (windows: readonly HourWindow[]): Int8Array =>
  Int8Array.from({ length: 2 * HOURS }, (_, half) => windows.findIndex((window) => inWindow(window, half / 2)));

/** A meter that new prices leave out moves with the one it is like. */
function factorsOf({ times, price }: PriceChange, list: PerMeter<number>): Factors {
  if (price === undefined) return perMeter(() => times ?? 1);
  const posted = tariffOf(price);
  const factor = (id: keyof Factors): number => {
    const { like } = METERS[id];
    const to = posted[id];
    if (to === undefined) return like === null ? 1 : factor(like);
    return list[id] > 0 ? to / list[id] : 1;
  };
  return perMeter(factor);
}

/** Whether new prices are of a list that names none: a factor of nothing. */
export const unscalable = ({ price }: PriceChange, list: PerMeter<number>): boolean =>
  price !== undefined && METER_IDS.some((id) => (tariffOf(price)[id] ?? 0) > 0 && list[id] === 0);

/** Factors of promotions in force on a day since 1970: of posted prices the last stated, times on top. */
export function promoted({ promotions }: OpenTariff, day: number): Factors {
  const inForce = promotions.filter(({ from, until }) => day >= from && day <= until);
  if (inForce.length === 0) return AS_LISTED;
  const last = inForce.findLastIndex(({ posted }) => posted);
  const now = inForce.filter(({ posted }, k) => !posted || k === last);
  return perMeter((id) => now.reduce((f, { factors }) => f * factors[id], 1));
}

/** Days of the calendar week around a day (since 1970) that are holidays, a bit each, Monday's first. */
export function holidaysOf({ holidays }: OpenHours, day: number): number {
  const monday = day - weekdayOf(day);
  let mask = 0;
  for (const holiday of holidays) if (holiday >= monday && holiday < monday + 7) mask |= 1 << (holiday - monday);
  return mask;
}

/**
 * The window of each hour, or half hour, in the calendar week around a day; of hours outside all of them, holidays too,
 * one beyond.
 */
export function windowsOn(hours: OpenHours, day: number, perHour: number): Int8Array {
  const holidays = holidaysOf(hours, day);
  const none = hours.factors.length;
  const found = new Int8Array(HOURS * perHour);
  for (let k = 0; k < found.length; k++) {
    const window = hours.windowOf[(k * 2) / perHour];
    found[k] = window < 0 || (holidays >> Math.floor(k / perHour / 24)) & 1 ? none : window;
  }
  return found;
}

/** Hours the tariff's clock is ahead of a buyer's on a day (since 1970), and how finely their week has to be told. */
export function clockOf({ zone, halves }: OpenHours, own: Zone, day: number): { ahead: number; perHour: number } {
  const ahead = offsetOf(zone, day) - offsetOf(own, day);
  return { ahead, perHour: halves || ahead % 1 !== 0 ? 2 : 1 };
}

/** 0 is Monday; 1 January 1970 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;
