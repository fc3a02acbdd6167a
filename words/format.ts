import type { Language, Meter, Text } from "../engine/index.ts";

/** The one formatter: numbers, money, tokens and dates as people write them in either language. */

const MINUS = "\u2212";

const UNSAYABLE = 12; // digits before the point that nobody reads
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

/** So many decimals, a true minus, no minus before nothing. */
export function fixed(x: number, decimals: number): string {
  const text = Math.abs(x).toFixed(decimals);
  const grouped = text.replace(/^\d{5,}/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
  return x < 0 && Number(text) !== 0 ? MINUS + grouped : grouped;
}

const CURRENCY: Readonly<Record<string, { sign: string; zh: string }>> = {
  CNY: { sign: "¥", zh: "元" },
  USD: { sign: "$", zh: "美元" },
  EUR: { sign: "€", zh: "欧元" },
};

const sign = (currency: string) => CURRENCY[currency]?.sign ?? `${currency} `;
const yuan = (currency: string) => CURRENCY[currency]?.zh ?? ` ${currency}`;

export const FREE: Text = { en: "free", zh: "免费" };

/** A price per million tokens, without its unit: 4.30; 0 is said in a word. */
export function price(x: number, lang: Language): string {
  return x === 0 ? FREE[lang] : number(x);
}

/** The unit prices carry: `¥ per Mtok`, 元/百万 token. */
export function priceUnit(currency: string, lang: Language): string {
  return lang === "zh" ? `${yuan(currency)}/百万 token` : `${sign(currency)} per Mtok`;
}

/** The unit of prices per thousand tokens: 厘 in yuan (a thousandth), as the trade quotes them. */
export function perThousand(currency: string, lang: Language): string {
  if (currency === "CNY") return lang === "zh" ? "厘/千 token" : "li (¥0.001) per 1,000 tokens";
  return lang === "zh" ? `${yuan(currency)}/千 token` : `${sign(currency)} per 1,000 tokens`;
}

/** A price by what it is of: a million tokens, whose unit is said elsewhere, or a month or a second, which it says itself. */
export const listPrice = (x: number, meter: Meter, lang: Language): string =>
  meter === "token" ? price(x, lang) : meteredPrice(x, meter, lang);

/** What a price is multiplied by to be quoted: of a million tokens as it is, of a user's week by the month, of a million seconds by one. */
export const QUOTED: Readonly<Record<Meter, number>> = { token: 1, month: 365 / 84, second: 1e-6 };
export const PER = { month: { en: "/month", zh: "/月" }, second: { en: "/s", zh: "/秒" } } as const;

/** A price of what is not sold by the token, in the unit people know it by. */
export function meteredPrice(x: number, meter: "month" | "second", lang: Language): string {
  if (x === 0) return FREE[lang];
  if (!Number.isFinite(x)) return number(x);
  return `${number(x * QUOTED[meter])}${PER[meter][lang]}`;
}

const EN_SCALE = [
  [1e12, " tn"],
  [1e9, " bn"],
  [1e6, " mn"],
  [1e3, "k"],
] as const;
const ZH_SCALE = [
  [1e12, " 万亿"],
  [1e8, " 亿"],
  [1e4, " 万"],
] as const;

/** The scale in which a number is said, and its word: 1e12, “tn”; 1 and “” for what needs none. */
export function scaleOf(x: number, lang: Language): { readonly size: number; readonly word: string } {
  const found = (lang === "zh" ? ZH_SCALE : EN_SCALE).find(([size]) => Math.abs(x) >= size * 0.9995);
  return { size: found?.[0] ?? 1, word: found?.[1].trim() ?? "" };
}

/** A large number with its scale word: 114 tn, 114 万亿. */
export function large(x: number, lang: Language): string {
  if (Math.abs(x) >= 1e16) return number(x); // beyond ten thousand of the largest word
  for (const [scale, word] of lang === "zh" ? ZH_SCALE : EN_SCALE) {
    if (Math.abs(x) >= scale * 0.9995) return `${number(x / scale)}${word}`;
  }
  return lang === "zh" ? number(x) : number(x);
}

/** Money: ¥1.7 bn, 17 亿元. */
export function money(x: number, currency: string, lang: Language): string {
  if (lang === "zh") return large(x, lang).replace(/(?<=[\d–])$/, " ") + yuan(currency).trim(); // 1187 元, 12 万元
  return x < 0 ? `${MINUS}${sign(currency)}${large(-x, lang)}` : `${sign(currency)}${large(x, lang)}`;
}

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

/** A change of a share, in points: +4.7 pts, +4.7 个百分点. */
export function points(x: number, lang: Language): string {
  const text = fixed(100 * x, 1);
  return `${x > 0 ? "+" : ""}${text}${lang === "zh" ? " 个百分点" : " pts"}`;
}

export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date as said in a sentence: 20 Sep 2024, 2024年9月20日; without the year if `short`. */
export function date(iso: string, lang: Language, short = false): string {
  const [year, month, day] = iso.split("-").map(Number);
  if (lang === "zh") return short ? `${month}月${day}日` : `${year}年${month}月${day}日`;
  return short ? `${day} ${MONTHS[month - 1]}` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** A list in a sentence: “A, B and C”, “A、B 和 C”. */
export function list(items: readonly string[], lang: Language): string {
  if (items.length < 2) return items.join("");
  const last = items[items.length - 1];
  const rest = items.slice(0, -1);
  if (lang === "en") return `${rest.join(", ")} and ${last}`;
  const before = /[\w%]$/.test(rest.at(-1) ?? "") ? " " : ""; // Han and Latin are set apart
  const after = /^\w/.test(last) ? " " : "";
  return `${rest.join("、")}${before}和${after}${last}`;
}

/** Three significant digits without idle zeros: 0.2, 1, 4.3; for values people set. */
export const setting = (x: number): string =>
  number(x)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");

/** Pieces of a Chinese sentence: Han beside Latin or digits is set apart by a space, Han beside Han is not. */
export function zhJoin(...pieces: readonly string[]): string {
  const [han, latin] = [/[\u4e00-\u9fff]/, /[\w%]/];
  return pieces
    .filter((piece) => piece !== "")
    .reduce((said, piece) => {
      const [a, b] = [said[said.length - 1] ?? "", piece[0]];
      const apart = (han.test(a) && latin.test(b)) || (latin.test(a) && han.test(b));
      return `${said}${apart ? " " : ""}${piece}`;
    }, "");
}
