import { moneyWord } from "../../words/units.ts";
import { type Language, say, type Text } from "../../engine/index.ts";
import { priceUnit } from "../../words/format.ts";

const UNITS: Readonly<Record<string, Text>> = {
  "1": { en: "", zh: "" },
  tok: { en: "tokens", zh: "token" },
  Mtok: { en: "Mtok", zh: "百万 token" },
  days: { en: "days", zh: "天" },
  weeks: { en: "weeks", zh: "周" },
  "1/week": { en: "a week", zh: "每周" },
  "1/year": { en: "a year", zh: "每年" },
  "Mtok/week": { en: "Mtok a week", zh: "百万 token/周" },
};

const PER_GPU_HOUR: Text = { en: " per GPU hour", zh: "/GPU 小时" };

const A_MONTH: Text = { en: " a month", zh: "/月" };

/** A canonical unit as people read it. */
export function unitWords(unit: string | undefined, currency: string, lang: Language): string {
  if (unit === undefined) return "";
  if (unit === "money/Mtok") return priceUnit(currency, lang);
  if (unit === "money/GPU/h") return moneyWord(currency, lang) + say(PER_GPU_HOUR, lang);
  if (unit === "money/month") return moneyWord(currency, lang) + say(A_MONTH, lang);
  return unit in UNITS ? say(UNITS[unit], lang) : unit.replace("money", moneyWord(currency, lang));
}

const TIERS: Readonly<Record<string, Text>> = {
  flagship: { en: "flagship", zh: "旗舰" },
  main: { en: "main", zh: "主力" },
  lite: { en: "lite", zh: "轻量" },
  long: { en: "long context", zh: "长文本" },
  reasoning: { en: "reasoning", zh: "推理" },
};

export const tierWords = (tier: string, lang: Language): string => (tier in TIERS ? say(TIERS[tier], lang) : tier);
