import { currencyNamed } from "../engine/authoring/units.ts";
import { readNumber } from "../engine/authoring/quantity.ts";

/** How many tokens a price is for, in the words of headings; the finer leads. */
const PER = [
  ["/Btok", /十[亿億]|billion|gtok|(per|\/)[\s_]*1?[\s_]*[bg](?![a-z])/i],
  ["/Mtok", /百[万萬]|million|mtok|1,?000,?000|(per|\/)[\s_]*1?[\s_]*m(?![a-z])/i],
  ["/10ktok", /[万萬]/],
  ["/ktok", /千|thousand|ktok|1,?000|(per|\/)[\s_]*1?[\s_]*k(?![a-z])/i],
  ["/token", /(per|\/|每)[\s_个個]*(1[\s_]*)?(tok|词元)/i],
] as const;

const CURRENCY = /[¥￥$€£₩]|人民[币幣]|美元|[欧歐]元|日元|元|\b(CNY|RMB|USD|EUR|GBP|JPY|KRW|HKD)\b/i;

/** The currency that a heading or a unit names somewhere in it; null where it names none. */
export function currencyIn(text: string): string | null {
  const word = CURRENCY.exec(text.normalize("NFKC").replaceAll("_", " "))?.[0];
  return word === undefined ? null : currencyNamed(word);
}

/** The unit a heading gives, ready to stand behind a number: “输入（元/千tokens）” gives “元/千tokens”; "" for none. */
export function unitOf(heading: string): string {
  const text = heading.normalize("NFKC");
  const within = /[([]([^)\]]*\/[^)\]]*|[^)\]]*每[^)\]]*)[)\]]/
    .exec(text)?.[1]
    .replace(/^.*[:：]/, "")
    .trim();
  if (within && isPrice(within)) return within;
  return PER.find(([, pattern]) => pattern.test(text))?.[0] ?? "";
}

/** The unit that a cell of its own gives: “元/千tokens”, “1K tokens”, “百万”; null where it is no price of tokens. */
export function unitSaid(cell: string): string | null {
  const text = cell.normalize("NFKC").trim();
  if (isPrice(text)) return text;
  return PER.find(([, pattern]) => pattern.test(`/${text.replace(/^\//, "")}`))?.[0] ?? null;
}

const isPrice = (unit: string): boolean => readNumber(`1 ${unit}`, "money/Mtok", currencyIn(unit) ?? "CNY") !== null;

/** One thousandth, a million ...: by how much a number in the unit differs from the same number per million tokens. */
export const perMillionOf = (unit: string): number | null =>
  readNumber(unit.startsWith("/") ? `1 CNY${unit}` : `1 ${unit}`, "money/Mtok", currencyIn(unit) ?? "CNY");
