import type { Text } from "../text/text.ts";
import { type Bounds, outside } from "./bounds.ts";
import type { Context } from "./context.ts";
import { type Issue, valueOfFormula } from "./formula-values.ts";
import { type Money, parseUnit, sameDimensions, splitQuantity } from "./units.ts";

/** What a numeric field holds. */
export interface Field {
  readonly unit: string; // canonical
  readonly bounds: Bounds;
  readonly context: Context;
}

interface Terms {
  readonly unit: string;
  readonly expected: Text;
  readonly context: Context;
  readonly issue: Issue;
}

/** A number as a file writes it, in its canonical unit; undefined once an issue is reported. */
export function toNumber(
  raw: unknown,
  { unit, bounds, context }: Field,
  issue: Issue,
  own?: string,
): number | undefined {
  const expected = unitName(unit, context.money);
  const terms = { unit, expected, context, issue };
  const value =
    typeof raw === "number"
      ? withUnit(raw, own ?? "", terms)
      : typeof raw === "string"
        ? fromText(raw, own, terms)
        : undefined;
  if (raw === undefined || raw === null)
    issue({ en: `missing: expected ${expected.en}`, zh: `缺少值：应为${expected.zh}` });
  else if (typeof raw !== "number" && typeof raw !== "string")
    issue({ en: `expected ${expected.en}`, zh: `应为${expected.zh}` });
  if (value === undefined) return undefined;
  const wrong = outside(value, bounds);
  if (!wrong) return value;
  issue({
    en: `${round(value)} is out of bounds: expected ${wrong.en}`,
    zh: `${round(value)} 超出范围：应${wrong.zh}`,
  });
  return undefined;
}

function fromText(text: string, own: string | undefined, terms: Terms): number | undefined {
  const { expected, context, issue } = terms;
  if (text.trim().startsWith("=")) return valueOfFormula(text, context.parameters, issue);
  const split = splitQuantity(text);
  if (!split) {
    issue({
      en: `“${clip(text)}” is not a number; expected ${expected.en}`,
      zh: `“${clip(text)}”不是数，应为${expected.zh}`,
    });
    return undefined;
  }
  return withUnit(split[0], split[1] || own || "", terms);
}

function withUnit(
  value: number,
  given: string,
  { unit, expected, context: { money }, issue }: Terms,
): number | undefined {
  if (!Number.isFinite(value)) {
    issue({ en: "expected a finite number", zh: "应为有限的数" });
    return undefined;
  }
  if (given === "") return value;
  const [from, to] = [parseUnit(given, money), parseUnit(unit, money)];
  if (!from) {
    issue({
      en: `unknown unit “${clip(given)}”; expected ${expected.en}`,
      zh: `未知单位“${clip(given)}”，应为${expected.zh}`,
    });
    return undefined;
  }
  if (!to || !sameDimensions(from, to)) {
    issue({
      en: `wrong unit “${clip(given)}”; expected ${expected.en}`,
      zh: `单位“${clip(given)}”不对，应为${expected.zh}`,
    });
    return undefined;
  }
  // A product of a whole ratio stays exact: 30 d is 30, not 29.999...
  const ratio = from.factor / to.factor;
  return ratio < 1 && Number.isInteger(Math.round(1e6 / ratio) / 1e6) ? value / Math.round(1 / ratio) : value * ratio;
}

/** What a field expects, in words. */
function unitName(unit: string, money: Money): Text {
  if (unit === "1") return { en: "a number", zh: "一个数" };
  const shown = unit.replaceAll("money", money.currency);
  return { en: `a number in ${shown}, like “2 ${shown}”`, zh: `以 ${shown} 计的数，例如“2 ${shown}”` };
}

const round = (x: number) => Number(x.toPrecision(6));
const clip = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
