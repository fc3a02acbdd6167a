import { dayNumber } from "../scenario/dates.ts";
import { readDate } from "../scenario/read-date.ts";
import type { IsoDate } from "../scenario/scenario.ts";
import { isObject } from "./provenance.ts";
import { isLeap, readRate } from "./rate.ts";
import { currencyNamed } from "./units.ts";

type Tree = Record<string, unknown>;

/** The rates that hold from a day on, by currency: what the file says of each. */
interface RatePeriod {
  readonly from: IsoDate;
  readonly fx: Tree;
}

interface Point {
  readonly date: IsoDate;
  readonly value: unknown;
}

/** The dated points of a rate; none where it is one rate for all time, or not written as a rate should be. */
function pointsOf(raw: unknown): Point[] {
  if (!Array.isArray(raw)) return [];
  const points = raw.map((p) =>
    isObject(p) ? { date: readDate(p.date), value: p.value } : { date: null, value: null },
  );
  return points.every((p): p is Point => p.date !== null) ? points : [];
}

/** Each period after the first, in which some rate of a file is another. */
export function laterPeriods({ fx }: Tree): RatePeriod[] {
  if (!isObject(fx)) return [];
  const days = new Set(
    Object.values(fx).flatMap((raw) =>
      pointsOf(raw)
        .slice(1)
        .map((p) => p.date),
    ),
  );
  return [...days].toSorted().map((from) => ({
    from,
    fx: Object.fromEntries(
      Object.entries(fx).map(([name, raw]) => [
        name,
        pointsOf(raw).findLast((p) => p.date <= from)?.value ?? (Array.isArray(raw) ? pointsOf(raw)[0]?.value : raw),
      ]),
    ),
  }));
}

/**
 * What a change of a rate does to those who list in that currency: their lists stay what they were, and are worth more
 * or less of the scenario's money. A list posted on the day of the change is already read at the new rate.
 */
export function revaluations(tree: Tree, clock: { readonly start: string; readonly end: string } | null): Tree[] {
  const currency = typeof tree.currency === "string" ? tree.currency : "CNY";
  const periods = laterPeriods(tree);
  if (periods.length === 0 || !clock) return [];
  const first = Object.fromEntries(
    Object.entries(tree.fx as Tree).map(([name, raw]) => [name, pointsOf(raw)[0]?.value ?? raw]),
  );
  const listed = listsIn(tree);
  return periods.flatMap(({ from, fx }, k) => {
    const before = k === 0 ? first : periods[k - 1].fx;
    if (from <= clock.start || from > clock.end) return [];
    return listed.flatMap(({ product, named, launch }) => {
      const [old, now] = [readRate(before[named], currency, named), readRate(fx[named], currency, named)];
      const postedNow = postsWithin(tree, product, from);
      if (old === null || now === null || old === now || isLeap(old, now) || launch >= from || postedNow) return [];
      return [{ date: from, kind: "price", product, change: now / old - 1, note: NOTE }];
    });
  });
}

/** Products by the currency that their list names. */
function listsIn({ vendors }: Tree): { product: string; named: string; launch: string }[] {
  const all = Object.entries(isObject(vendors) ? vendors : {}).flatMap(([v, vendor]) =>
    Object.entries(isObject(vendor) && isObject(vendor.products) ? vendor.products : {}).map(
      ([p, product]) => [`${v}.${p}`, product] as const,
    ),
  );
  return all.flatMap(([product, given]) => {
    const { price, launch } = isObject(given) ? given : { price: null, launch: null };
    const main = isObject(price) ? (price.input ?? price.month ?? price.second) : null;
    const text = isObject(main) ? main.value : main;
    const named = typeof text === "string" ? currencyNamed(text) : null;
    return named === null ? [] : [{ product, named, launch: readDate(isObject(launch) ? launch.value : launch) ?? "" }];
  });
}

const WEEK = 7;

/** Whether a file posts prices of a product on that day, or within the tick that it falls on. */
const postsWithin = ({ events }: Tree, product: string, from: IsoDate): boolean =>
  (Array.isArray(events) ? events : []).some((event) => {
    if (!isObject(event) || event.product !== product || !isObject(event.price)) return false;
    const day = readDate(event.date);
    return day !== null && day >= from && dayNumber(day) < dayNumber(from) + WEEK;
  });

const NOTE = { en: "exchange rate", zh: "汇率变动" };
