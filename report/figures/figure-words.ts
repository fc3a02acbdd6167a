import type { Said, Text } from "../../engine/index.ts";

/** Titles, subtitles and tables of a report's figures. */

type Head = Said<readonly string[]>;

export const FIGURE: Said<(k: number) => string> = { en: (k) => `Figure ${k}`, zh: (k) => `图 ${k}` };

/** Lines over time. */
export const DATE: Text = { en: "Date", zh: "日期" };
export const MAIN_MODELS: Text = { en: "main models", zh: "各家主力模型" };
export const LOG_AXIS: Text = { en: "log axis", zh: "对数轴" };
export const band: Said<(runs: number) => string> = {
  en: (runs) => `band: 80% of ${runs} runs`,
  zh: (runs) => `色带为 ${runs} 次运行的八成`,
};
/** How far a line has come from where it began. */
export const HELD: Text = { en: "held", zh: "未动" };
export const FRESH: Text = { en: "new", zh: "新进场" };
export const FIRST_RUN: Text = { en: "line: the first of them", zh: "线为其中第一次" };
export const GREY: Text = { en: "grey: baseline", zh: "灰线为基准" };
export const ENLARGED: Text = { en: "below: under 10%, enlarged", zh: "下方为不到一成的，已放大" };
export const AGAINST_BASELINE: Text = { en: "vs base", zh: "较基准" };
export const CHANGE: Text = { en: "change", zh: "变化" };
export const BASELINE: Text = { en: "baseline", zh: "基准" };
export const was: Said<(value: string) => string> = { en: (value) => `was ${value}`, zh: (value) => `原 ${value}` };

/** Price moves. */
export const MOVES: Text = { en: "Price moves and gross margin", zh: "调价与毛利率" };
export const movesSubtitle: Said<(baseline: boolean) => string> = {
  en: (baseline) =>
    `filled: set by the scenario; hollow: the model's reaction${baseline ? "; dashed: the baseline's moves" : ""}; bar height: gross margin, red below cost`,
  zh: (baseline) =>
    `实心为情景设定，空心为模型反应${baseline ? "，虚线为基准的调价" : ""}；条高为毛利率，红色为低于成本`,
};
export const MOVES_HEAD: Head = {
  en: ["Date", "Vendor", "Product", "Input was", "Input is", "Output was", "Output is"],
  zh: ["日期", "厂商", "产品", "原输入价", "新输入价", "原输出价", "新输出价"],
};
export const EVERY_MOVE: Text = {
  en: "Every list-price change of one run; prices per million tokens",
  zh: "一次运行中的每次调价；价格按百万 token 计",
};

/** What a result hangs on. */
export const hangsOn: Said<(what: string) => string> = {
  en: (what) => `What ${what} depends on`,
  zh: (what) => `${what}取决于什么`,
};
export const LEVERS: Text = {
  en: "each lever at the two ends of its plausible range, from the report's mean",
  zh: "调节项逐一取合理范围的两端，其余不变，自报告均值起算",
};
export const leversOf: Said<(stands: string) => string> = {
  en: (stands) => `each lever at the two ends of its plausible range; ${stands} as it stands`,
  zh: (stands) => `调节项逐一取合理范围的两端，其余不变；${stands}为原样`,
};
export const asItStands: Said<(value: string) => string> = {
  en: (value) => `as it stands: ${value}`,
  zh: (value) => `原样：${value}`,
};
export const LOW_END: Text = { en: "at the low end", zh: "取低端" };
export const HIGH_END: Text = { en: "at the high end", zh: "取高端" };
export const LEVERS_HEAD: Head = {
  en: ["Lever", "Low end", "High end", "At low", "At high"],
  zh: ["调节项", "低端", "高端", "取低端时", "取高端时"],
};

/** What moved the price. */
export const WATERFALL: Text = { en: "What moved the price", zh: "价格为什么跌" };
export const basket: Said<(unit: string) => string> = {
  en: (unit) => `average basket of products on sale on both days, ${unit}; cost at constant markup`,
  zh: (unit) => `期初与期末都在售的产品的平均价，${unit}；成本各项按加价倍数不变计`,
};
export const WHISKERS: Text = { en: "whiskers: 8 of 10 runs", zh: "须线为八成运行" };
export const PART: Text = { en: "Part", zh: "项目" };
export const PRICE: Text = { en: "price", zh: "价格" };

/** On a log axis. */
export const offLogAxis: Said<(products: readonly string[]) => string> = {
  en: (products) => `Free, hence off a log axis: ${products.join("; ")}.`,
  zh: (products) => `免费（对数轴上画不出）：${products.join("；")}。`,
};

/** A scale word and a unit: “bn ¥ a week”. */
export const scaledUnit: Said<(word: string, unit: string) => string> = {
  en: (word, unit) => [word, unit].filter(Boolean).join(" "),
  zh: (word, unit) => `${word}${/^[a-z]/.test(unit) ? " " : ""}${unit}`,
};
