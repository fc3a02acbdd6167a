import type { Said, Text } from "../../engine/text/text.ts";
import type { Window } from "../../engine/scenario/tariff.ts";

export const HEAD = {
  en: (unit: string) => ["meter", "prompts beyond", "hours", "Mtok", unit, "amount"],
  zh: (unit: string) => ["计费项", "提示词超过", "时段", "百万token", unit, "金额"],
};
export const beyond = { en: (k: string) => `${k}k tokens`, zh: (k: string) => `${k}k token` };
export const windowOf = {
  en: (from: number, to: number) => `${clock(from)} to ${clock(to)}`,
  zh: (from: number, to: number) => `${clock(from)} 至 ${clock(to)}`,
};
const clock = (hour: number): string => `${Math.floor(hour)}:${hour % 1 === 0 ? "00" : "30"}`;
export const LIST_HOURS: Text = { en: "other hours", zh: "其他时段" };
export const BATCH: Text = { en: "batch", zh: "批处理" };
export const PIECES: Text = { en: "Requests, calls, images", zh: "请求、调用、图片" };
export const TERMS: Text = { en: "Terms by volume", zh: "用量条款" };
export const DISCOUNT: Text = { en: "Bargained or off-peak", zh: "议价或错峰优惠" };
export const TAX: Text = { en: "Tax", zh: "税" };
export const TOTAL: Text = { en: "Total", zh: "合计" };

export const NO_WORK: Text = {
  en: "--input and --output are both 0: there is nothing to bill",
  zh: "--input 与 --output 都是 0，没有用量可以计费",
};

interface Title {
  readonly who: string;
  readonly label: string;
  readonly date: string;
  readonly share: string | null; // null: the list is free
}
export const title = {
  en: ({ who, label, date, share }: Title) => `${who}, ${label}, ${date}: ${share ? `${share} of list` : "free"}`,
  zh: ({ who, label, date, share }: Title) => `${who}，${label}，${date}：${share ? `为目录价的 ${share}` : "免费"}`,
};

export const task = {
  en: (amount: string) => `A usual task of the segment costs ${amount}.`,
  zh: (amount: string) => `该用户群一个普通任务花费 ${amount}。`,
};

export const WINDOWS: Readonly<Record<Window, Text>> = {
  hour: { en: "an hour", zh: "每小时" },
  "5h": { en: "in five hours", zh: "每五小时" },
  day: { en: "a day", zh: "每天" },
  week: { en: "a week", zh: "每周" },
  month: { en: "a month", zh: "每月" },
};
export const quotaLeft: Said<(tokens: string, every: string) => string> = {
  en: (tokens, every) => `Free use of ${tokens} Mtok ${every} for each user is not taken off.`,
  zh: (tokens, every) => `每位用户${every} ${tokens} 百万 token 的免费额度未扣除。`,
};

export const SEGMENT: Text = { en: "segment", zh: "用户群" };
export const PRODUCT: Text = { en: "product", zh: "产品" };
export const notByToken = (product: string): Text => ({
  en: `${product} is not billed by the token: its price is its bill`,
  zh: `${product} 不按 token 计费：标价即账单`,
});
export const ofModels = (plan: string, models: readonly string[]): Text => ({
  en: `${plan} gives access to several models, each at its own rate: name one, like ${models[0]}`,
  zh: `${plan} 包含多个模型，各有消耗倍速：请指明一个，例如 ${models[0]}`,
});
export const notOnSale = (product: string, date: string): Text => ({
  en: `${product} is not on sale on ${date}`,
  zh: `${product} 在 ${date} 未在售`,
});
export const noTokens = (flag: string, given: string): Text => ({
  en: `--${flag} ${given}: expected an amount with its unit, like 5 Mtok or 200000 tokens`,
  zh: `--${flag} ${given}：须写带单位的用量，例如 5 Mtok 或 20万 token`,
});
