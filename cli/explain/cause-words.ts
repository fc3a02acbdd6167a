import type { Growth, Said, Text } from "../../engine/index.ts";
import { plural } from "../../engine/text/plural.ts";

/** Where growth and shares come from, and what would be without something. */

type Head = Said<readonly string[]>;

/** Growth of tokens, by what users did. */
export const GROWTH_PARTS = {
  moreUse: { en: "more use at lower prices", zh: "老用户因降价多用" },
  newApplications: { en: "new applications", zh: "新应用" },
  switching: { en: "switching", zh: "换产品" },
  left: { en: "applications given up", zh: "停用" },
  exogenous: { en: "needs that grow, newcomers ramping up", zh: "需求自然增长与新用户爬坡" },
} as const satisfies Partial<Record<keyof Growth, Text>>;
export const GROWTH_HEAD: Head = {
  en: ["growth of tokens a week", "tokens", "part", "8 of 10 runs"],
  zh: ["每周 token 的增长来自", "增量", "占比", "十次中八次"],
};
export const grew: Said<(from: string, to: string, times: string, aware: string) => string> = {
  en: (from, to, times, aware) =>
    `Tokens went from ${from} to ${to} a week (${times} times as many); ${aware} times as many people know of such products`,
  zh: (from, to, times, aware) =>
    `token 量从每周 ${from}变为 ${to}（${times} 倍）；知道这类产品的人是原来的 ${aware} 倍`,
};

/** Growth of tokens, by cause. */
export const CAUSES_HEAD: Head = {
  en: ["multiplied by", "times", "8 of 10 runs"],
  zh: ["倍数来自", "倍数", "十次中八次"],
};
export const CAUSES_REST: Text = {
  en: "the rest: launches, earlier newcomers ramping up",
  zh: "其余：新品发布、原有新用户爬坡",
};
export const TOGETHER: Text = { en: "all together", zh: "合计" };
export const multiplied: Said<(runs: number) => string> = {
  en: (runs) => `What multiplied tokens (Shapley values of logs: causes multiply; medians of ${plural(runs, "run")})`,
  zh: (runs) => `token 量为什么增长（对数的 Shapley 值，各因素相乘；${runs} 次运行的中位数）`,
};

/** A vendor's share. */
export const SHARE_HEAD: Head = { en: ["comes from", "mean", "8 of 10 runs"], zh: ["来自", "均值", "十次中八次"] };
export const ALL_ALIKE: Text = { en: "all five alike", zh: "五者都抹平时" };
export const AS_IT_IS: Text = { en: "share as it is", zh: "实际份额" };
export const shareTitle: Said<(vendor: string, runs: number) => string> = {
  en: (vendor, runs) =>
    `Where ${vendor}'s share of tokens comes from (Shapley values, 32 coalitions, ${plural(runs, "run")})`,
  zh: (vendor, runs) => `${vendor}的 token 份额从哪里来（Shapley 值，32 种组合，${runs} 次运行）`,
};
export const SHARE_NOTE: Text = {
  en: "Alike: one price for all (the geometric mean of opening prices, never moved), one quality, no switching cost, no ecosystem, no\nbrand. Prices are replayed as each run had them; nobody reacts anew.",
  zh: "抹平：人人同价（期初价的几何平均，从不变动）、同质、无转换成本、无生态、无品牌差别。价格按各次运行中实际的调价重放，没有人再作反应。",
};

/** Knock-outs. */
export const WITHOUT_HEAD: Head = {
  en: ["outcome", "as is", "without", "difference", "95% interval", "variance saved"],
  zh: ["指标", "原样", "去掉后", "差", "95% 区间", "方差节省"],
};
export const pairsOf: Said<(label: string, pairs: number) => string> = {
  en: (label, pairs) => `${label} (${pairs} pairs, at the end)`,
  zh: (label, pairs) => `${label}（${pairs} 对，期末）`,
};
export const PAIRS_NOTE: Text = {
  en: "Pairs share every draw. Variance saved: how many times fewer runs pairing needs than independent arms would. Where vendors react by\nrule, the cascade's own chance lives in one arm and little is saved; where prices are scripted, much.",
  zh: "成对运行共用全部随机数。“方差节省” 指相对独立运行，所需次数可减少到几分之一。厂商按规则反应时，连锁反应自身的随机性只存在于一边，\n节省有限；价格写定时节省很多。",
};
export const orderMatters: Said<(name: string, sum: string, all: string, between: string) => string> = {
  en: (name, sum, all, between) =>
    `Order matters: one at a time, the differences of “${name}” add up to ${sum}; all together they make ${all}. To whom the ${between} between belongs depends on who goes first.`,
  zh: (name, sum, all, between) =>
    `次序有影响：逐项单独去掉，${name}的差合计 ${sum}；一起去掉为 ${all}。相差的 ${between} 归谁取决于先去掉谁。`,
};
