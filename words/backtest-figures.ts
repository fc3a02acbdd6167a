import type { BacktestRow, Language, Target } from "../engine/index.ts";
import { change, large, money, number, percent, points } from "./format.ts";

/** A figure of a backtest in the unit of its target: a share, its change, tokens, money, or a plain number. */
export function figure({ unit, measure }: Pick<Target, "unit" | "measure">, x: number, lang: Language): string {
  if (measure === "tokenShareChange") return points(x, lang);
  if (unit === "1") return percent(x);
  if (unit.startsWith("tokens")) return large(x, lang);
  const currency = /^([A-Z]{3})(\/|$)/.exec(unit)?.[1];
  return currency ? money(x, currency, lang) : number(x);
}

/** What was observed: a number, on which side of 0 a change lay, or what the model may not exceed. */
export function observedText(target: Target, lang: Language): string {
  if (target.measure === "kink") return "> 0";
  return (target.judgedBy === "atMost" ? "≤ " : "") + figure(target, target.observed, lang);
}

/** How far off: of a share or a margin in points, since per cent of a per cent says little; of the rest in per cent. */
export const missed = ({ target, mean, error }: BacktestRow, lang: Language): string =>
  target.unit === "1" ? points(mean - target.observed, lang) : change(error);
