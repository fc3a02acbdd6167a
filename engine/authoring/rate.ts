import { isMeasurable } from "./bounds.ts";
import { readDate } from "../scenario/read-date.ts";
import type { Text } from "../text/text.ts";
import type { Issue } from "./formula-values.ts";
import { numberOf } from "./numeral.ts";
import { readAmount } from "./units.ts";

/**
 * Scenario money per unit of another currency, as a file writes it: `7.2`, `7.2 CNY/USD`, or the other way round,
 * `0.14 USD/CNY`. Null for anything else, the rate of a third currency too.
 */
export function readRate(raw: unknown, currency: string, name?: string): number | null {
  const given = typeof raw === "object" && raw !== null && "value" in raw ? raw.value : raw;
  const text = typeof given === "number" || typeof given === "string" ? String(given) : "";
  // Two units of measure that cannot be taken for each other: how many of the one make one of the other.
  const [own, other] = [2 ** 20, 2 ** 10];
  const fx = name === undefined || name === currency ? { [currency]: own } : { [currency]: own, [name]: other };
  const amount = readAmount(text, { currency: "XXX", fx });
  if ("why" in amount) return null;
  const value = numberOf(amount.numeral);
  const turn = amount.unit === null ? own / other : amount.unit.times * 10 ** amount.unit.ten;
  if (amount.unit && amount.unit.dimensions.some((d) => d !== 0)) return null;
  const rate = turn === own / other ? value : turn === other / own ? 1 / value : NaN;
  return rate > 0 && isMeasurable(rate) ? rate : null;
}

/** The first of dated rates, once all of them are right: {date, value}, one after the other. */
export function datedRate(
  points: readonly unknown[],
  read: (raw: unknown) => number | null,
  refuse: Text,
  issue: Issue,
): number | undefined {
  let last = "";
  let before: number | null = null;
  const rates = points.map((point, k) => {
    const date = typeof point === "object" && point !== null && "date" in point ? readDate(point.date) : null;
    if (date === null || date <= last) issue(DATES, [k]);
    last = date ?? last;
    const rate = read(point);
    if (rate === null) issue(refuse, [k]);
    else if (before !== null && isLeap(before, rate)) issue(LEAP, [k]);
    before = rate;
    return rate;
  });
  if (points.length === 0) issue(refuse);
  return rates[0] ?? undefined;
}

const MOST = 10; // times from one date to the next: beyond it, one of the two is no rate of these currencies

/** Whether a rate cannot have become the other: one of them is written the other way round, most often. */
export const isLeap = (a: number, b: number): boolean => a / b > MOST || b / a > MOST;

const LEAP: Text = {
  en: "more than ten times, or under a tenth of, the rate before it: is one of them the other way round?",
  zh: "与前一个汇率相差十倍以上：是不是有一个写反了？",
};

const DATES: Text = {
  en: "expected {date: YYYY-MM-DD, value: ...}, each later than the one before",
  zh: "应写作 {date: YYYY-MM-DD, value: ……}，日期依次递增",
};
