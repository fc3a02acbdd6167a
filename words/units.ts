import { type Language, type Said, say } from "../engine/index.ts";
import { currencyWord } from "./format.ts";

/** A currency as units name it: ¥, 元. */
export const moneyWord = (currency: string, lang: Language): string => currencyWord(currency, lang).trim();

const UNITS: Readonly<Record<string, Said<(money: string) => string>>> = {
  "money/Mtok": { en: (money) => `${money} per Mtok`, zh: (money) => `${money}/百万 token` },
  "money/user/week": { en: (money) => `${money} per user a week`, zh: (money) => `${money}/用户/周` },
  "money/Ms": { en: (money) => `${money} per million seconds`, zh: (money) => `${money}/百万秒` },
  "money/week": { en: (money) => `${money} a week`, zh: (money) => `${money}/周` },
  "money/GPU h": { en: (money) => `${money} per GPU hour`, zh: (money) => `${money}/GPU 小时` },
  "money/month": { en: (money) => `${money} a month`, zh: (money) => `${money}/月` },
  "money/second": { en: (money) => `${money} a second`, zh: (money) => `${money}/秒` },
  "money/GPU/h": { en: (money) => `${money} per GPU hour`, zh: (money) => `${money}/GPU 小时` },
  money: { en: (money) => money, zh: (money) => money },
  Mtok: { en: () => "tokens", zh: () => "token" },
  "Mtok/week": { en: () => "tokens a week", zh: () => "token/周" },
  agents: { en: () => "teams and users", zh: () => "团队与用户数" },
  "agents/week": { en: () => "teams and users a week", zh: () => "团队与用户数/周" },
};

/** A canonical unit in words: “¥ a week”, 元/周; empty for what has none. */
export function unitWords(unit: string, currency: string, lang: Language): string {
  const words = UNITS[unit];
  return words ? say(words, lang)(moneyWord(currency, lang)) : "";
}
