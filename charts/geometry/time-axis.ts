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

/** First days of months, labelled as often as fits; the year is said at the start and each January. */
export function months({ dates, x }: TimeAxis, lang: Language): Month[] {
  const starts = dates.flatMap((date, tick) =>
    tick === 0 || date.slice(0, 7) !== dates[tick - 1].slice(0, 7) ? [tick] : [],
  );
  let free = -Infinity;
  return starts.map((tick, k) => {
    const [year, month] = dates[tick].split("-").map(Number);
    const dated = k === 0 || month === 1;
    const [least, room] = [LEAST_PX, dated ? FIRST_PX : LEAST_PX].map((px) => say(px, lang));
    const next = starts[k + 1] ?? dates.length - 1;
    const blocked = k > 0 && x(tick) < free; // a short first month must not push the next out of sight
    if (blocked || x(dates.length - 1) - x(tick) < least * 0.6 || (!dated && x(next) - x(tick) < 8))
      return { tick, label: "" };
    free = x(tick) + room;
    return { tick, label: say(dated ? MONTH_OF_YEAR : MONTH, lang)(month, year) };
  });
}
