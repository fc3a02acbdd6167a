import type { Text } from "../text/text.ts";
import type { Bounds } from "./bounds.ts";

/** Ways in which a unit's amounts may be written; {money} is the scenario's currency. */
const WAYS: Readonly<Record<string, Text>> = {
  "money/Mtok": {
    en: "a price per token, like “2 {money}/Mtok”, “0.002 {money}/1k tokens” or “2 {money} per million tokens”",
    zh: "按 token 计的价格，例如“2 {money}/Mtok”“0.002 {money}/千token”“2 {money}/百万token”",
  },
  "money/month": {
    en: "a price per month, like “49 {money}” or “49 {money}/month”",
    zh: "按月计的价格，例如“49 {money}”“49 {money}/月”",
  },
  "money/second": {
    en: "a price per second, like “0.5 {money}” or “0.5 {money}/second”",
    zh: "按秒计的价格，例如“0.5 {money}”“0.5 {money}/秒”",
  },
  "money/GPU/h": {
    en: "the price of a GPU hour, like “14.4 {money}/GPU/h” or “14.4 {money}/h”",
    zh: "每 GPU 小时的价格，例如“14.4 {money}/GPU/h”“14.4 {money}/卡时”",
  },
  money: {
    en: "an amount of money, like “2 {money}” or “2 million {money}”",
    zh: "金额，例如“2 {money}”“200万 {money}”",
  },
  "money/week": {
    en: "money over time, like “2 million {money}/week” or “100 million {money}/year”",
    zh: "单位时间的金额，例如“200万 {money}/周”“1亿 {money}/年”",
  },
  Mtok: { en: "tokens, like “5 Mtok” or “5 million tokens”", zh: "token 数，例如“5 Mtok”“500万token”" },
  "Mtok/week": {
    en: "tokens over time, like “7 Mtok/week” or “1M tokens/day”",
    zh: "单位时间的 token 数，例如“7 Mtok/week”“100万token/天”",
  },
  "Mtok/day": {
    en: "tokens over time, like “30 Gtok/day” or “0.1 T tokens/day”",
    zh: "单位时间的 token 数，例如“30 Gtok/day”“1000亿token/天”",
  },
  days: { en: "a length of time, like “14 days” or “2 weeks”", zh: "时长，例如“14 天”“2 周”" },
  weeks: { en: "a length of time, like “8 weeks” or “2 months”", zh: "时长，例如“8 周”“2 个月”" },
  years: { en: "a length of time, like “1 year” or “6 months”", zh: "时长，例如“1 年”“6 个月”" },
  "1/week": { en: "a rate over time, like “0.05/week” or “5 % per week”", zh: "单位时间的比率，例如“0.05/周”“5 %/周”" },
  "1/year": { en: "a rate over time, like “0.5/year” or “50 % per year”", zh: "单位时间的比率，例如“0.5/年”“50 %/年”" },
  GPU: { en: "a number of GPUs, like “800” or “800 GPUs”", zh: "GPU 数量，例如“800”“800 卡”" },
};

const SHARE: Text = {
  en: "a share from 0 to 1, like “0.56” or “56 %”",
  zh: "介于 0 和 1 之间的份额，例如“0.56”“56 %”",
};
const CHANGE: Text = { en: "a change, like “-80 %” or “-0.8”", zh: "变化幅度，例如“-80 %”“-0.8”" };
const WHOLE: Text = { en: "a whole number, like “20,000” or “2万”", zh: "整数，例如“20,000”“2万”" };
const NUMBER: Text = { en: "a number, like “1.5” or “150 %”", zh: "一个数，例如“1.5”“150 %”" };

/** What a field takes, with examples that it would. */
export function expectedText(unit: string, { min, exclusiveMin, max, integer }: Bounds, currency: string): Text {
  const loose = min === -1 && (max === undefined || max > 1) ? CHANGE : NUMBER;
  const plain = integer ? WHOLE : (min === 0 || exclusiveMin === 0) && max === 1 ? SHARE : loose;
  const way = unit === "1" ? plain : (WAYS[unit] ?? { en: `a number in ${unit}`, zh: `以 ${unit} 计的数` });
  const filled = (text: string) => text.replaceAll("{money}", currency);
  return { en: filled(way.en), zh: filled(way.zh) };
}
