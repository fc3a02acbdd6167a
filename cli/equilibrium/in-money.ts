import type { Benchmarks, MergerTable } from "../../engine/index.ts";
import { timesAll } from "../reader-money.ts";

const column = (prices: Float64Array, rate: number): Float64Array => prices.map((x) => x * rate);

/** Prices of theory in a reader's money: `rate` of it for one of the scenario's. */
export function benchmarksIn(b: Benchmarks, rate: number): Benchmarks {
  const { cycle } = b.equilibrium;
  const ends = cycle && { ...cycle, low: column(cycle.low, rate), high: column(cycle.high, rate) };
  return {
    ...b,
    price: column(b.price, rate),
    unitCost: column(b.unitCost, rate),
    nash: column(b.nash, rate),
    cartel: column(b.cartel, rate),
    foreseen: column(b.foreseen, rate),
    others: b.others.map((prices) => column(prices, rate)),
    equilibrium: { ...b.equilibrium, cycle: ends },
  };
}

/** The same for prices before and after a merger; pressure and efficiency are shares. */
export const mergerIn = (m: MergerTable, rate: number): MergerTable => ({
  ...m,
  before: column(m.before, rate),
  after: column(m.after, rate),
  profit: timesAll(m.profit, rate),
  rivals: timesAll(m.rivals, rate),
  surplus: m.surplus * rate,
});
