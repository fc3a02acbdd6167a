import type { Group, Series, Text } from "../../engine/index.ts";

/** A series a panel can show, with how it is drawn. */
export type Measure = Series & Required<Pick<Series, "shape" | "scale">>;

export const drawn = (series: Series): Measure => ({ shape: "line", scale: "linear", ...series });

export const GROUPS: Readonly<Record<Group, Text>> = {
  price: { en: "Prices and costs", zh: "价格与成本" },
  share: { en: "Shares and concentration", zh: "份额与集中度" },
  money: { en: "Money", zh: "收支" },
  use: { en: "Use", zh: "用量" },
  market: { en: "Market conditions", zh: "市场环境" },
};
