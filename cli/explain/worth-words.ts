import type { Said, Text } from "../../engine/index.ts";
import { plural } from "../../engine/text/plural.ts";

/** Whether a cut was worth it, and the decisions of a week. */

type Head = Said<readonly string[]>;

export const WORTH_HEAD: Head = {
  en: ["discounted gross profit", "rivals react", "rivals hold"],
  zh: ["折现毛利", "对手照常反应", "对手不动"],
};
export const OWN: Readonly<Record<"cut" | "hold", Said<(name: string) => string>>> = {
  cut: { en: (name) => `${name} cuts`, zh: (name) => `${name}降价` },
  hold: { en: (name) => `${name} holds`, zh: (name) => `${name}不降` },
};
export const DIFFERENCE: Text = { en: "cutting less holding", zh: "降与不降之差" };
export const worthIt: Said<(name: string, pairs: number) => string> = {
  en: (name, pairs) => `Was ${name}'s cut worth it? (${pairs} pairs, 10% a year, up to the last day)`,
  zh: (name, pairs) => `${name}降价值不值（${pairs} 对，年折现率 10%，到期末为止）`,
};

export const breaksEven: Said<(rise: string, share: string, elasticity: string, realised: string) => string> = {
  en: (rise, share, elasticity, realised) =>
    `To break even tokens must rise by ${rise} (a share of ${share}, an elasticity of ${elasticity}); they rose by ${realised}.`,
  zh: (rise, share, elasticity, realised) =>
    `保本需要 token 量增加 ${rise}（相当于份额 ${share}，弹性 ${elasticity}）；实际多了 ${realised}。`,
};
export const outOfReach: Said<(rise: string, realised: string) => string> = {
  en: (rise, realised) =>
    `Break-even cannot be reached: tokens would have to rise by ${rise}, more than the whole market uses; they rose by ${realised}.`,
  zh: (rise, realised) => `保本无法实现：token 量须增加 ${rise}，超过整个市场的用量；实际多了 ${realised}。`,
};
export const neverBreaksEven: Said<(realised: string) => string> = {
  en: (realised) => `The mean price is below cost: no volume breaks even; tokens rose by ${realised}.`,
  zh: (realised) => `平均价低于成本：卖多少都不能保本；实际多了 ${realised}。`,
};
export const belowCost: Said<(share: string, weeks: string | null) => string> = {
  en: (share, weeks) =>
    `${share} of its tokens are sold below cost at the end; its money lasts ${weeks ? plural(weeks, "week") : "for ever"}.`,
  zh: (share, weeks) => `期末低于成本卖出的 token 占 ${share}；现金${weeks ? `还能撑 ${weeks} 周` : "不会用完"}。`,
};

/** Can we afford to follow? Can we afford not to? */
export const ANSWERS = {
  yes: { en: "Yes, following earns more than holding", zh: "跟得起：跟比不跟赚得多" },
  no: { en: "No, following earns less than holding", zh: "跟不划算：跟比不跟赚得少" },
  open: { en: "Open, the interval spans zero", zh: "说不准：区间跨零" },
} as const satisfies Readonly<Record<string, Text>>;
export const afford: Said<(name: string, answer: string, follow: string, holdOut: string) => string> = {
  en: (name, answer, follow, holdOut) =>
    `Can it afford to follow? ${answer} (${follow}). Can it afford not to? Rivals' moves change what ${name} earns by holding by ${holdOut}.`,
  zh: (name, answer, follow, holdOut) =>
    `跟得起吗？${answer}（${follow}）。不跟行吗？对手的动作让坚守的${name}毛利变化 ${holdOut}。`,
};

/** A week. */
export const LAUNCH: Text = { en: "launch", zh: "发布" };
export const NO_MOVES: Text = { en: "nobody moved a price", zh: "没有人动价格" };
export const FLOWS_HEAD: Head = {
  en: ["product", "joined", "switched in", "switched out", "left"],
  zh: ["产品", "新用户", "转入", "转出", "停用"],
};
export const weekOf: Said<(from: string, to: string) => string> = {
  en: (from, to) => `${from} to ${to} (one run; input prices)`,
  zh: (from, to) => `${from}至 ${to}（一次运行；输入价）`,
};
