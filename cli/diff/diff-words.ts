import type { Said, Text } from "../../engine/index.ts";

export const noVersion = (name: string): Text => ({
  en: `${name}: expected a version such as 0.1.0, or a folder with a built or installed pricewar`,
  zh: `${name}：应为版本号（如 0.1.0），或含有已构建、已安装的 pricewar 的文件夹`,
});

export const notPublished = (name: string): Text => ({
  en: `${name}: the registry of npm has no such version`,
  zh: `${name}：npm 上没有这个版本`,
});

/** Ends of buckets in words: each the number of figures that lie in it. */
export const BUCKET_HEADS: readonly string[] = ["=", "≤1e-9", "≤0.1%", "≤1%", "≤10%", ">10%"];

export const SCENARIO: Text = { en: "scenario", zh: "情景" };
export const WHY_HEAD: Text = { en: "why", zh: "原因" };
export const WORST: Text = { en: "most", zh: "差别最大" };

export type Why = "same" | "model" | "scenario" | "both" | "added" | "removed" | "unknown";

export const WHY: Readonly<Record<Why, Text>> = {
  same: { en: "same numbers", zh: "数值相同" },
  model: { en: "the model", zh: "模型" },
  scenario: { en: "the scenario's data", zh: "情景数据" },
  both: { en: "model and data", zh: "模型与数据" },
  added: { en: "new here", zh: "新增" },
  removed: { en: "gone here", zh: "已删除" },
  unknown: { en: "its scenario cannot be read here", zh: "此版本无法读取其情景" },
};

export const total: Said<(same: number, all: number, other: string) => string> = {
  en: (same, all, other) => `${same} of ${all} scenarios give the same numbers as ${other}.`,
  zh: (same, all, other) => `${all} 个情景中有 ${same} 个与 ${other} 数值相同。`,
};
export const DIFFING: Text = { en: "comparing the library", zh: "对比情景库" };
