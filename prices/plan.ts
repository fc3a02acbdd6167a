import type { IsoDate, Scenario } from "../engine/scenario/scenario.ts";
import type { Text } from "../engine/text/text.ts";
import { doubtOf } from "./doubt.ts";
import { type Match, matcherOf } from "./match.ts";
import { tariffOf } from "./of-scenario.ts";
import type { PriceFile, PriceRow, RowPrices, Skipped } from "./row.ts";

/** What a row does to a scenario. */
export interface Planned extends Match {
  readonly row: PriceRow;
  readonly does: "opens" | "event" | "adds" | "same";
  readonly date: IsoDate | null; // of the event, or of the launch of what is added
  readonly was: RowPrices | null; // what the scenario has until then, in the row's currency; null: a new product
  readonly doubt: Text | null; // why its prices are hardly meant as they were read
}

export interface Plan {
  readonly planned: readonly Planned[];
  readonly skipped: readonly Skipped[];
}

/** As many products that a scenario does not have are added unasked; a whole catalogue is not. */
const MOST_ADDED = 40;

/** What a file of prices would change in a scenario, row by row. */
export function planOf(file: PriceFile, scenario: Scenario): Plan {
  const skipped = [...file.skipped];
  const matchOf = matcherOf(scenario);
  const found = file.rows.flatMap((whole) => {
    const row = withoutOver(whole, scenario.clock.start, skipped);
    const match = matchOf(row);
    const why = unfit(row, match, scenario);
    if (why) skipped.push({ at: row.at, name: `${row.vendor} ${row.model}`, why });
    return why ? [] : [{ row, match }];
  });
  const strangers = new Set(found.flatMap(({ match: m }) => (m.known ? [] : [`${m.vendor}.${m.product}`])));
  const tooMany = strangers.size > MOST_ADDED;
  const { start } = scenario.clock;
  const opening = new Map<string, PriceRow>();
  const launch = new Map<string, IsoDate>();
  for (const { row, match } of found) {
    const id = key(match);
    if (opensWith(row, start)) opening.set(id, newest(opening.get(id), row));
    else if (!match.known) launch.set(id, [launch.get(id) ?? row.date!, row.date!].toSorted()[0]);
  }
  const planned: Planned[] = [];
  const days = new Set<string>();
  for (const { row, match } of found) {
    const skip = (why: Text) => void skipped.push({ at: row.at, name: `${row.vendor} ${row.model}`, why });
    const opens = opensWith(row, start);
    if (!match.known && tooMany) skip(UNKNOWN);
    else if (opens && opening.get(key(match)) !== row) skip(EARLIER);
    else if (days.has(`${key(match)} ${opens ? "" : row.date}`)) skip(SAME_DAY);
    else {
      days.add(`${key(match)} ${opens ? "" : row.date}`);
      const adds = !match.known && (opens || (!opening.has(key(match)) && launch.get(key(match)) === row.date));
      planned.push(whatItDoes(row, match, scenario, adds ? "adds" : opens ? "opens" : "event"));
    }
  }
  return { planned, skipped };
}

/** A row without the promotions that are over when the run begins; they are named. */
function withoutOver(row: PriceRow, start: IsoDate, skipped: Skipped[]): PriceRow {
  const promotions = row.promotions.filter(({ until }) => until >= start);
  for (const { until } of row.promotions)
    if (until < start) skipped.push({ at: row.at, name: `${row.vendor} ${row.model}`, why: over(until) });
  return promotions.length < row.promotions.length ? { ...row, promotions } : row;
}

const opensWith = ({ date }: PriceRow, start: IsoDate): boolean => date === null || date <= start;

const key = ({ vendor, product }: Match): string => `${vendor}.${product}`;

/** Of two rows the one that holds at the start: the later; of two undated ones the first. */
const newest = (a: PriceRow | undefined, b: PriceRow): PriceRow => (a && (b.date ?? "") <= (a.date ?? "") ? a : b);

