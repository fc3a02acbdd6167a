import { compileFormula, FormulaError } from "../expression/formula.ts";
import type { Text } from "../text/text.ts";
import { type Bounds, isMeasurable, outside } from "./bounds.ts";
import { dayNumber, isoDate } from "../scenario/dates.ts";
import type { Series } from "../scenario/scenario.ts";

/** Reports what is wrong, at a place below the one being read. */
export type Issue = (text: Text, path?: readonly (string | number)[]) => void;

type Scope = Readonly<Record<string, number>>; // named numbers a formula may use

const STEADY: Text = {
  en:
    "no formula of time “t” here: GPU price, technology, growth and captive use take one; other " +
    "values change on a date by an event",
  zh: "这里不能用随时间 t 变化的公式：只有 GPU 价格、技术进步、增长和自用量可以；其他取值请用带日期的事件改变",
};

const bodyOf = (text: string): string => text.trim().slice(1); // after its leading =

/** What a formula comes to; undefined once an issue is reported. */
export function valueOfFormula(text: string, scope: Scope, issue: Issue): number | undefined {
  try {
    const value = compileFormula(bodyOf(text), Object.keys(scope)).evaluate(scope);
    if (Number.isFinite(value) && isMeasurable(value)) return value;
    issue(
      Number.isFinite(value)
        ? { en: `the formula gives ${value}`, zh: `公式给出 ${value}` }
        : { en: "the formula has no finite value", zh: "公式没有有限的值" },
    );
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    issue(/\bt\b/.test(text) && !("t" in scope) ? STEADY : error.text);
  }
  return undefined;
}

interface Span {
  readonly start: string; // YYYY-MM-DD
  readonly end: string;
}

/**
 * A formula of `t`, years since the start, as weekly steps; null for one without `t`,
 * undefined once an issue is reported.
 */
export function pathOfTime(
  text: string,
  {
    scope,
    span,
    bounds,
    issue,
  }: { readonly scope: Scope; readonly span: Span; readonly bounds: Bounds; readonly issue: Issue },
): Series | null | undefined {
  const [start, end] = [span.start, span.end].map(dayNumber);
  try {
    const formula = compileFormula(bodyOf(text), [...Object.keys(scope), "t"]);
    if (!formula.uses.includes("t")) return null;
    const days = Array.from({ length: Math.floor((end - start) / 7) + 1 }, (_, k) => start + 7 * k);
    const value = days.map((day) => formula.evaluate({ ...scope, t: (day - start) / 365 }));
    const wrong = value.findIndex((x) => !Number.isFinite(x) || !isMeasurable(x) || outside(x, bounds) !== null);
    if (wrong < 0) return { at: days.map(isoDate), value };
    const when = isoDate(days[wrong]);
    issue({ en: `the formula gives ${value[wrong]} on ${when}`, zh: `公式在 ${when} 给出 ${value[wrong]}` });
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    issue(error.text);
  }
  return undefined;
}
