import type { Text } from "../../engine/text/text.ts";

export const HEAD = {
  en: (unit: string) => ["meter", "prompts beyond", "hours", "Mtok", unit, "amount"],
  zh: (unit: string) => ["计费项", "提示词超过", "时段", "百万token", unit, "金额"],
};
export const beyond = { en: (k: string) => `${k}k tokens`, zh: (k: string) => `${k}k token` };
export const windowOf = {
  en: (from: number, to: number) => `${from}:00 to ${to}:00`,
  zh: (from: number, to: number) => `${from}:00 至 ${to}:00`,
};
export const LIST_HOURS: Text = { en: "other hours", zh: "其他时段" };
export const BATCH: Text = { en: "batch", zh: "批处理" };
export const PIECES: Text = { en: "Requests, calls, images", zh: "请求、调用、图片" };
export const TERMS: Text = { en: "Terms by volume", zh: "用量条款" };
export const TOTAL: Text = { en: "Total", zh: "合计" };

interface Title {
  readonly who: string;
  readonly label: string;
  readonly date: string;
  readonly share: string;
}
export const title = {
  en: ({ who, label, date, share }: Title) => `${who}, ${label}, ${date}: ${share} of list`,
  zh: ({ who, label, date, share }: Title) => `${who}，${label}，${date}：为目录价的 ${share}`,
};

export const task = {
  en: (amount: string) => `A usual task of the segment costs ${amount}.`,
  zh: (amount: string) => `该用户群一个普通任务花费 ${amount}。`,
};
