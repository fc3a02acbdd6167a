import type { Said, Text } from "../../engine/index.ts";

/** The course of the cuts: whether they were a war the verdict says. */

export const NO_CUTS: Text = { en: "No price fell by a tenth.", zh: "没有产品降价一成以上。" };
export const LEGEND: Text = {
  en: "◆ trigger  ● first cut  ○ another round",
  zh: "◆ 触发  ● 首次降价  ○ 再次降价",
};
export const day: Said<(n: number) => string> = { en: (n) => `day ${n}`, zh: (n) => `第 ${n} 天` };
export const HEAD: Said<readonly string[]> = {
  en: ["lag", "deepest", "what moved"],
  zh: ["滞后", "最深", "动了"],
};

interface Trigger {
  readonly name: string;
  readonly on: string;
  readonly launched: boolean;
  readonly severity: string;
  readonly range: readonly string[];
}

export const title: Said<(war: Trigger) => string> = {
  en: ({ name, on, launched, severity, range: [low, high] }) =>
    `The cuts: set off on ${on} by ${launched ? "the launch" : "a cut"} of ${name}. Severity ${severity} (${low} to ${high} over runs; 0 nobody cut, 1 everybody below cost)`,
  zh: ({ name, on, launched, severity, range: [low, high] }) =>
    `降价经过：${on}由${name} ${launched ? "发布" : "降价"}触发。烈度 ${severity}（各次运行 ${low}–${high}；0 无人降价，1 全面亏本）`,
};

export const rounds: Said<(days: number, cuts: number, later: readonly number[]) => string> = {
  en: (days, cuts, later) =>
    `First round ${days} days, ${cuts} cuts; ${later.length} more ${later.length === 1 ? "round" : "rounds"}${later.length ? ` (${later.map((x) => `day ${x}`).join(", ")})` : ""}.`,
  zh: (days, cuts, later) =>
    `第一轮 ${days} 天，${cuts} 次降价；其后 ${later.length} 轮${later.length ? `（${later.map((x) => `第 ${x} 天`).join("、")}）` : ""}。`,
};
export const trough: Said<(day: number, depth: string, recovered: string, lastCut: number | null) => string> = {
  en: (at, depth, recovered, lastCut) =>
    `The index is lowest on day ${at}, down ${depth}; ${recovered} of that is made good since. ${lastCut === null ? "Still on at the end." : `Last cut on day ${lastCut}.`}`,
  zh: (at, depth, recovered, lastCut) =>
    `指数在第 ${at} 天见底，累计跌 ${depth}；其后收复 ${recovered}。${lastCut === null ? "期末仍未停。" : `最后一次降价在第 ${lastCut} 天。`}`,
};
export const daysBelow: Said<(product: string, days: number) => string> = {
  en: (product, days) => `${product} ${days} d`,
  zh: (product, days) => `${product} ${days} 天`,
};
export const belowCost: Said<(products: string, others: boolean) => string> = {
  en: (products, others) => `Sold below cost: ${products}${others ? " and others" : ""}.`,
  zh: (products, others) => `低于成本：${products}${others ? "等" : ""}。`,
};
export const NONE_BELOW: Text = { en: "No product sells below cost.", zh: "没有产品低于成本。" };
export const SEVERITY: Text = {
  en: "Severity is the mean of the index's fall, the share of vendors that cut, and the share of tokens sold below cost at the trough.",
  zh: "烈度 = 指数跌幅、降价厂商比例、见底时低于成本卖出的 token 比例，三者的平均。",
};
