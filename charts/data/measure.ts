import type { Metric, Text } from "../../engine/index.ts";

/** A series a panel can show: a metric of the engine's shelf, or a recorded column as it is. */
export interface Measure extends Metric {
  readonly group: Group;
  readonly shape: "step" | "line";
  readonly scale: "log" | "linear";
  /** Shares of a whole: drawn from zero, large and small apart. */
  readonly share: boolean;
  /** Values beyond are cut off at the frame: a margin on next to no revenue has no bottom. */
  readonly clamp?: readonly [number, number];
}

export type Group = "price" | "share" | "money" | "use" | "market";

export const GROUPS: Readonly<Record<Group, Text>> = {
  price: { en: "Prices and costs", zh: "价格与成本" },
  share: { en: "Shares and concentration", zh: "份额与集中度" },
  money: { en: "Money", zh: "收支" },
  use: { en: "Use", zh: "用量" },
  market: { en: "Market conditions", zh: "市场环境" },
};
