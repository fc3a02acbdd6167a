import type { Said, Text } from "../../engine/index.ts";
import { plural } from "../../engine/text/plural.ts";

/** Pass-through or price war, in a terminal. */

type Head = Said<readonly string[]>;

export const period: Said<(title: string, from: string, to: string, runs: number) => string> = {
  en: (title, from, to, runs) => `${title}  ${from} to ${to}, ${plural(runs, "run")}`,
  zh: (title, from, to, runs) => `${title}  ${from} 至 ${to}，${runs} 次运行`,
};
export const BASKET: Text = { en: "The average basket", zh: "一篮子平均价" };
export const EIGHT_OF_TEN: Text = { en: "8 of 10 runs", zh: "十次中八次" };
export const MOVED: Text = { en: "What moved the price", zh: "价格为什么变" };
export const THEN: Text = { en: "then", zh: "起始价" };
export const NOW: Text = { en: "now", zh: "期末价" };
export const THREE_WAYS: Text = {
  en: "Three ways to count (share of the change that is not cost)",
  zh: "三种算法（不归成本的部分占变动的比例）",
};
export const THREE_WAYS_HEAD: Head = {
  en: ["product", "then", "now", "cost", "× Nash", "× ahead", "markup", "1 : 1", "v. Nash", "verdict", "agree"],
  zh: ["产品", "起始价", "期末价", "成本", "Nash 倍数", "前瞻倍数", "保持倍数", "逐元", "对 Nash", "判断", "一致"],
};
export const allOf: Said<(vendor: string) => string> = {
  en: (vendor) => `all of ${vendor}`,
  zh: (vendor) => `全部 ${vendor}`,
};
export const THE_BASKET: Text = { en: "the basket", zh: "一篮子" };
export const NOTES: Said<readonly string[]> = {
  en: [
    "× Nash: price over the static Nash price, then and now; × ahead: over what sellers would post who look ahead (users won stay, costs learn) and mean to drive nobody out, now. markup: sellers keep p/c, so cost takes its part of the price; 1 : 1: what cost loses, price loses; v. Nash: what neither cost nor static competition explains (conduct). Prices and costs are means over the runs; 3 input tokens to 1 of output.",
    "The verdict speaks of the change, not of where prices stood. A fall: pass-through if cost makes half of it at a held markup; else war if the price ends below cost (what is paid, on average, under what serving it costs by the books, idle capacity included; the column cost is without it) or most of the margin given up lies below both the Nash price and the price of sellers who look ahead, and competition otherwise; free at a price of 0. A rise: pass-through or margin won back by three quarters of it, else cost and margin. Under 10 %: no verdict.",
    "agree: share of runs that say the same word; runs differ in their draws, not in the calibration.  * from its launch price.",
  ],
  zh: [
    "Nash 倍数：期初与期末价格是静态 Nash 价的几倍。前瞻倍数：期末价格是前瞻价（厂商计入用户留存和经验降本、但不图挤走对手时的定价）的几倍。保持倍数：卖方维持价格与成本之比；逐元：成本降一元，价格降一元；对 Nash：成本和静态竞争都解释不了的部分（厂商行为）。价格与成本为各次运行的均值，按 3 份输入、1 份输出的 token 混合。",
    "判断只看价格怎么变，不看价格原来在什么位置。降价：保持倍数时成本占跌幅一半以上为成本传导；否则，期末低于成本（平均实付价低于账面服务成本，含闲置算力；“成本”一列不含）、或让出的毛利多半低于 Nash 价和前瞻价二者，为价格战，其余为竞争；价格为 0 为免费。涨价：成本或收回的毛利占四分之三以上，归为成本传导或收回毛利，其余为二者兼有。变动不到 10% 不作判断。",
    "一致：给出同一判断的运行所占比例；各次运行只是抽样不同，校准相同。 * 以发布价为起点。",
  ],
};
export const noEquilibrium: Said<(without: number, runs: number) => string> = {
  en: (without, runs) =>
    `In ${without} of ${plural(runs, "run")} no equilibrium in pure strategies was found: verdicts there use the low end of best replies.`,
  zh: (without, runs) => `${runs} 次运行中有 ${without} 次没有找到纯策略均衡：判断时取最优反应变动区间的下端。`,
};
