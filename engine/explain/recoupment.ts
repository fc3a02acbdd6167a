import { mean, sum } from "../math/sum.ts";
import { type PairedDifference, pairedDifference } from "../experiments/paired.ts";
import { exp, log } from "../math/elementary.ts";
import { hold } from "../mechanisms/edit.ts";
import type { Recording } from "../recording/recorder.ts";
import { blendedCost, blendedPrice, byToken, productTokens } from "../metrics/metric.ts";
import { soldBelow as belowCost } from "../metrics/paid.ts";
import type { MarketEvent, Scenario, Vendor } from "../scenario/scenario.ts";
import type { Span } from "../benchmarks/nash-prices.ts";
import { rowOf } from "./standings.ts";

/** A vendor's two choices against its rivals' two: what each cell of the two-by-two is a scenario of. */
export const CELLS = ["cut/react", "cut/held", "hold/react", "hold/held"] as const;
export type Cell = (typeof CELLS)[number];

/**
 * The four scenarios, with the vendor's moves as they were in a run. `cut`: the vendor posts them on their dates;
 * `hold`: it keeps the prices it opened with. `react`: rivals do what their strategies say; `held`: they keep theirs.
 * The launch of a new product is no cut and stays in every cell.
 */
export function recoupmentCells(scenario: Scenario, vendor: string, actual: Recording): Record<Cell, Scenario> {
  const { moves, dates, productIds } = actual;
  const own = (id: unknown) => String(id).startsWith(`${vendor}.`);
  const posted = moves
    .filter((m) => own(productIds[m.product]))
    .map((m): MarketEvent => ({
      date: dates[m.tick],
      kind: "price",
      product: productIds[m.product],
      price: m.to,
    }));
  const cell = (cut: boolean, react: boolean): Scenario => {
    const still = (id: string) => id === vendor || !react;
    const events = scenario.events.filter((e) => e.kind !== "price" || (!own(e.product) && react));
    const vendors = Object.entries(scenario.vendors).map(([id, v]) => [id, still(id) ? holding(v) : v]);
    return { ...scenario, vendors: Object.fromEntries(vendors), events: cut ? [...events, ...posted] : events };
  };
  return {
    "cut/react": cell(true, true),
    "cut/held": cell(true, false),
    "hold/react": cell(false, true),
    "hold/held": cell(false, false),
  };
}

function holding(vendor: Vendor): Vendor {
  const products = Object.entries(vendor.products).map(([id, p]) => [id, { ...p, strategy: hold }]);
  return { ...vendor, strategy: hold, products: Object.fromEntries(products) };
}

/** What one cell came to for the vendor. */
interface Result {
  /** Gross, less credits, discounted to the first day [money]. */
  readonly profit: number;
  /** Mean [Mtok/week]. */
  readonly tokens: number;
  /** Of tokens on the last day [0-1]. */
  readonly share: number;
}

/** @param rate discount rate [1/year] */
function resultOf(r: Recording, vendor: string, span: Span, rate = 0.1): Result {
  const [first, last] = [rowOf(r, span.from), rowOf(r, span.to)];
  const [m, v] = [r.vendorIds.length, r.vendorIds.indexOf(vendor)];
  let [profit, sold] = [0, 0];
  for (let t = first; t <= last; t++) {
    const { revenue, costOfRevenue, credits } = r.vendor;
    const flow = revenue[t * m + v] - costOfRevenue[t * m + v] - credits[t * m + v];
    profit += flow * (r.tickDays / 7) * exp((-rate * (t - first) * r.tickDays) / 365);
    sold += vendorTokens(r, t, v).own;
  }
  const { own, all } = vendorTokens(r, last, v);
  return { profit, tokens: sold / (last - first + 1), share: all > 0 ? own / all : 0 };
}

function vendorTokens(r: Recording, t: number, v: number): { own: number; all: number } {
  const n = r.productIds.length;
  let [own, all] = [0, 0];
  for (let j = 0; j < n; j++) {
    const tokens = productTokens(r)[t * n + j];
    all += tokens;
    if (r.vendorOf[j] === v) own += tokens;
  }
  return { own, all };
}

/** Was it worth it, over replications. */
export interface Worth {
  readonly vendor: string;
  /** Means. */
  readonly cells: Readonly<Record<Cell, Result>>;
  /** Profit of cutting less that of holding while rivals react: can we afford to follow? [money] */
  readonly follow: PairedDifference;
  /** The same with rivals held: a cut nobody answers [money]. */
  readonly unanswered: PairedDifference;
  /** What rivals' moves cost whoever holds: can we afford not to? [money] */
  readonly holdOut: PairedDifference;
  readonly breakEven: BreakEven;
  /** Part of the vendor's tokens sold below long-run cost on the last day [0-1]. */
  readonly belowCost: number;
  /** At the burn of the last quarter; Infinity: for ever. */
  readonly runwayWeeks: number;
}

/** What a cut from p0 to p1 must bring at unit cost c for gross profit to stay the same. */
interface BreakEven {
  /** Of tokens: (p0 - c)/(p1 - c) - 1; Infinity at or below cost; -1 where holding would have lost money. */
  readonly rise: number;
  /** What it would take of the same market [0-1]; above 1: more than all of it. */
  readonly share: number;
  /** Of the vendor's own tokens to its price: ln(1 + rise)/ln(p1/p0). */
  readonly elasticity: number;
  /** Rise of its tokens, cutting over holding, rivals reacting. */
  readonly realised: number;
}

