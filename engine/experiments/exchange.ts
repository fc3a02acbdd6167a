import { findSeries, parsePath } from "../metrics/lookup.ts";
import { RECORDED } from "../recording/columns.ts";
import type { Recording } from "../recording/recorder.ts";
import type { Entity } from "../recording/series.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { type Measured, parseOutput } from "./outputs.ts";

/**
 * What one unit of `arm`'s money is in `base`'s: by the rate that `base` states, else by the one that `arm` does; null
 * where neither states one.
 */
export function exchangeRate(arm: Scenario, base: Scenario): number | null {
  if (arm.currency === base.currency) return 1;
  const [own, its] = [base.fx[arm.currency], arm.fx[base.currency]];
  return own ?? (its === undefined ? null : 1 / its);
}

const isMoney = (unit: string): boolean => /^money\b/.test(unit);

const MONEY_OF_HEADLINE = new Set(["headline.surplusGain", "headline.profitGain"]);

/** Whether an output is an amount of money, or of money per something. */
export function isMoneyOutput(id: string): boolean {
  const at = parsePath(parseOutput(id)?.path ?? "");
  return at ? isMoney(findSeries(at)?.unit ?? "") : MONEY_OF_HEADLINE.has(id);
}

/** A recording with all its money in another currency. */
export function restated(r: Recording, rate: number): Recording {
  if (rate === 1) return r;
  const times = (column: Float64Array) => column.map((x) => x * rate);
  const table = <T extends Readonly<Record<string, Float64Array>>>(entity: Entity, columns: T): T => {
    const money = RECORDED.filter((c) => c.entity === entity && isMoney(c.unit)).map(({ id }) => id);
    return { ...columns, ...Object.fromEntries(money.map((id) => [id, times(columns[id])])) };
  };
  const prices = <P extends object>(price: P): P =>
    Object.fromEntries(Object.entries(price).map(([meter, x]) => [meter, (x as number) * rate])) as P;
  return {
    ...r,
    product: table("product", r.product),
    vendor: table("vendor", r.vendor),
    segment: table("segment", r.segment),
    market: table("market", r.market),
    moves: r.moves.map((move) => ({ ...move, from: prices(move.from), to: prices(move.to) })),
    nash: r.nash?.map((n) => ({
      ...n,
      price: times(n.price),
      low: times(n.low),
      cartel: times(n.cartel),
      foreseen: times(n.foreseen),
    })),
  };
}

/** The same for what was measured of a run. */
export function restatedMeasures(measured: Measured, outputs: readonly string[], rate: number): Measured {
  if (rate === 1) return measured;
  const money = outputs.map(isMoneyOutput);
  return {
    ...measured,
    values: measured.values.map((x, k) => (money[k] ? x * rate : x)),
    series: measured.series.map((x, k) => (isMoneyOutput(measured.paths[k]) ? x.map((y) => y * rate) : x)),
  };
}
