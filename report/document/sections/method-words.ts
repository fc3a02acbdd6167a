import type { Said, Text } from "../../../engine/index.ts";
import type { Sentence } from "../model.ts";
import { type Piece, sentence } from "../sentence.ts";

/** How the numbers came about. */

export const USE: Text = {
  en: "Users have lasting tastes and pick the product that leaves them most after its price; few reconsider in a week, news of cuts makes more do so, and lower prices mean more use.",
  zh: "用户的偏好长期不变，各自挑选扣除价格后剩余最大的产品；每周只有少数人重新考虑，降价的消息会让更多人动心；价格越低用量越大。",
};
export const COST: Text = {
  en: "Unit cost comes from GPU prices, serving technology, experience and load; vendors price by the rules the scenario names, and cash and margins follow day by day.",
  zh: "单位成本来自 GPU 价格、推理技术、经验与负载；厂商按情景中写明的规则定价，现金与毛利由此逐日结出。",
};
export const SPLIT: Text = {
  en: "A price change is split into cost and margin twice: with markups held (logarithmic-mean weights, Ang 2004) and one for one; the distance between the two is how loosely “giving up margin” can be meant.",
  zh: "价格变化按两种口径拆成成本与毛利：一种假定加价倍数不变（对数平均权重，Ang 2004），一种逐元计算；两者之差正是“让利”一词的含混之处。",
};
export const WEEK: Text = { en: "A step of time is a week.", zh: "时间步长为一周。" };

type OfRuns = Said<(runs: Piece) => Sentence>;

export const pairedRuns: OfRuns = {
  en: (runs) =>
    sentence`Run k of each scenario has the same draws (${runs} runs), so differences are the scenarios' and not chance's; intervals are Student's for the mean of paired differences.`,
  zh: (runs) =>
    sentence`两个情景的第 k 次运行共用同一组随机数（${runs} 次），差异因此来自情景而不是偶然；区间为成对差异均值的 Student t 区间。`,
};
export const runsAlone: OfRuns = {
  en: (runs) =>
    sentence`There are ${runs} runs with draws of their own; “8 in 10” is from the 10th to the 90th percentile.`,
  zh: (runs) => sentence`共${runs} 次运行，随机数各不相同；“八成”指第 10 至第 90 百分位。`,
};
