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

interface PositionWords {
  readonly from: string;
  readonly to: string;
  readonly cost: string;
  readonly nash: string;
  readonly free: string;
}
export const POINTS: Said<PositionWords> = {
  en: { from: "before", to: "after", cost: "unit cost", nash: "static Nash price", free: "free" },
  zh: { from: "起始价", to: "截止价", cost: "单位成本", nash: "静态 Nash 价", free: "免费" },
};

interface WarWords {
  readonly index: string;
  readonly depth: string;
}
export const WAR: Said<WarWords> = {
  en: { index: "price index", depth: "cut by" },
  zh: { index: "价格指数", depth: "降幅" },
};

interface FlowWords {
  readonly from: string;
  readonly to: string;
  readonly users: string;
  readonly none: string;
}
export const FLOWS: Said<FlowWords> = {
  en: { from: "they left", to: "they went to", users: "users", none: "none" },
  zh: { from: "离开", to: "转向", users: "用户数", none: "未用" },
};
