import type { Said, Text } from "../../engine/index.ts";

/** How the verdicts hang on the calibration. */

export const RANGES_HEAD: Said<readonly string[]> = {
  en: ["one thing moved", "to", "the basket", "vendors that read otherwise"],
  zh: ["改动一项", "取值", "一篮子", "判断不同的厂商"],
};
export const SAME: Text = { en: "none", zh: "无" };
export const RANGES_NOTE: Said<(firm: string) => string> = {
  en: (firm) =>
    `Each lever stands once at each end of its plausible range, the others as they are; per cent: share of runs that agree, and below ${firm} nothing is firm. A word that holds in every row hangs on none of these numbers.`,
  zh: (firm) =>
    `每个旋钮分别取合理区间的两端，其余不变；百分数为判断一致的运行所占比例，低于 ${firm} 即无定论。各行判断相同，说明结论不依赖这些取值。`,
};