/** What one replication says of all that. */
export interface WorthRun {
  readonly results: Readonly<Record<Cell, Result>>;
  /** Price held, last price, last cost [money/Mtok]. */
  readonly basket: readonly [number, number, number];
  readonly belowCost: number;
  readonly runwayWeeks: number;
}

/** @param rate discount rate [1/year] */
export function worthRun(vendor: string, run: Readonly<Record<Cell, Recording>>, span: Span, rate?: number): WorthRun {
  const actual = run["cut/react"];
  const last = rowOf(actual, span.to);
  return {
    results: Object.fromEntries(CELLS.map((c) => [c, resultOf(run[c], vendor, span, rate)])) as Record<Cell, Result>,
    basket: basketOf(run, vendor, span),
    belowCost: soldBelow(actual, vendor, last),
    runwayWeeks: runwayOf(actual, vendor, last),
  };
}

/** Over replications. @throws RangeError with fewer than two. */
export function worthOf(vendor: string, runs: readonly WorthRun[]): Worth {
  const profits = (cell: Cell) => runs.map((x) => x.results[cell].profit);
  const average = (cell: Cell, what: keyof Result) => mean(runs.map((x) => x.results[cell][what]));
  const cells = Object.fromEntries(
    CELLS.map((c) => [c, { profit: average(c, "profit"), tokens: average(c, "tokens"), share: average(c, "share") }]),
  ) as Record<Cell, Result>;
  return {
    vendor,
    cells,
    follow: pairedDifference(profits("cut/react"), profits("hold/react")),
    unanswered: pairedDifference(profits("cut/held"), profits("hold/held")),
    holdOut: pairedDifference(profits("hold/react"), profits("hold/held")),
    breakEven: breakEvenOf(runs, cells),
    belowCost: mean(runs.map((r) => r.belowCost)),
    runwayWeeks: Math.min(...runs.map((r) => r.runwayWeeks)),
  };
}

function breakEvenOf(runs: readonly WorthRun[], cells: Worth["cells"]): BreakEven {
  const [p0, p1, c] = [0, 1, 2].map((k) => mean(runs.map((r) => r.basket[k])));
  const rise = p1 > c ? Math.max(0, p0 - c) / (p1 - c) - 1 : Infinity;
  return {
    rise,
    share: cells["hold/react"].share * (1 + rise),
    elasticity: p1 < p0 && p1 > 0 ? log(1 + rise) / log(p1 / p0) : NaN,
    realised: cells["hold/react"].tokens > 0 ? cells["cut/react"].tokens / cells["hold/react"].tokens - 1 : NaN,
  };
}

/**
 * The price it would have held, and the last price and cost as they were, of what it would have sold on the first day,
 * in that day's proportions. By then a cut may long have been made, so the first day of the cut itself would not do.
 */
function basketOf(run: Readonly<Record<Cell, Recording>>, vendor: string, span: Span): [number, number, number] {
  const [cut, held] = [run["cut/react"], run["hold/react"]];
  const [n, first, last] = [cut.productIds.length, rowOf(cut, span.from), rowOf(cut, span.to)];
  const own = cut.productIds.flatMap((_, j) =>
    byToken(cut, j) && cut.vendorIds[cut.vendorOf[j]] === vendor && cut.product.live[last * n + j] === 1 ? [j] : [],
  );
  const weight = own.map((j) => productTokens(held)[first * n + j]);
  const total = sum(weight);
  const blend = (column: Float64Array, t: number) =>
    own.reduce((sum, j, k) => sum + (total > 0 ? weight[k] / total : 1 / own.length) * column[t * n + j], 0);
  return [blend(blendedPrice(held), first), blend(blendedPrice(cut), last), blend(blendedCost(cut), last)];
}

function soldBelow(r: Recording, vendor: string, t: number): number {
  const n = r.productIds.length;
  const [under, tokens] = [belowCost(r), productTokens(r)];
  let [below, all] = [0, 0];
  for (let j = 0; j < n; j++) {
    if (r.vendorIds[r.vendorOf[j]] !== vendor) continue;
    all += tokens[t * n + j];
    if (under[t * n + j] === 1) below += tokens[t * n + j];
  }
  return all > 0 ? below / all : 0;
}

const QUARTER_DAYS = 91;

/** Weeks its cash and purse last at the mean loss of the last quarter. */
function runwayOf(r: Recording, vendor: string, t: number): number {
  const [m, v] = [r.vendorIds.length, r.vendorIds.indexOf(vendor)];
  const ticks = Math.min(t + 1, Math.ceil(QUARTER_DAYS / r.tickDays));
  let profit = 0;
  for (let k = t - ticks + 1; k <= t; k++) profit += r.vendor.profit[k * m + v] / ticks;
  const money = r.vendor.cash[t * m + v] + r.vendor.purse[t * m + v];
  return profit >= 0 || money === Infinity ? Infinity : Math.max(0, money / -profit);
}