function unfit({ currency, date, price }: PriceRow, { known }: Match, scenario: Scenario): Text | null {
  if (rateOf(scenario, currency) === null)
    return {
      en: `in ${currency}, for which the scenario has no rate (fx)`,
      zh: `币种为 ${currency}，情景里没有它的汇率（fx）`,
    };
  if (date !== null && date > scenario.clock.end)
    return { en: `holds from ${date}, after the run's end`, zh: `${date} 起生效，晚于运行结束日` };
  if (price.month !== undefined && !known)
    return { en: "a plan by the month that the scenario does not have", zh: "情景里没有的包月套餐" };
  return null;
}

function whatItDoes(row: PriceRow, match: Match, scenario: Scenario, does: "adds" | "opens" | "event"): Planned {
  const was = match.known ? listOf(scenario, match, row) : null;
  const same = was !== null && alike(row.price, was) && tariffHeld(row, match, scenario);
  const date = opensWith(row, scenario.clock.start) ? null : row.date;
  const doubt = doubtOf(row, match, was, scenario, rateOf(scenario, row.currency)!);
  return { ...match, row, does: does === "opens" && same ? "same" : does, date, was, doubt };
}

/** Whether one list says what another has; a meter that it leaves out says nothing. */
const alike = (price: RowPrices, has: RowPrices): boolean =>
  Object.entries(price).every(([m, x]) => near(has[m as keyof RowPrices], x));

/** Whether a product's tariff has the steps, hours, promotions and batch of a row, as far as the row has any. */
function tariffHeld(row: PriceRow, { vendor, product }: Match, scenario: Scenario): boolean {
  const { price, tariff } = scenario.vendors[vendor].products[product];
  const has = tariffOf(tariff, price as RowPrices);
  const rate = rateOf(scenario, row.currency)!;
  const held = <T extends { readonly price: RowPrices }>(own: readonly T[], other: readonly T[]): boolean =>
    own.length === 0 ||
    (own.length === other.length &&
      own.every(({ price: said, ...when }, k) => {
        const { price: there, ...then } = other[k];
        return JSON.stringify(when) === JSON.stringify(then) && alike(inMoney(said, rate), there);
      }));
  return (
    held(row.steps, has.steps) &&
    held(row.hours, has.hours) &&
    held(row.promotions, has.promotions) &&
    (row.batch === null || row.batch === has.batch)
  );
}

const inMoney = (price: RowPrices, rate: number): RowPrices =>
  Object.fromEntries(Object.entries(price).map(([meter, x]) => [meter, x * rate]));

const near = (a: number | undefined, b: number): boolean => a !== undefined && Math.abs(a - b) <= 1e-6 * Math.max(a, b);

/** The list that a product opens with, in a row's currency. */
function listOf(scenario: Scenario, { vendor, product }: Match, { currency }: PriceRow): RowPrices {
  const rate = rateOf(scenario, currency)!;
  const { price } = scenario.vendors[vendor].products[product];
  return Object.fromEntries(Object.entries(price).map(([meter, x]) => [meter, Number((x / rate).toPrecision(9))]));
}

/** Scenario money per unit of a currency; null where the scenario does not say. */
export const rateOf = ({ currency: own, fx }: Scenario, currency: string): number | null =>
  currency === own ? 1 : (fx[currency] ?? null);

/** The same file with every undated row held to apply from a day on. */
export const asOf = (file: PriceFile, date: IsoDate): PriceFile => ({
  ...file,
  rows: file.rows.map((row) => (row.date === null ? { ...row, date } : row)),
});

const over = (until: IsoDate): Text => ({
  en: `a promotion that ended on ${until}, before the run begins`,
  zh: `促销已于 ${until} 结束，早于运行开始日`,
});
const UNKNOWN: Text = { en: "not a product of the scenario", zh: "情景里没有这个产品" };
const SAME_DAY: Text = { en: "another row of the same product holds from that day", zh: "同一产品同一天已有另一行" };
const EARLIER: Text = { en: "another row of the same product holds at the start", zh: "开局价取自同一产品的另一行" };
