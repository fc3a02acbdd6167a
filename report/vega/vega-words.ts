import type { Said, Text } from "../../engine/index.ts";

export const FREE_AT: Text = { en: "free", zh: "免费" };
export const MARGIN: Text = { en: "gross margin", zh: "毛利率" };

interface PointWords {
  readonly set: string;
  readonly reaction: string;
  readonly launch: string;
  readonly ghost: string;
}
export const KINDS: Said<PointWords> = {
  en: { set: "set", reaction: "reaction", launch: "launch", ghost: "baseline only" },
  zh: { set: "设定", reaction: "反应", launch: "发布", ghost: "仅基准" },
};

interface BarWords {
  readonly total: string;
  readonly cost: string;
  readonly competition: string;
  readonly margin: string;
}
export const PARTS_KINDS: Said<BarWords> = {
  en: { total: "price", cost: "cost", competition: "competition", margin: "margin" },
  zh: { total: "价格", cost: "成本", competition: "竞争", margin: "毛利" },
};
