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
 * First days of months, labelled evenly and as often as fits; the year is said at the first label and each January, and
 * a label that has no room after it is left out.
 */
export function months({ dates, x }: TimeAxis, lang: Language): Month[] {
  const starts = dates.flatMap((date, tick) => {
    const begins = tick === 0 || date.slice(0, 7) !== dates[tick - 1].slice(0, 7);
    const [year, month] = date.split("-").map(Number);
    return begins ? [{ tick, year, month, count: year * 12 + month - 1 }] : [];
  });
  const [least, dated] = [LEAST_PX, FIRST_PX].map((px) => say(px, lang));
  const span = x(dates.length - 1) - x(0);
  const wide = starts.length > 1 ? span / (starts.length - 1) : span;
  const step = STEPS.find((n) => n * wide >= (n === 1 ? least * 1.2 : dated)) ?? STEPS[STEPS.length - 1];
  const fits = starts.filter(
    // a month that began before the first day stands at its edge; a label needs room to the end
    ({ tick, count }) => count % step === 0 && span - (x(tick) - x(0)) >= least * 0.6,
  );
  const first = fits[0] ?? starts[0];
  const late = crowdedFirst(fits, x, dated); // the year stands at the second label
  const withYear = (start: (typeof starts)[number]) =>
    start.month === 1 || start === first || (late && start === fits[1]);
  return starts.map((start) => {
    const { tick, month, year } = start;
    const at = fits.indexOf(start);
    const before = at > 0 ? fits[at - 1] : null;
    const hidden = before && (late ? before !== first : true) && withYear(before) && x(tick) - x(before.tick) < dated;
    if ((late && start === first) || (start !== first && at < 0) || hidden) return { tick, label: "" };
    return { tick, label: say(withYear(start) ? MONTH_OF_YEAR : MONTH, lang)(month, year) };
  });
}

/** A first month too short for its label leaves the year to the next. */
const crowdedFirst = (fits: readonly { readonly tick: number }[], x: TimeAxis["x"], room: number): boolean =>
  fits.length > 1 && x(fits[1].tick) - x(fits[0].tick) < room;
