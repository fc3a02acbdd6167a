import type { Language } from "../../engine/index.ts";
import { change, count, money, number, percent, points, price, tokens } from "../../words/format.ts";
import { unitWords } from "../../words/units.ts";
import type { Measure } from "./measure.ts";

interface Context {
  readonly measure: Measure;
  readonly currency: string;
  readonly lang: Language;
}

/** A value of a measure as the gutter says it. */
export function valueText(x: number, { measure, currency, lang }: Context): string {
  if (!Number.isFinite(x)) return "–";
  switch (measure.format) {
    case "share": // a margin on next to no revenue has no bottom; the gutter has
      return x < -9.99 ? "<\u2212999%" : shareText(x);
    case "price":
      return price(x, lang);
    case "money":
      return money(x, currency, lang);
    case "tokens":
      return tokens(x, lang);
    case "count":
      return count(x, lang);
    default:
      return number(x);
  }
}

/** A share with one decimal below 100 %: two shares of a chart line up. */
const shareText = (x: number): string =>
  Math.abs(x) < 0.0995 || Math.abs(x) >= 10 ? percent(x) : `${(100 * x).toFixed(1).replace("-", "\u2212")}%`;

/** How far `x` is from `from`: points between shares, otherwise per cent. */
export function changeText(x: number, from: number, { measure, lang }: Context): string {
  if (!Number.isFinite(x) || !Number.isFinite(from)) return "";
  if (isPart(measure) && Math.min(x, from) < -9.99) return "";
  if (isPart(measure)) return signedPoints(x - from, lang);
  if (from === 0) return x === 0 ? "0" : "";
  return x === from ? "0" : change(x / from - 1);
}

const signedPoints = (x: number, lang: Language): string => {
  const text = points(x, lang).replace(/ .*$/, ""); // the unit stands in the column's head
  return /^[+\u2212]?0\.0$/.test(text) ? "0" : text;
};

/** Per cent of a whole. */
const isPart = ({ format }: Measure): boolean => format === "share";

/** What the values are in, for a subtitle. */
export function unitText({ measure, currency, lang }: Context): string {
  if (isPart(measure)) return "%";
  return unitWords(measure.unit, currency, lang);
}

/** A value at an axis tick: no idle zeros, and the per cent sign on the topmost only. */
export function tickText(x: number, top: boolean, context: Context): string {
  const { measure } = context;
  if (isPart(measure)) {
    return `${Number((100 * x).toPrecision(3))}`.replace("-", "\u2212") + (top ? "%" : "");
  }
  if (measure.scale === "log") return String(Number(x.toPrecision(3)));
  return valueText(x, context).replace(/\.(\d*?)0+(?!\d)/, (_, kept: string) => (kept ? `.${kept}` : ""));
}
