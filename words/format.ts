import { type Language, type Meter, type Said, say, type Text } from "../engine/index.ts";
import { zhJoin } from "./punctuation.ts";

/** The one formatter: numbers, money, tokens and dates as people write them in either language. */

const MINUS = "\u2212";

const UNSAYABLE = 12; // more digits before the point than anybody reads
const raised = (k: number): string => [...String(k)].map((d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)]).join("");

/** Three significant digits, no exponent below a million million, a true minus: 108, 16.3, 4.30, 0.96. */
export function number(x: number, digits = 3): string {
  if (!Number.isFinite(x)) return "–";
  if (x === 0) return "0";
  const size = Math.floor(Math.log10(Math.abs(x)) + 1e-12);
  if (size >= UNSAYABLE) return `${number(x / 10 ** size, digits)}×10${raised(size)}`;
  const decimals = Math.max(0, Math.min(6, digits - 1 - size));
  return fixed(x, decimals);
}

/** A change: a rise bears its sign too. */
export const signed = (x: number): string => (x > 0 ? `+${number(x)}` : number(x));

/** So many decimals, a true minus, no minus before zero. */
export function fixed(x: number, decimals: number): string {
  const text = Math.abs(x).toFixed(decimals);
  const grouped = text.replace(/^\d{5,}/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
  return x < 0 && Number(text) !== 0 ? MINUS + grouped : grouped;
}

const CURRENCIES: Readonly<Record<string, Text>> = {
  CNY: { en: "¥", zh: "元" },
  USD: { en: "$", zh: "美元" },
  EUR: { en: "€", zh: "欧元" },
};

export const currencyWord = (currency: string, lang: Language): string =>
  say(CURRENCIES[currency] ?? { en: `${currency} `, zh: ` ${currency}` }, lang);

export const FREE: Text = { en: "free", zh: "免费" };

/** A price per million tokens, without its unit: 4.30; 0 is said in a word. */
export function price(x: number, lang: Language): string {
  return x === 0 ? say(FREE, lang) : number(x);
}

const PER_MTOK: Said<(currency: string) => string> = {
  en: (currency) => `${currency} per Mtok`,
  zh: (currency) => `${currency}/百万 token`,
};

/** The unit prices carry: `¥ per Mtok`, 元/百万 token. */
export const priceUnit = (currency: string, lang: Language): string =>
  say(PER_MTOK, lang)(currencyWord(currency, lang));

const PER_KTOK: Said<(currency: string) => string> = {
  en: (currency) => `${currency} per 1,000 tokens`,
  zh: (currency) => `${currency}/千 token`,
};
const LI: Text = { en: "li (¥0.001) per 1,000 tokens", zh: "厘/千 token" };

/** The unit of prices per thousand tokens: 厘 in yuan (a thousandth), as the trade quotes them. */
export const perThousand = (currency: string, lang: Language): string =>
  currency === "CNY" ? say(LI, lang) : say(PER_KTOK, lang)(currencyWord(currency, lang));

/** A price by its meter: of a million tokens, whose unit stands elsewhere; of a month or a second, with its unit. */
export const listPrice = (x: number, meter: Meter, lang: Language): string =>
  meter === "token" ? price(x, lang) : meteredPrice(x, meter, lang);

/** Factors from prices of the engine (a million tokens, a user's week, a million seconds) to prices quoted. */
export const QUOTED: Readonly<Record<Meter, number>> = { token: 1, month: 365 / 84, second: 1e-6 };
export const PER: Readonly<Record<"month" | "second", Text>> = {
  month: { en: "/month", zh: "/月" },
  second: { en: "/s", zh: "/秒" },
};

/** A price of what is not sold by the token, in the unit people know it by. */
export function meteredPrice(x: number, meter: "month" | "second", lang: Language): string {
  if (x === 0) return say(FREE, lang);
  if (!Number.isFinite(x)) return number(x);
  return `${number(x * QUOTED[meter])}${say(PER[meter], lang)}`;
}

const SCALES: Said<readonly (readonly [size: number, word: string])[]> = {
  en: [
    [1e12, " tn"],
    [1e9, " bn"],
    [1e6, " mn"],
    [1e3, "k"],
  ],
  zh: [
    [1e12, " 万亿"],
    [1e8, " 亿"],
    [1e4, " 万"],
  ],
};

const scaleFor = (x: number, lang: Language) => say(SCALES, lang).find(([size]) => Math.abs(x) >= size * 0.9995);

/** The scale in which a number is said, and its word: 1e12, “tn”; 1 and “” for what needs none. */
export function scaleOf(x: number, lang: Language): { readonly size: number; readonly word: string } {
  const [size, word] = scaleFor(x, lang) ?? [1, ""];
  return { size, word: word.trim() };
}

/** A large number with its scale word: 114 tn, 114 万亿. */
export function large(x: number, lang: Language): string {
  if (Math.abs(x) >= 1e16) return number(x); // more than ten thousand of the largest word
  const [size, word] = scaleFor(x, lang) ?? [1, ""];
  return `${number(x / size)}${word}`;
}

/** Money of an amount, a currency, and how amounts are written. */
const MONEY: Said<(x: number, currency: string, amount: (x: number) => string) => string> = {
  en: (x, sign, amount) => (x < 0 ? `${MINUS}${sign}${amount(-x)}` : `${sign}${amount(x)}`),
  zh: (x, unit, amount) => amount(x).replace(/(?<=[\d–])$/, " ") + unit.trim(), // 1187 元, 12 万元
};

/** Money: ¥1.7 bn, 17 亿元. */
export const money = (x: number, currency: string, lang: Language): string =>
  say(MONEY, lang)(x, currencyWord(currency, lang), (y) => large(y, lang));

const CENT = 0.01;

/** An amount on a bill, to the cent: ¥1750.00, 1750.00 元; three digits of what is less than one. */
export const amount = (x: number, currency: string, lang: Language): string =>
  say(MONEY, lang)(x, currencyWord(currency, lang), (y) => (y === 0 || Math.abs(y) >= CENT ? fixed(y, 2) : number(y)));

/** A price with its currency: ¥4.30, 4.30 元; 0 is said in a word. */
export const priceMoney = (x: number, currency: string, lang: Language): string =>
  x === 0 ? say(FREE, lang) : say(MONEY, lang)(x, currencyWord(currency, lang), number);

/** How many there are of what cannot be halved: 38, 2.62k, 2620. */
export function count(x: number, lang: Language): string {
  const whole = Math.round(x);
  return Math.abs(whole) < 1000 ? fixed(whole, 0) : large(whole, lang);
}

/** Tokens, from millions: 114 tn, 114 万亿. */
export const tokens = (mtok: number, lang: Language): string => large(mtok * 1e6, lang);

/** A fraction as a percentage: 68%, −3.2%; one decimal below 10. */
export function percent(x: number): string {
  if (!Number.isFinite(x)) return "–";
  return `${fixed(100 * x, Math.abs(100 * x) < 9.95 && Math.abs(100 * x) >= 0.05 ? 1 : 0)}%`;
}

/** A change with its sign: +12%, −68%. */
export const change = (x: number): string => (x > 0 ? `+${percent(x)}` : percent(x));

const POINTS: Text = { en: " pts", zh: " 个百分点" };

/** A change of a share, in points: +4.7 pts, +4.7 个百分点. */
export const points = (x: number, lang: Language): string =>
  `${x > 0 ? "+" : ""}${fixed(100 * x, 1)}${say(POINTS, lang)}`;

/** The same without its unit, for the lower end of a range whose upper end carries it. */
export const withoutPoints = (text: string): string =>
  Object.values(POINTS).reduce((rest, unit) => (rest.endsWith(unit) ? rest.slice(0, -unit.length) : rest), text);

export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const DATES: Said<(year: number, month: number, day: number) => readonly [day: string, whole: string]> = {
  en: (year, month, day) => [`${day} ${MONTHS[month - 1]}`, `${day} ${MONTHS[month - 1]} ${year}`],
  zh: (year, month, day) => [`${month}月${day}日`, `${year}年${month}月${day}日`],
};

/** A date as said in a sentence: 20 Sep 2024, 2024年9月20日; without the year if `short`. */
export function date(iso: string, lang: Language, short = false): string {
  const [year, month, day] = iso.split("-").map(Number);
  return say(DATES, lang)(year, month, day)[short ? 0 : 1];
}

const LISTS: Said<(items: readonly string[]) => string> = {
  en: (items) => new Intl.ListFormat("en-GB").format(items),
  zh: (items) => zhJoin(...new Intl.ListFormat("zh").formatToParts(items).map(({ value }) => value)),
};

/** A list in a sentence: “A, B and C”, “A、B 和 C”. */
export const list = (items: readonly string[], lang: Language): string => say(LISTS, lang)(items);

/** Three significant digits without idle zeros: 0.2, 1, 4.3; for values people set. */
export const setting = (x: number): string =>
  number(x)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
