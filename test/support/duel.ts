import { dayNumber, isoDate, patchScenario, type Recording, type Scenario } from "../../engine/index.ts";
import { simulate } from "./scenarios.ts";
import { textbook } from "./textbook.ts";

const START = "2024-01-01";

interface Duel {
  /** Strategy of each vendor, v0 and on. */
  readonly strategies: readonly Readonly<Record<string, unknown>>[];
  readonly weeks?: number;
  readonly tickDays?: 1 | 7;
  readonly cost?: readonly number[];
  readonly price?: readonly number[];
  readonly appeal?: readonly number[];
  readonly mu?: number;
  readonly set?: Readonly<Record<string, unknown>>; // further paths
}

/**
 * A textbook market whose vendors play strategies against each other. Costs 1, prices 1.5, Calvano's demand, 52 weeks.
 */
export function duelScenario({
  strategies,
  weeks = 52,
  tickDays = 7,
  cost,
  price,
  appeal,
  mu = 0.25,
  set,
}: Duel): Scenario {
  const n = strategies.length;
  const values: Record<string, unknown> = {
    "clock.end": isoDate(dayNumber(START) + 7 * weeks - 1),
    "clock.tickDays": tickDays,
  };
  strategies.forEach((strategy, v) => {
    values[`vendors.v${v}.strategy`] = strategy;
    for (const meter of ["input", "output"]) values[`vendors.v${v}.products.p.cost.${meter}`] = cost?.[v] ?? 1;
  });
  const base = textbook({
    appeal: [...(appeal ?? Array.from({ length: n }, () => 2))],
    price: [...(price ?? Array.from({ length: n }, () => 1.5))],
    mu,
  });
  return patchScenario(base, { ...values, ...set });
}

export const duel = (spec: Duel, seed = 1): Recording => simulate(duelScenario(spec), { seed });

/** A vendor's (first product's) column over the run. */
export const path = (r: Recording, column: keyof Recording["product"], v: number): number[] =>
  r.dates.map((_, t) => r.product[column][t * r.productIds.length + v]);

/** Its price over the run. */
export const prices = (r: Recording, v: number): number[] => path(r, "priceInput", v);

export const sum = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0);

/** Its gross profit over the run, week by week. */
export const profits = (r: Recording, v: number): number[] => {
  const [revenue, cost] = [path(r, "revenue", v), path(r, "costOfRevenue", v)];
  return revenue.map((x, t) => x - cost[t]);
};
