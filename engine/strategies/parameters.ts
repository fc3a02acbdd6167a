import type { Parameter } from "../registry.ts";

/** Parameters that several strategies share, with their usual bounds and words. */

export const band = {
  type: "number",
  unit: "1",
  default: 0.35,
  range: [0, 3],
  label: {
    en: "Widest quality gap to a rival (log: 0.35 is 30% worse)",
    zh: "竞品的最大质量差（对数，0.35 即低 30%）",
  },
} as const satisfies Parameter;

export const trust = {
  type: "number",
  unit: "1",
  default: 0,
  range: [0, 1],
  label: { en: "Trust counts in who is a rival", zh: "判断竞品时计入信任度" },
  help: {
    en: "0: quality alone. 1: a rival that its buyers trust less counts as that much worse.",
    zh: "0 表示只看质量；1 表示买家信任较低的对手按同样幅度视为较差。",
  },
} as const satisfies Parameter;

export const reviewDays = (days: number) =>
  ({
    type: "number",
    unit: "days",
    default: days,
    range: [1, 730],
    label: { en: "Days between reviews", zh: "调价间隔（天）" },
  }) as const satisfies Parameter;

export const fromDay = {
  type: "number",
  unit: "days",
  default: 0,
  range: [0, 10_000],
  label: { en: "Day it starts", zh: "开始日（第几天）" },
} as const satisfies Parameter;

export const marginFloor = (margin: number) =>
  ({
    type: "number",
    unit: "1",
    default: margin,
    range: [-20, 0.95],
    label: { en: "Lowest gross margin accepted", zh: "可接受的最低毛利率" },
  }) as const satisfies Parameter;

export const tolerance = (part: number) =>
  ({
    type: "number",
    unit: "1",
    default: part,
    range: [0, 1],
    label: { en: "Smallest change worth posting", zh: "最小调价幅度" },
  }) as const satisfies Parameter;

const digits = {
  type: "integer",
  unit: "1",
  default: 3,
  range: [1, 12],
  label: { en: "Significant digits of a posted price", zh: "标价的有效位数" },
} as const satisfies Parameter;

/** Value of a tier; of a tier the table does not name, `otherwise`. */
export const ofTier = (table: Readonly<Record<string, number>>, tier: string, otherwise: number): number =>
  table[tier] ?? otherwise;

/** The price at which gross margin is `margin` at unit cost `cost`. */
export const atMargin = (cost: number, margin: number): number => cost / (1 - margin);

/** How a vendor that solves for its best price posts it. */
export const manner = {
  error: {
    type: "number",
    unit: "1",
    default: 0,
    range: [0, 3],
    label: { en: "Error of its estimate of demand (sd of the markup, ln)", zh: "需求估计误差（加价的标准差，ln）" },
    help: {
      en: "Misjudging how sensitive demand is by a factor misjudges the markup by it; it wanders slowly.",
      zh: "把需求的价格敏感度估错几倍，加价就错几倍；误差缓慢游走。",
    },
  },
  damping: {
    type: "number",
    unit: "1",
    default: 1,
    range: [0.01, 1],
    label: { en: "Part of the way to the best price", zh: "每次向最优价走多大一步" },
  },
  marginFloor: marginFloor(-20),
  tolerance: tolerance(0.02),
  digits,
} as const satisfies Record<string, Parameter>;
