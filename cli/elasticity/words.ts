import type { Said, Text } from "../../engine/index.ts";
import { plural } from "../../engine/text/plural.ts";

export const HEAD: Said<readonly string[]> = {
  en: ["", "all prices", "of it users", "its own price"],
  zh: ["", "全部价格", "其中用户数", "自身价格"],
};
export const PRODUCT_HEAD: Said<readonly string[]> = {
  en: ["product", "list price", "its own price"],
  zh: ["产品", "目录价", "自身价格"],
};
export const MARKET: Text = { en: "the market", zh: "整个市场" };
export const title: Said<(scenario: string, at: string, draws: number) => string> = {
  en: (scenario, at, draws) =>
    `${scenario}  ${at}  elasticities of what is sold by the token${draws > 1 ? `, over ${plural(draws, "draw")}: median, middle 80%` : ""}`,
  zh: (scenario, at, draws) =>
    `${scenario}  ${at}  按 token 计费的销量弹性${draws > 1 ? `，${draws} 组抽样：中位数与中间 80%` : ""}`,
};
export const NOTE: Text = {
  en:
    "“All prices”: every list price rises by 1%; “of it users”: the part by which users become fewer. “Its own price”: one price rises " +
    "alone, the mean over products weighted by what they sell. Everybody is free to choose anew; with switching costs and habits a " +
    "week's response is weaker. For comparison: for one price, of hosts of the same open model, −1.1 is reported for 2025 (a secondary source). What is free has none.",
  zh:
    "“全部价格”：所有目录价上涨 1%；“其中用户数”：因用户减少的部分。“自身价格”：只涨一个价格，按销量加权平均。假定人人可以重新选择；" +
    "有转换成本和习惯时，一周内的反应更弱。可对照：有二手资料报告，同一开源模型的各家托管商，2025 年单一价格的弹性约为 −1.1。免费产品没有弹性。",
};
