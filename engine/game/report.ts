import { blendedPrice } from "../metrics/metric.ts";
import { series } from "../metrics/lookup.ts";
import type { Recording } from "../recording/recorder.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { isoDate, dayNumber } from "../scenario/dates.ts";
import type { Move } from "../model/market.ts";
import { isAlive } from "./accounts.ts";
import { quarterTicks, TICK_DAYS } from "./calendar.ts";

/** What everybody can read after a quarter: the market, and what happened in it. */
interface MarketReport {
  readonly products: readonly ProductRow[];
  readonly vendors: readonly VendorRow[];
  readonly tokens: number; // of the quarter's last week [Mtok/week]
  readonly priceIndex: number; // the start is 1
  readonly news: readonly News[];
}

export interface ProductRow {
  readonly id: string;
  readonly vendor: string;
  readonly live: boolean;
  readonly input: number; // list prices at the quarter's end [money/Mtok]
  readonly output: number;
  readonly price: number;
}

export interface VendorRow {
  readonly id: string;
  readonly alive: boolean;
  readonly tokenShare: number;
  readonly revenueShare: number;
  readonly shareBefore: number; // of tokens, a quarter before
}

export type News =
  | { readonly kind: "move"; readonly date: string; readonly move: Move; readonly product: string }
  | { readonly kind: "launch" | "gone"; readonly date: string; readonly product: string }
  | { readonly kind: "closed"; readonly date: string; readonly vendor: string }
  | { readonly kind: "raised"; readonly date: string; readonly vendor: string; readonly amount: number };

/**
 * The market at the end of a quarter; -1: as it opens. Decisions act from a quarter's first day, so what stood before
 * the first quarter is in no run that holds them: `opening` is the game before anybody decided.
 */
export function marketReport(scenario: Scenario, r: Recording, quarter: number, opening: Recording = r): MarketReport {
  const [from, to] = quarter < 0 ? [0, 1] : quarterTicks(quarter);
  const end = to - 1;
  const at = (path: string, tick: number) => series(r, path)[tick];
  const before = (path: string) => (quarter > 0 ? at(path, from - 1) : series(opening, path)[0]);
  return {
    products: productRows(r, end),
    vendors: r.vendorIds.map((id) => ({
      id,
      alive: quarter < 0 || isAlive(r, id, quarter + 1),
      tokenShare: at(`vendors.${id}.tokenShare`, end),
      revenueShare: at(`vendors.${id}.revenueShare`, end),
      shareBefore: before(`vendors.${id}.tokenShare`),
    })),
    tokens: at("market.tokens", end),
    priceIndex: at("market.priceIndex", end),
    news: quarter < 0 ? [] : newsOf(scenario, r, from, to),
  };
}

function productRows(r: Recording, end: number): ProductRow[] {
  const n = r.productIds.length;
  const prices = blendedPrice(r);
  return r.productIds.map((id, j) => ({
    id,
    vendor: r.vendorIds[r.vendorOf[j]],
    live: r.product.live[end * n + j] === 1,
    input: r.product.priceInput[end * n + j],
    output: r.product.priceOutput[end * n + j],
    price: prices[end * n + j],
  }));
}

/** In order of date; of one date, in the order things happen. */
function newsOf({ clock }: Scenario, r: Recording, from: number, to: number): News[] {
  const dateOf = (tick: number) => isoDate(dayNumber(clock.start) + tick * TICK_DAYS);
  const moves = r.moves.filter((m) => m.tick >= from && m.tick < to);
  const found = moves.map((move): News => ({
    kind: "move",
    date: dateOf(move.tick),
    move,
    product: r.productIds[move.product],
  }));
  const [n, m] = [r.productIds.length, r.vendorIds.length];
  for (let t = Math.max(1, from); t < to; t++) {
    const date = dateOf(t);
    const turned = (column: Float64Array, width: number, k: number) =>
      column[t * width + k] - column[(t - 1) * width + k];
    r.vendorIds.forEach((vendor, v) => {
      if (turned(r.vendor.alive, m, v) < 0) found.push({ kind: "closed", date, vendor });
      const amount = turned(r.vendor.raised, m, v);
      if (amount > 0) found.push({ kind: "raised", date, vendor, amount });
    });
    r.productIds.forEach((product, j) => {
      const change = turned(r.product.live, n, j);
      if (change > 0) found.push({ kind: "launch", date, product });
      if (change < 0 && turned(r.vendor.alive, m, r.vendorOf[j]) === 0) found.push({ kind: "gone", date, product });
    });
  }
  return found.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
