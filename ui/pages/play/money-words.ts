import { moneyWord } from "../../../words/units.ts";
import { type Language, type Said, say } from "../../../engine/index.ts";

/** The size in which amounts are set, as people count them, with its word. */
const SIZE: Said<{ readonly size: number; readonly word: string }> = {
  en: { size: 1e6, word: "mn" },
  zh: { size: 1e4, word: "万" },
};

const UNIT = {
  en: (money: string, size: string) => `${money} ${size}`.trim(),
  zh: (money: string, size: string) => size + money,
} satisfies Said<(money: string, size: string) => string>;

export const moneySize = (lang: Language): number => say(SIZE, lang).size;

/** The unit of such amounts, or of others by the word of their size: ¥ mn, 万元, 亿元. */
export const moneyUnit = (currency: string, lang: Language, size = say(SIZE, lang).word): string =>
  say(UNIT, lang)(moneyWord(currency, lang), size);
