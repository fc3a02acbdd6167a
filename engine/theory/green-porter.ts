import { pow } from "../math/elementary.ts";

/**
 * Collusion when a slump looks like cheating (Green & Porter 1984, Econometrica 52; two-state version of Tirole 1988,
 * section 6.7.1): demand vanishes with probability a; after a sale of nothing both firms go to cost for T periods.
 */
interface GreenPorter {
  readonly slump: number; // a: probability that demand is zero
  readonly discount: number; // d
  readonly firms?: number; // sharing the monopoly profit, default 2
}

/** Whether a punishment of T periods deters cheating; for two firms, 1 <= 2(1-a)d + (2a-1)d^(T+1). */
function deters({ slump: a, discount: d, firms = 2 }: GreenPorter, periods: number): boolean {
  const value = collusiveValue({ slump: a, discount: d, firms }, periods);
  const cheat = 1 - a + pow(d, periods + 1) * value; // the whole profit once, then punishment for certain
  return value >= cheat - 1e-12;
}

/** V of colluding, per monopoly profit of one period. */
function collusiveValue({ slump: a, discount: d, firms = 2 }: GreenPorter, periods: number): number {
  return (1 - a) / firms / (1 - (1 - a) * d - a * pow(d, periods + 1));
}

/** The shortest punishment that deters, and what collusion is then worth; null when none does. */
export function shortestPunishment(spec: GreenPorter, most = 10_000) {
  for (let periods = 0; periods <= most; periods++) {
    if (!deters(spec, periods)) continue;
    const share = (spec.slump * periods) / (1 + spec.slump * periods); // of time spent in a price war
    return { periods, value: collusiveValue(spec, periods), atWar: share };
  }
  return null;
}
