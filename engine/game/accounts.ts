import type { VendorColumn } from "../recording/columns.ts";
import type { Recording } from "../recording/recorder.ts";
import { series } from "../metrics/lookup.ts";
import { type Goal, QUARTER_WEEKS } from "./game.ts";
import { quarterTicks } from "./calendar.ts";

/** A vendor's quarter in money. Flows are sums over the quarter, whose ticks are weeks [money]. */
export interface Accounts {
  readonly revenue: number;
  readonly costOfRevenue: number;
  readonly captive: number; // serving the vendor's own products
  readonly credits: number; // granted to new customers
  readonly research: number;
  readonly result: number; // of what a seat decides: all that comes before outlays
  readonly outlays: number; // everything else the scenario has it spend: no decision changes it
  readonly profit: number;
  readonly raised: number; // new capital
  readonly cash: number; // at the end; Infinity: a parent's purse
  readonly runway: number; // weeks that money lasts at the quarter's burn; Infinity where none is burnt
}

/** The accounts of a quarter; -1: of one that goes on as the game's first week does. */
export function accountsOf(r: Recording, vendor: string, quarter: number): Accounts {
  const [from, to] = quarter < 0 ? [0, 1] : quarterTicks(quarter);
  const weeks = quarter < 0 ? QUARTER_WEEKS : 1;
  const sum = (column: VendorColumn) => weeks * total(r, vendor, column, [from, to]);
  const at = (column: VendorColumn, tick: number) => valueAt(r, vendor, column, tick);
  const [revenue, costOfRevenue, captive, credits, research, profit] = [
    sum("revenue"),
    sum("costOfRevenue"),
    sum("captiveCost"),
    sum("credits"),
    sum("research"),
    sum("profit"),
  ];
  const cash = at("cash", to - 1);
  const burn = -profit / QUARTER_WEEKS;
  const result = revenue - costOfRevenue - captive - credits - research;
  return {
    revenue,
    costOfRevenue,
    captive,
    credits,
    research,
    result,
    outlays: result - profit,
    profit,
    raised: at("raised", to - 1) - (from > 0 ? at("raised", from - 1) : 0),
    cash,
    runway: burn > 0 ? Math.max(0, cash + at("purse", to - 1)) / burn : Infinity,
  };
}

/** What decisions made, week by week: profit before the outlays that no decision changes [money/week]. */
export const resultByWeek = (r: Recording, vendor: string, weeks: number): Float64Array =>
  Float64Array.from({ length: weeks }, (_, t) => {
    const at = (column: VendorColumn) => valueAt(r, vendor, column, t);
    return at("revenue") - at("costOfRevenue") - at("captiveCost") - at("credits") - at("research");
  });

const valueAt = (r: Recording, vendor: string, column: VendorColumn, tick: number): number =>
  r.vendor[column][tick * r.vendorIds.length + r.vendorIds.indexOf(vendor)];

function total(r: Recording, vendor: string, column: VendorColumn, [from, to]: readonly [number, number]): number {
  let sum = 0;
  for (let t = from; t < to; t++) sum += valueAt(r, vendor, column, t);
  return sum;
}

export const isAlive = (r: Recording, vendor: string, quarters: number): boolean =>
  quarters === 0 || valueAt(r, vendor, "alive", quarterTicks(quarters)[0] - 1) === 1;

/** Profit of all quarters played [money]. */
export const profitOver = (r: Recording, vendor: string, quarters: number): number =>
  total(r, vendor, "profit", [0, quarterTicks(quarters)[0]]);

/** Years of the last quarter's gross profit that a business is worth: a convention for ranking, no finding. */
const YEARS_PURCHASE = 3;

/** What a business is worth: what it made, and years of its last quarter's gross profit while it lives [money]. */
export const worth = (made: number, lastGross: number, alive: boolean): number =>
  made + (alive ? Math.max(0, lastGross) * 4 * YEARS_PURCHASE : 0);

/**
 * How a seat has done by a goal, after so many quarters [money, or a share 0-1]. A vendor that closed is worth nothing.
 */
export function scoreOf(
  r: Recording,
  vendor: string,
  { goal, quarters }: { readonly goal: Goal; readonly quarters: number },
): number {
  if (quarters === 0) return 0;
  const profit = profitOver(r, vendor, quarters);
  if (goal === "profit") return profit;
  const alive = isAlive(r, vendor, quarters);
  if (goal === "share") return alive ? series(r, `vendors.${vendor}.tokenShare`)[quarterTicks(quarters)[0] - 1] : 0;
  const { revenue, costOfRevenue } = accountsOf(r, vendor, quarters - 1);
  return worth(profit, revenue - costOfRevenue, alive);
}

export interface Rank {
  readonly vendor: string;
  readonly score: number;
  readonly place: number; // equal scores share a place
}

export function ranking(
  r: Recording,
  vendors: readonly string[],
  by: { readonly goal: Goal; readonly quarters: number },
): Rank[] {
  const scores = vendors.map((vendor) => ({ vendor, score: scoreOf(r, vendor, by) }));
  return scores
    .toSorted((a, b) => b.score - a.score)
    .map((s) => ({ ...s, place: 1 + scores.filter(({ score }) => score > s.score).length }));
}
