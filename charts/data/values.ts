import type { Language } from "../../engine/index.ts";
import { change, count, money, number, percent, points, price, tokens } from "../../words/format.ts";
import type { Measure } from "./measure.ts";

interface Context {
  readonly measure: Measure;
  readonly currency: string;
  readonly lang: Language;
}

/** A value of a measure as the gutter says it. */
export function valueText(x: number, { measure, currency, lang }: Context): string {
  if (!Number.isFinite(x)) return "–";
  // A margin on next to no revenue has no bottom; the gutter has.
  if (measure.id === "grossMargin" && x < -9.99) return "<\u2212999%";
  if (measure.id === "grossMargin" || measure.share || measure.id === "cr4") return shareText(x);
  if (measure.unit === "money/Mtok") return price(x, lang);
  if (measure.unit === "money/GPU h") return number(x);
  if (measure.unit.startsWith("money")) return money(x, currency, lang);
  if (measure.unit === "Mtok/week") return tokens(x, lang);
  if (measure.unit.startsWith("agents")) return count(x, lang);
  return number(x);
}

/** A share with one decimal below 100 %: two shares of a chart line up. */
const shareText = (x: number): string =>
  Math.abs(x) < 0.0995 || Math.abs(x) >= 10 ? percent(x) : `${(100 * x).toFixed(1).replace("-", "\u2212")}%`;

/** How far `x` is from `from`: points between shares, otherwise per cent. */
export function changeText(x: number, from: number, { measure, lang }: Context): string {
  if (!Number.isFinite(x) || !Number.isFinite(from)) return "";
  if (measure.id === "grossMargin" && Math.min(x, from) < -9.99) return "";
  if (measure.share || measure.id === "grossMargin" || measure.id === "cr4") return signedPoints(x - from, lang);
  if (from === 0) return x === 0 ? "0" : "";
  return x === from ? "0" : change(x / from - 1);
}

const signedPoints = (x: number, lang: Language): string => {
  const text = points(x, lang).replace(/ .*$/, ""); // the unit stands in the column's head
  return /^[+\u2212]?0\.0$/.test(text) ? "0" : text;
};

/** What the values are in, for a subtitle. */
export function unitText({ measure, currency, lang }: Context): string {
  const sign = { CNY: "¥", USD: "$" }[currency] ?? currency;
  const yuan = { CNY: "元", USD: "美元" }[currency] ?? currency;
  const money = lang === "zh" ? yuan : sign;
  const units: Readonly<Record<string, readonly [string, string]>> = {
    "money/Mtok": [`${money} per Mtok`, `${money}/百万 token`],
    "money/week": [`${money} a week`, `${money}/周`],
    "money/GPU h": [`${money} per GPU hour`, `${money}/GPU 小时`],
    money: [money, money],
    "Mtok/week": ["tokens a week", "token/周"],
    agents: ["teams and users", "团队与用户数"],
    "agents/week": ["teams and users a week", "团队与用户数/周"],
  };
  if (measure.share || measure.id === "grossMargin" || measure.id === "cr4") return "%";
  return units[measure.unit]?.[lang === "zh" ? 1 : 0] ?? "";
}

/** A value at an axis tick: no idle zeros, and the per cent sign on the topmost only. */
export function tickText(x: number, top: boolean, context: Context): string {
  const { measure } = context;
  if (measure.share || measure.id === "grossMargin" || measure.id === "cr4") {
    return `${Number((100 * x).toPrecision(3))}`.replace("-", "\u2212") + (top ? "%" : "");
  }
  if (measure.scale === "log") return String(Number(x.toPrecision(3)));
  return valueText(x, context).replace(/\.(\d*?)0+(?!\d)/, (_, kept: string) => (kept ? `.${kept}` : ""));
}
