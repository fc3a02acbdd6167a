import type { Said, Text } from "../../engine/index.ts";
import { plural } from "../../engine/text/plural.ts";

/** Words of `explain --indices`. */

export const INDEX_HEAD: Said<readonly string[]> = {
  en: ["index", "change", "8 of 10 runs", "between the two days alone"],
  zh: ["指数", "变动", "十次中八次", "仅比较首末两日"],
};

export const indexTitle: Said<(from: string, to: string, runs: number) => string> = {
  en: (from, to, runs) => `How much cheaper, from ${from} to ${to}: every index, medians of ${plural(runs, "run")}`,
  zh: (from, to, runs) => `${from}至${to}便宜了多少：各种指数（${runs} 次运行的中位数）`,
};

/** Rows by the field or metric that they tell, the headline's first. */
export const INDEX_ROWS = {
  priceIndex: { en: "list prices, Fisher (the headline's)", zh: "目录价，费雪（头条所用）" },
  laspeyresIndex: { en: "list prices, Laspeyres", zh: "目录价，拉氏" },
  paascheIndex: { en: "list prices, Paasche", zh: "目录价，帕氏" },
  tornqvistIndex: { en: "list prices, Törnqvist", zh: "目录价，滕氏" },
  walshIndex: { en: "list prices, Walsh", zh: "目录价，沃尔什" },
  satoVartiaIndex: { en: "list prices, Sato-Vartia", zh: "目录价，佐藤–瓦尔蒂亚" },
  paid: { en: "prices paid, a fixed basket of tasks", zh: "实付价，固定任务篮子" },
  unitValue: { en: "average price paid", zh: "平均实付价" },
  livingWithoutNew: { en: "cost of living, without what is new", zh: "生活费用，不计新品" },
  living: { en: "cost of living", zh: "生活费用" },
} as const satisfies Readonly<Record<string, Text>>;

export const INDEX_NOTE: Text = {
  en:
    "Chained indices follow what is on sale from month to month and from launch to launch; between two days alone only " +
    "what was on sale on both counts. Formulas differ in whose basket they price; Törnqvist and Sato-Vartia drop what " +
    "went free. An average price falls as well when buyers move to cheap products. Cost of living is by the model's own " +
    "demand: the factor on all prices that would have made the same buyers as well off as today's market does, better " +
    "and new products counted at what they are worth to them; without what is new, as if nobody could buy it.",
  zh:
    "链式指数逐月、逐次新品发布衔接；仅比较首末两日时，只计两日都在售的产品。各公式的差别在于以谁的篮子为权数；滕氏与佐藤–瓦尔蒂亚" +
    "不计转为免费的产品。买家转向便宜产品时，平均实付价也会下降。生活费用按模型自身的需求计算：所有价格同乘一个系数，使同一批买家" +
    "与今天的市场一样好，更好的产品和新品按其对买家的价值计入；“不计新品”即假设新品无法购买。",
};
