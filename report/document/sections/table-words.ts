import type { Said, Source, SPLITS, Text } from "../../../engine/index.ts";

/** Captions and heads of tables. */

type Head = Said<readonly string[]>;

/** How far a source was checked. */
export const BASIS: Readonly<Record<NonNullable<Source["basis"]> | "none", Text>> = {
  seed: { en: "source article", zh: "来源报道" },
  public: { en: "public figure", zh: "公开数据" },
  calibrated: { en: "calibrated", zh: "校准值" },
  assumption: { en: "assumption", zh: "假设" },
  unverified: { en: "not verified", zh: "未核实" },
  none: { en: "not tagged", zh: "未标注" },
};
export const NO_SOURCES: Text = {
  en: "The scenario names no sources: take every number as an assumption.",
  zh: "情景没有列出来源：所有数字都应视为假设。",
};
export const SOURCES: Text = {
  en: "Numbers: values of the scenario file that name the source",
  zh: "数的个数：情景文件中注明出自该来源的数值",
};
export const SOURCES_HEAD: Head = {
  en: ["Source", "Confidence", "Numbers", "Date"],
  zh: ["来源", "可信程度", "数的个数", "日期"],
};

export const PURSE: Text = { en: "no limit", zh: "不设上限" };
export const ACCOUNTS: Text = {
  en: "Revenue, cost and gross profit: means a week over the whole run; cash at the end",
  zh: "收入、成本与毛利为全程周均值；现金为期末值",
};
export const ACCOUNTS_HEAD: Head = {
  en: ["Vendor", "Share, start", "Share, end", "Revenue", "Cost of revenue", "Gross profit", "Cash, end", "Alive"],
  zh: ["厂商", "期初份额", "期末份额", "收入/周", "营业成本/周", "毛利/周", "期末现金", "存活"],
};

export const moved: Said<(unit: string) => string> = {
  en: (unit) => `Products that moved by a tenth or more; prices and costs in ${unit}`,
  zh: (unit) => `变动至少一成的产品；价格与成本为${unit}`,
};
export const MOVED_HEAD: Head = {
  en: ["Product", "Was", "Is", "Cost now"],
  zh: ["产品", "原价", "现价", "现成本"],
};
export const MARGINS: Readonly<Record<(typeof SPLITS)[number], Text>> = {
  symmetric: { en: "Margin, markup held", zh: "让利（倍数不变）" },
  absolute: { en: "Margin, one for one", zh: "让利（逐元）" },
  nash: { en: "Margin, vs Nash", zh: "让利（对纳什）" },
};
export const AGREEMENT: Text = { en: "Verdict (agreement)", zh: "判断（把握）" };

const runsWord = (runs: number) => (runs === 1 ? "run" : "runs");

export const comparedOutcomes: Said<(runs: number) => string> = {
  en: (runs) => `At the end, means over ${runs} paired ${runsWord(runs)}; the difference is the first less the second`,
  zh: (runs) => `期末，${runs} 次配对运行的均值；差为前者减后者`,
};
export const comparedHead: Said<(titles: readonly string[]) => readonly string[]> = {
  en: ([a, b, ...more]) => ["Outcome", a, b, "Difference", "95% interval", "Pairs that agree", ...more],
  zh: ([a, b, ...more]) => ["指标", a, b, "差", "95% 区间", "方向一致", ...more],
};
export const outcomesAlone: Said<(runs: number) => string> = {
  en: (runs) => `At the end, ${runs} ${runsWord(runs)}`,
  zh: (runs) => `期末，${runs} 次运行`,
};
export const ALONE_HEAD: Head = { en: ["Outcome", "Mean", "8 in 10 runs"], zh: ["指标", "均值", "八成区间"] };
