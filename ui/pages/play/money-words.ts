import type { Language } from "../../../engine/index.ts";

const MONEY: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  CNY: { en: "¥", zh: "元" },
  USD: { en: "$", zh: "美元" },
};

/** The size in which amounts are set or drawn, as people count them: millions in English, 万 in Chinese. */
export const moneySize = (lang: Language): number => (lang === "zh" ? 1e4 : 1e6);

/** Its unit: ¥ mn, 万元. */
export const moneyUnit = (currency: string, lang: Language): string =>
  lang === "zh" ? `万${MONEY[currency]?.zh ?? ` ${currency}`}` : `${MONEY[currency]?.en ?? currency} mn`;
