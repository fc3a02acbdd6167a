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

export const STEPS: Said<(n: number) => string> = {
  en: (n) => (n === 1 ? ", 1 step by length" : `, ${n} steps by length`),
  zh: (n) => `，按长度分 ${n} 段加价`,
};

export const SUMMARY: Said<(format: string, licence: string, rows: number, used: number, left: number) => string> = {
  en: (format, licence, rows, used, left) =>
    `Format: ${format}; licence: ${licence}. Price lists read: ${rows}; changing something: ${used}; left out: ${left}.`,
  zh: (format, licence, rows, used, left) =>
    `格式：${format}；许可：${licence}。读到 ${rows} 份价目，其中 ${used} 份有改动，略去 ${left} 份。`,
};

export const LEFT_OUT: Text = { en: "Left out", zh: "略去" };
