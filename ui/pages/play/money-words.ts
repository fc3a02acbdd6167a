import type { Language } from "../../../engine/index.ts";

const MONEY: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  CNY: { en: "¥", zh: "元" },
  USD: { en: "$", zh: "美元" },
};

/** The unit of amounts set or drawn in millions: ¥ mn, 百万元. */
export const millions = (currency: string, lang: Language): string =>
  lang === "zh" ? `百万${MONEY[currency]?.zh ?? ` ${currency}`}` : `${MONEY[currency]?.en ?? currency} mn`;
