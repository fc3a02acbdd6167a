import type { Language } from "../../../engine/index.ts";

const MONEY: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  CNY: { en: "¥", zh: "元" },
  USD: { en: "$", zh: "美元" },
};

/** The size in which amounts are set or drawn, as people count them: millions in English, 万 in Chinese. */
export const moneySize = (lang: Language): number => (lang === "zh" ? 1e4 : 1e6);

/** The unit of such amounts, or of others by the word of their size: ¥ mn, 万元, 亿元. */
export const moneyUnit = (currency: string, lang: Language, size = lang === "zh" ? "万" : "mn"): string =>
  lang === "zh"
    ? `${size}${MONEY[currency]?.zh ?? ` ${currency}`}`
    : `${MONEY[currency]?.en ?? currency} ${size}`.trim();
