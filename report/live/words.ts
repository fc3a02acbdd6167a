import type { Said, Text } from "../../engine/index.ts";

/** Words of a live report beyond what is printed. */
export const liveWords = {
  verify: { en: "Run again and verify", zh: "重新运行并核验" },
  verifying: { en: "Running …", zh: "正在运行……" },
  verified: {
    en: "Verified: every recorded number came out the same, to the bit",
    zh: "核验通过：记录的每个数都逐位相同",
  },
  levers: { en: "What if? Move a slider", zh: "如果……？拖动滑块试试" },
  leversNote: {
    en: "Charts then show one run of the changed scenario, grey: the report's. The text above stays as it was.",
    zh: "图中改为显示修改后情景的一次运行，灰线为报告原情景；上文文字不变。",
  },
  reset: { en: "Back to the report", zh: "恢复报告原样" },
  running: { en: "Running …", zh: "正在运行……" },
  pointer: {
    en: "Point at the chart, or focus it and use the arrow keys, to read a date.",
    zh: "把指针移到图上（或聚焦后用方向键）读取某一天的数值。",
  },
} as const satisfies Readonly<Record<string, Text>>;

export const differs: Said<(id: string, got: string, want: string) => string> = {
  en: (id, got, want) => `Not the same: ${id} came out as ${got}, not ${want}`,
  zh: (id, got, want) => `不一致：${id} 得到 ${got}，应为 ${want}`,
};
export const failed: Said<(why: string) => string> = {
  en: (why) => `The run stopped: ${why}`,
  zh: (why) => `运行中断：${why}`,
};
export const seconds: Said<(s: string) => string> = { en: (s) => `${s} s`, zh: (s) => `${s} 秒` };
export const inReport: Said<(value: string) => string> = {
  en: (value) => `report: ${value}`,
  zh: (value) => `报告：${value}`,
};
