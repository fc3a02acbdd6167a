import type { Said, Scenario, Text } from "../../engine/index.ts";

/** What `compare` prints. */

export const INTERVAL: Text = { en: "95% interval", zh: "95% 区间" };
export const atTheEnd: Said<(letter: string, pairs: number) => string> = {
  en: (letter, pairs) => `At the end, ${letter} less A (${pairs} pairs, mean and 95% interval)`,
  zh: (letter, pairs) => `期末，${letter} 减 A（${pairs} 对，均值与 95% 区间）`,
};
export const inOneOnly: Said<(who: string, letter: string, share: string) => string> = {
  en: (who, letter, share) => `${who} is in ${letter} only and ends with ${share} of tokens.`,
  zh: (who, letter, share) => `${who}只在 ${letter} 中出现，期末 token 份额为 ${share}。`,
};
export const others: Said<(left: number) => string> = {
  en: (left) => `${left} more moved less; --json has them all.`,
  zh: (left) => `另有 ${left} 项变动较小，--json 给出全部。`,
};
export const saved: Said<(low: string, high: string) => string> = {
  en: (low, high) => `Without pairing, the same precision would take ${low} to ${high} times the runs.`,
  zh: (low, high) => `若不成对，同样的精度需要 ${low} 至 ${high} 倍的运行次数。`,
};
export const unpaired = ({ title }: Scenario): Text => ({
  en: `Note: ${title.en} has other agents, segments or burn-in than A, so their draws do not match: the differences are not paired and the intervals wide`,
  zh: `注意：${title.zh}的用户数、分群或预热期与 A 不同，两边的随机数对不上：差异不是成对的，区间偏宽`,
});
export const converted = ({ title, currency }: Scenario, base: string, rate: string): Text => ({
  en: `Note: amounts of ${title.en} are turned from ${currency} into ${base} at ${rate} ${base} per ${currency}`,
  zh: `注意：${title.zh}的金额按 1 ${currency} = ${rate} ${base} 由 ${currency} 折算为 ${base}`,
});
