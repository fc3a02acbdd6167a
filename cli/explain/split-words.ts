import type { Said, Text } from "../../engine/index.ts";

/** Pass-through or price war, in a terminal. */

type Head = Said<readonly string[]>;

export const period: Said<(title: string, from: string, to: string, runs: number) => string> = {
  en: (title, from, to, runs) => `${title}  ${from} to ${to}, ${runs} runs`,
  zh: (title, from, to, runs) => `${title}  ${from} 至 ${to}，${runs} 次运行`,
};
export const BASKET: Text = { en: "The average basket", zh: "一篮子平均价" };
export const EIGHT_OF_TEN: Text = { en: "8 of 10 runs", zh: "十次中八次" };
export const MOVED: Text = { en: "What moved the price", zh: "价格为什么变" };
export const THEN: Text = { en: "then", zh: "起始价" };
export const NOW: Text = { en: "now", zh: "期末价" };
export const THREE_WAYS: Text = {
  en: "Three ways to count (share of the fall that is not cost)",
  zh: "三种算法（不归成本的部分占跌幅的比例）",
};
export const THREE_WAYS_HEAD: Head = {
  en: ["product", "then", "now", "cost", "Nash", "markup", "1 : 1", "v. Nash", "verdict", "robust"],
  zh: ["产品", "起始价", "期末价", "成本", "Nash 价", "保持倍数", "逐元", "对 Nash", "判断", "稳健度"],
};
export const allOf: Said<(vendor: string) => string> = {
  en: (vendor) => `all of ${vendor}`,
  zh: (vendor) => `全部 ${vendor}`,
};
export const THE_BASKET: Text = { en: "the basket", zh: "一篮子" };
export const NOTES: Said<readonly string[]> = {
  en: [
    "markup: sellers keep p/c, so cost takes its part of the price; 1 : 1: what cost loses, price loses; v. Nash: what neither cost nor static competition explains (conduct). Prices and costs are means over the runs; 3 input tokens to 1 of output.",
    "free: price 0. war: below long-run cost, or over 5 % below the static Nash price in 90 % of runs. pass-through: cost makes half of the fall at a constant markup and a quarter one for one. competition: the rest. Under 10 %: no verdict.",
    "robust: share of (split × run) that say the same word.  * from its launch price.",
  ],
  zh: [
    "保持倍数：卖方维持价格与成本之比；逐元：成本降一元，价格降一元；对 Nash：成本和静态竞争都解释不了的部分（厂商行为）。价格与成本为各次运行的均值，按 3 份输入、1 份输出的 token 混合。",
    "免费：价格为 0。价格战：低于长期成本，或在 90% 的运行中比静态 Nash 价低 5% 以上。成本传导：保持倍数时成本占跌幅的一半以上，且逐元计算占四分之一以上。竞争：其余情形。跌幅不到 10% 不作判断。",
    "稳健度：（算法 × 运行）中给出同一判断的比例。 * 以发布价为起点。",
  ],
};
export const noEquilibrium: Said<(without: number, runs: number) => string> = {
  en: (without, runs) =>
    `In ${without} of ${runs} runs no equilibrium in pure strategies was found: verdicts there use the low end of best replies.`,
  zh: (without, runs) => `${runs} 次运行中有 ${without} 次没有找到纯策略均衡：判断时取最优反应变动区间的下端。`,
};
