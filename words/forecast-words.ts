import type { Naive, Said, Text } from "../engine/index.ts";
import { number } from "./format.ts";

/** Forecasts from many days, and how near they came. */

export const NAIVE: Readonly<Record<Naive, Text>> = {
  noChange: { en: "no change", zh: "价格不变" },
  constantDecline: { en: "decline as so far", zh: "按以往速度下降" },
  bestRival: { en: "as the best rival", zh: "追平最低的对手" },
};
export const MODEL: Text = { en: "the model", zh: "本模型" };
export const SKILL_HEAD: Said<readonly string[]> = {
  en: ["forecast", "mean CRPS (ln)", "skill of the model", "nearer : farther", "sign test p"],
  zh: ["预测方法", "平均 CRPS（对数）", "模型的技巧", "更准 : 更差", "符号检验 p"],
};
export const FORECAST_HEAD: Said<readonly string[]> = {
  en: ["from", "product", "price then", "half a year on [8 in 10 runs]", "came", "in the band"],
  zh: ["起点", "产品", "当时价格", "半年后 [十分之八区间]", "实际", "区间内"],
};
export const FITTED_ORIGINS: Text = {
  en: "From days to 10 October 2024, to whose prices the rule was fitted (no test)",
  zh: "起点在 2024 年 10 月 10 日及以前：规则即按这些价格拟合（不算检验）",
};
export const TESTED_ORIGINS: Text = { en: "From later days (test)", zh: "起点在其后（检验）" };
export const EVERY_FORECAST: Text = {
  en: "Every forecast where the price moved, or was forecast to",
  zh: "凡价格变动或预测会变动的，逐条列出",
};
export const NONE: Text = { en: "none", zh: "无" };
export const HIT: Text = { en: "hit", zh: "命中" };
export const MISS: Text = { en: "miss", zh: "未中" };
export const covered: Said<(part: string, count: number, ofMoved: string, moved: number) => string> = {
  en: (part, count, ofMoved, moved) =>
    `${part} of ${count} prices within the band of 8 in 10 runs; ${ofMoved} of the ${moved} that moved or were forecast to`,
  zh: (part, count, ofMoved, moved) =>
    `${count} 个价格中有 ${part} 落在十分之八区间内；其中变动或预测会变动的 ${moved} 个，为 ${ofMoved}`,
};
export const NOTE: Text = {
  en: "List input prices. From each day the record up to it is known, later launches are not, and vendors go on by the rule; the price half a year on is scored. CRPS of ln(price + 0.2): 0 is exact, and a forecast of one number scores its distance. Skill above 0: the model is nearer. One product's forecasts from several days are no independent trials: read the sign test's p as a lower bound.",
  zh: "指输入目录价。每个起点只知道此前的记录，不知道之后的发布，厂商此后按规则行动；对半年后的价格评分。按 ln（价格 + 0.2）计 CRPS：0 为完全准确，单点预测的得分即其距离。技巧大于 0 表示模型更准。同一产品不同起点的预测并不独立，符号检验的 p 值只是下限。",
};

/** A chance under no difference, to three digits; smaller ones are all alike. */
export const chance = (p: number): string => (p < 0.001 ? "<0.001" : number(p));
