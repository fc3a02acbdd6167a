import { scaleLinear } from "d3";
import { type Language, type Said, say } from "../../engine/index.ts";
import { MONTHS } from "../../words/format.ts";

/** The one time axis all panels share: ticks of the recording to pixels. */
export interface TimeAxis {
  readonly dates: readonly string[];
  readonly left: number; // of the plot [px]
  readonly right: number;
  x(tick: number): number;
  /** Nearest tick under a pixel, inside the plot. */
  tickAt(px: number): number;
  /** First tick on or after a date, or -1. */
  tickOf(date: string): number;
}

export function timeAxis(dates: readonly string[], left: number, right: number): TimeAxis {
  const last = Math.max(1, dates.length - 1);
  const x = scaleLinear([0, last], [left, right]);
  return {
    dates,
    left,
    right,
    x: (tick) => x(tick),
    tickAt: (px) => Math.max(0, Math.min(dates.length - 1, Math.round(x.invert(px)))),
    tickOf: (date) => dates.findIndex((d) => d >= date),
  };
}

interface Month {
  readonly tick: number;
  readonly label: string; // "" where there is no room
}

const LEAST_PX = { en: 30, zh: 32 };
const FIRST_PX = { en: 50, zh: 58 };

const MONTH: Said<(month: number) => string> = {
  en: (month) => MONTHS[month - 1],
  zh: (month) => `${month}月`,
};
const MONTH_OF_YEAR: Said<(month: number, year: number) => string> = {
  en: (month, year) => `${MONTHS[month - 1]} ${year}`,
  zh: (month, year) => `${year}年${month}月`,
};

const STEPS = [1, 2, 3, 4, 6, 12, 24, 60]; // months between labels

/**
 * First days of months, labelled evenly and as often as every label has room; the year is said at the first label and
 * each January.
 */
export function months({ dates, x }: TimeAxis, lang: Language): Month[] {
  const starts = startsOf(dates);
  const end = x(dates.length - 1);
  const [least, dated] = [LEAST_PX, FIRST_PX].map((px) => say(px, lang));
  const labelled = STEPS.map((step) => evenly(starts, step, { x, end, least, dated }));
  const fits = labelled.find((some) =>
    some.every(
      (start, k) => k === 0 || x(start.tick) - x(some[k - 1].tick) >= (hasYear(some[k - 1], some) ? dated : least),
    ),
  );
  const told = fits && fits.length > 0 ? fits : starts.slice(0, 1);
  return starts.map((start) => {
    if (!told.includes(start)) return { tick: start.tick, label: "" };
    return {
      tick: start.tick,
      label: say(hasYear(start, told) ? MONTH_OF_YEAR : MONTH, lang)(start.month, start.year),
    };
  });
}

interface Start {
  readonly tick: number;
  readonly year: number;
  readonly month: number;
}

const MONTH_LENGTH = "2024-05".length;

const startsOf = (dates: readonly string[]): Start[] =>
  dates.flatMap((date, tick) => {
    const month = date.slice(0, MONTH_LENGTH);
    if (tick > 0 && dates[tick - 1].startsWith(month)) return [];
    return [{ tick, year: Number(month.slice(0, 4)), month: Number(month.slice(5)) }];
  });

const hasYear = (start: Start, labelled: readonly Start[]): boolean => start.month === 1 || start === labelled[0];

interface Room extends Pick<TimeAxis, "x"> {
  readonly end: number; // of the plot [px]
  readonly least: number; // for a month
  readonly dated: number; // with its year
}

/** Every so many months, those without room to the end left out; a first month too short for its label as well. */
function evenly(starts: readonly Start[], step: number, { x, end, least, dated }: Room): Start[] {
  const every = starts.filter(({ year, month }) => (year * 12 + month - 1) % step === 0);
  const fits = every.filter(({ tick }) => end - x(tick) >= least * 0.6);
  const short = fits.length > 1 && fits[0].tick === 0 && x(fits[1].tick) - x(0) < dated;
  return short ? fits.slice(1) : fits;
}
