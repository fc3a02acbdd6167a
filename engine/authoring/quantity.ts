import type { Text } from "../text/text.ts";
import { halfWidth } from "../text/half-width.ts";
import { type Bounds, isMeasurable, outside } from "./bounds.ts";
import type { Context } from "./context.ts";
import { expectedText } from "./expected-words.ts";
import { type Issue, valueOfFormula } from "./formula-values.ts";
import { type Numeral, numberOf, readNumeral } from "./numeral.ts";
import { suspicion } from "./suspicion.ts";
import { type Amount, parseUnit, readAmount, sameDimensions, type Unit, type Unread } from "./units.ts";

/** What a numeric field holds. */
export interface Field {
  readonly unit: string; // canonical
  readonly bounds: Bounds;
  readonly context: Pick<Context, "money" | "parameters" | "doubts">;
}

/** Units whose last part a field's own name says: a price of tokens, a month's price, a GPU hour. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  "money/Mtok": ["money"],
  "money/month": ["money", "money/user/month", "money/user"],
  "money/second": ["money"],
  "money/GPU/h": ["money/h", "money"],
};

/** A number as a file writes it, in its canonical unit; undefined once an issue is reported. */
export function toNumber(raw: unknown, field: Field, issue: Issue, own?: string): number | undefined {
  const { unit, bounds, context } = field;
  const expected = expectedText(unit, bounds, context.money.currency);
  if (raw === undefined || raw === null) {
    issue({ en: `missing: expected ${expected.en}`, zh: `缺少值：应为${expected.zh}` });
    return undefined;
  }
  const value = unbounded(raw, field, issue, own);
  if (value === undefined) return undefined;
  const wrong = outside(value, bounds);
  if (!wrong) return value;
  const hint = percentHint(value, field);
  issue({
    en: `${round(value)} is out of bounds: expected ${wrong.en}${hint.en}`,
    zh: `${round(value)} 超出范围：应${wrong.zh}${hint.zh}`,
  });
  return undefined;
}

/** A number by itself, as a flag has it, in a canonical unit; null where it cannot be read: `refused` is told why. */
export function readNumber(text: string, unit: string, currency = "CNY", refused: Issue = () => {}): number | null {
  const context = { money: { currency, fx: {} }, parameters: {}, doubts: new Map() };
  return unbounded(text, { unit, bounds: {}, context }, refused) ?? null;
}

function unbounded(raw: unknown, field: Field, issue: Issue, own?: string): number | undefined {
  const { unit, bounds, context } = field;
  const { currency } = context.money;
  const refuse = ({ en, zh }: Text) => {
    const expected = expectedText(unit, bounds, currency);
    issue({ en: `${en}expected ${expected.en}`, zh: `${zh}应为${expected.zh}` });
    return undefined;
  };
  if (typeof raw === "string" && raw.trim().startsWith("=")) return valueOfFormula(raw, context.parameters, issue);
  if (typeof raw !== "string" && typeof raw !== "number") return refuse({ en: "", zh: "" });
  if (typeof raw === "number" && !Number.isFinite(raw))
    return refuse({ en: "not a finite number; ", zh: "不是有限的数，" });
  const ofTokens = unit.includes("tok");
  const amount = readAmount(String(raw), context.money, ofTokens);
  if ("why" in amount) return refuse(unreadText(String(raw), amount, currency));
  const given = amount.unit ?? (own ? parseUnit(own, context.money, ofTokens) : null);
  if (given && "why" in given) return refuse(unreadText(own!, { ...given, word: given.word ?? own! }, currency));
  const value = given ? converted(amount, given, field) : numberOf(amount.numeral);
  if (value === null) return refuse(wrongUnit(amount.unit ? String(raw) : own!));
  if (!Number.isFinite(value)) return refuse({ en: "not a finite number; ", zh: "不是有限的数，" });
  if (!isMeasurable(value)) return refuse(outOfReach(value));
  if (amount.numeral.doubt) context.doubts.set(raw, amount.numeral.doubt);
  const odd = given ? null : suspicion(value, unit, currency);
  if (odd) context.doubts.set(raw, odd);
  return value;
}

const outOfReach = (value: number): Text => ({
  en: `${value} is ${Math.abs(value) > 1 ? "larger" : "smaller"} than anything in a market; `,
  zh: `${value} 过${Math.abs(value) > 1 ? "大" : "小"}，市场中没有这样的数；`,
});

/** The amount in the field's unit, or in the same rate the other way round; null where it is of something else. */
function converted({ numeral }: Amount, from: Unit, { unit, context }: Field): number | null {
  for (const name of [unit, ...(SHORT[unit] ?? [])]) {
    const to = parseUnit(name, context.money);
    if ("why" in to) continue;
    if (sameDimensions(from, to)) return inUnit(numeral, from, to);
    const inverse = {
      ten: -from.ten,
      times: 1 / from.times,
      dimensions: from.dimensions.map((d) => -d),
    } as unknown as Unit;
    const isPrice = to.dimensions[0] !== 0 && to.dimensions[1] !== 0;
    if (isPrice && sameDimensions(inverse, to))
      return 1 / inUnit(numeral, from, { ...to, ten: -to.ten, times: 1 / to.times });
  }
  return null;
}

function inUnit(numeral: Numeral, from: Unit, to: Unit): number {
  const value = numberOf(numeral, from.ten - to.ten);
  // Divided by a whole number where it is one: 14 days are 2 weeks, not 2.0000000000000004.
  const ratio = from.times / to.times;
  return ratio < 1 && Number.isInteger(Math.round(1e6 / ratio) / 1e6) ? value / Math.round(1 / ratio) : value * ratio;
}

function unreadText(raw: string, { word, why }: Unread, currency: string): Text {
  const shown = clip(word ?? raw);
  if (why === "no rate")
    return {
      en: `“${shown}” is not ${currency}, and fx gives no rate for it; `,
      zh: `“${shown}”不是 ${currency}，fx 里也没有它的汇率；`,
    };
  if (why === "unknown" && shown !== clip(raw)) return { en: `unknown unit “${shown}”; `, zh: `未知单位“${shown}”，` };
  return { en: `“${shown}” cannot be read as a number; `, zh: `“${shown}”读不成一个数，` };
}

function wrongUnit(raw: string): Text {
  const shown = clip(
    raw
      .trim()
      .slice(readNumeral(halfWidth(raw.trim()))?.length ?? 0)
      .trim(),
  );
  return { en: `wrong unit “${shown}”; `, zh: `单位“${shown}”不对，` };
}

/** A share of 56 is 56 %. */
const percentHint = (value: number, { unit, bounds }: Field): Text =>
  unit === "1" && bounds.max === 1 && value > 1 && value <= 100
    ? { en: `; did you mean “${round(value)} %”?`, zh: `，是不是“${round(value)} %”？` }
    : { en: "", zh: "" };

const round = (x: number) => Number(x.toPrecision(6));
const clip = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
