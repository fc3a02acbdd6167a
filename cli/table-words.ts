import type { Said, Text } from "../engine/index.ts";
import { plural } from "../engine/text/plural.ts";

/** Heads of tables in a terminal, and the words around them. */

type Head = Said<readonly string[]>;

export const detailed: Said<(detail: string) => string> = {
  en: (detail) => `  (${detail})`,
  zh: (detail) => `（${detail}）`,
};

/** A run. */
export const VENDOR_HEAD: Head = {
  en: ["vendor", "token share", "change", "gross margin"],
  zh: ["厂商", "token 份额", "变化", "毛利率"],
};
/** Beside it where some vendor pays for capacity that nobody uses. */
export const OVER_SERVING: Text = { en: "over serving cost", zh: "服务毛利率" };
export const LEFT: Text = { en: "left", zh: "已退出" };
export const SEGMENT_HEAD: Head = {
  en: ["users", "spend a week", "surplus a week", "at first", "paid per Mtok", "at first"],
  zh: ["用户", "每周支出", "每周剩余", "期初", "每百万 token 实付", "期初"],
};
export const SIDES = {
  business: { en: "Businesses", zh: "B 端合计" },
  consumer: { en: "Consumers", zh: "C 端合计" },
} as const satisfies Readonly<Record<string, Text>>;
export const PRICE_HEAD: Head = {
  en: ["product", "input price then", "now", "unit cost"],
  zh: ["产品", "期初输入价", "期末输入价", "单位成本"],
};
export const SHARES: Text = { en: "Share of tokens, %", zh: "token 份额（%）" };
export const SEED: Text = { en: "seed", zh: "种子" };
export const FINGERPRINT: Text = { en: "fingerprint", zh: "指纹" };
export const ANECDOTE: Text = {
  en: "One run is an anecdote: compare, or try other seeds, to see the range.",
  zh: "一次运行只是个例；用 compare 或多个种子看波动范围。",
};

/** Experiments. */
export const OUTPUTS_HEAD: Head = {
  en: ["output", "median", "90% of runs within", "mean (95% interval)"],
  zh: ["结果", "中位数", "九成运行落在", "均值（95% 区间）"],
};
export const allRunsDone: Said<(runs: number) => string> = {
  en: (runs) => `${plural(runs, "run")}, all done`,
  zh: (runs) => `共 ${runs} 次运行，全部完成`,
};
export const runsFailed: Said<(runs: number, done: number, failed: number) => string> = {
  en: (runs, done, failed) => `${plural(runs, "run")}: ${done} done, ${failed} failed`,
  zh: (runs, done, failed) => `共 ${runs} 次运行：${done} 次完成，${failed} 次失败`,
};
export const OTHERS_IN_TABLE: Text = {
  en: "  ... the rest are in runs.parquet",
  zh: "  ……其余见 runs.parquet",
};
export const totalAndAlone: Said<(total: string, alone: string) => string> = {
  en: (total, alone) => `total ${total}   alone ${alone}`,
  zh: (total, alone) => `总效应 ${total}   单独 ${alone}`,
};
export const mapTitle: Said<(output: string, across: string) => string> = {
  en: (output, across) => `${output}; across: ${across}`,
  zh: (output, across) => `${output}；横轴：${across}`,
};
/** Columns a parameter's name takes. */
export const NAME_COLUMNS: Said<number> = { en: 34, zh: 26 };
