import type { Text } from "../../engine/text/text.ts";

interface Told {
  readonly who: string;
  readonly from: string;
  readonly to: string;
  readonly was: string;
  readonly is: string;
}
export const paidTitle = {
  en: ({ who, from, to, was, is }: Told) => `${who}: paid for work, ${from} to ${to}: ${was} → ${is}`,
  zh: ({ who, from, to, was, is }: Told) => `${who}：工作量的实付价，${from} 至 ${to}：${was} → ${is}`,
};
export const PAID_HEAD = {
  en: (unit: string) => ["because of", unit],
  zh: (unit: string) => ["原因", unit],
};
export const PAID_PARTS = {
  list: { en: "list prices", zh: "目录价" },
  mix: { en: "mix of meters (cache hits, output)", zh: "计费项结构（缓存命中、输出）" },
  terms: { en: "terms (hours, length, batch, promotions, allowances)", zh: "条款（时段、长度、批处理、促销、额度）" },
  tokens: { en: "tokens a task", zh: "每任务 token 数" },
  tier: { en: "work moved between products", zh: "产品之间的用量转移" },
} as const satisfies Readonly<Record<string, Text>>;
