import { benchmarks } from "./benchmarks.ts";
import { costOfLiving, offersOf } from "./cost-of-living.ts";
import { demandOf } from "../demand/demand-model.ts";
import type { CompileOptions } from "../compile/compile.ts";
import { dayNumber } from "../scenario/dates.ts";
import type { Market, Model } from "../model/market.ts";
import type { NashPrices } from "../recording/recorder.ts";
import { spreadBuyers } from "./spread-buyers.ts";

export interface Span {
  readonly from: string; // ISO date
  readonly to: string;
}

/** When competition is priced: on both days of a span and at each launch between, or every so many days. */
export type NashDays = Span | { readonly every: number };

/**
 * Looks at a run's market on those days and prices competition there; collusion too on days that recur, which are
 * drawn, but not on those of a span, which is told against competition alone.
 */
export function nashWatch(model: Model, options: CompileOptions, days: NashDays) {
  const ticks = new Set("every" in days ? ticksEvery(model, days.every) : daysOf(model, days));
  const collusion = "every" in days;
  const small = spreadBuyers(model, options);
  const found: NashPrices[] = [];
  let first: ReturnType<typeof offersOf> | undefined;
  return {
    found,
    watch(market: Market) {
      if (!ticks.has(market.tick)) return;
      const priced = demandOf(small).priced(small, market);
      first ??= offersOf(priced);
      const { all, withoutNew } = costOfLiving(priced, first);
      found.push({ ...nashPrices(small, market, { collusion, priced }), living: all, livingWithoutNew: withoutNew });
    },
  };
}

/** The last tick on or before a date. */
const tickOf = ({ startDay, tickDays, ticks }: Pick<Model, "startDay" | "tickDays" | "ticks">, date: string) =>
  Math.max(0, Math.min(ticks - 1, Math.floor((dayNumber(date) - startDay) / tickDays)));

function daysOf(model: Model, { from, to }: Span): number[] {
  const [first, last] = [tickOf(model, from), tickOf(model, to)];
  const launches = model.products.map((p) => p.launchTick).filter((t) => t > first && t < last);
  return [first, last, ...launches];
}

/** From the first tick on, and the last. */
function ticksEvery({ ticks, tickDays }: Model, days: number): number[] {
  const step = Math.max(1, Math.round(days / tickDays));
  return [...Array.from({ length: Math.ceil(ticks / step) }, (_, k) => k * step), ticks - 1];
}

type Prices = Omit<NashPrices, "living" | "livingWithoutNew">;

function nashPrices(model: Model, market: Market, options: Parameters<typeof benchmarks>[2]): Prices {
  const { products, nash, cartel, foreseen, equilibrium, gain } = benchmarks(model, market, options);
  const column = (values: Float64Array) => {
    const out = new Float64Array(model.products.length).fill(NaN);
    products.forEach((j, k) => (out[j] = values[k]));
    return out;
  };
  const { converged, cycle } = equilibrium;
  return {
    tick: market.tick,
    price: column(nash),
    low: column(cycle?.low ?? nash),
    converged,
    cartel: column(cartel),
    foreseen: column(foreseen),
    gain,
  };
}
