import type { Said, Text } from "../engine/text/text.ts";

export const HEAD: Said<readonly string[]> = {
  en: ["row", "vendor, model", "price", "what it does", "product", "until now", "change"],
  zh: ["行", "厂商、模型", "价格", "作用", "产品", "原价", "变动"],
};

/** What a row does to the scenario. */
export const DOES: Said<(date: string | null) => Readonly<Record<"opens" | "event" | "adds" | "same", string>>> = {
  en: (date) => ({
    opens: "opening price",
    event: `from ${date}`,
    adds: date === null ? "new product" : `new on ${date}`,
    same: "as it is",
  }),
  zh: (date) => ({
    opens: "开局价",
    event: `${date} 起`,
    adds: date === null ? "新产品" : `${date} 新上线`,
    same: "相同",
  }),
};

/** What a list has besides: steps by length, windows of hours, promotions. */
export const TARIFF: Said<(steps: number, windows: number, promotions: number) => string> = {
  en: (steps, windows, promotions) =>
    [of(steps, "step by length", "steps by length"), of(windows, "window of hours", "windows of hours")]
      .concat(of(promotions, "promotion", "promotions"))
      .join(""),
  zh: (steps, windows, promotions) =>
    [steps > 0 ? `，按长度分 ${steps} 段加价` : "", windows > 0 ? `，分时 ${windows} 段` : ""]
      .concat(promotions > 0 ? `，促销 ${promotions} 项` : "")
      .join(""),
};

const of = (n: number, one: string, more: string): string => (n === 0 ? "" : `, ${n} ${n === 1 ? one : more}`);

export const SUMMARY: Said<(format: string, licence: string, rows: number, used: number, left: number) => string> = {
  en: (format, licence, rows, used, left) =>
    `Format: ${format}; licence: ${licence}. Price lists read: ${rows}; changing something: ${used}; left out: ${left}.`,
  zh: (format, licence, rows, used, left) =>
    `格式：${format}；许可：${licence}。读到 ${rows} 份价目，其中 ${used} 份有改动，略去 ${left} 份。`,
};

export const LEFT_OUT: Text = { en: "Left out", zh: "略去" };
export const DOUBTFUL: Text = { en: "Doubtful", zh: "存疑" };

/** Beside a doubtful row. */
export const UNIT: Said<(change: string) => string> = {
  en: (change) => (change === "" ? "is the unit right?" : `${change}: is the unit right?`),
  zh: (change) => (change === "" ? "单位对吗？" : `${change}：单位对吗？`),
};
