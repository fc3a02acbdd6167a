import type { Said, Text } from "../../../engine/index.ts";
import type { Name, Sentence, Value } from "../model.ts";
import { name, NOTHING, type Piece, sentence } from "../sentence.ts";
import { capitalised } from "../../../words/sentence.ts";

/** What the result hangs on. */

export const NO_LEVERS: Text = {
  en: "The scenario names no levers, so nothing was varied.",
  zh: "情景没有列出调节项，因此没有做敏感性分析。",
};

/** How levers were moved; `title` where the report is held against a baseline, null otherwise. */
export const design: Said<(levers: Value, runs: Piece, agents: Value, title: Name | null) => Sentence> = {
  en(levers, runs, agents, title) {
    const people = agents.value > 0 ? sentence` of ${agents} simulated users` : NOTHING;
    const about = title ? sentence` It is “${title}” that is varied, not how it differs from the baseline.` : NOTHING;
    const each = levers.value === 1 ? sentence`The one lever` : sentence`Each of ${levers} levers`;
    return sentence`${each} goes to either end of its plausible range, the others as they stand, in ${runs} runs${people} with the same draws at each end. What these runs find by a lever is put on the report's own mean.${about} What levers do together is not seen this way.`;
  },
  zh(levers, runs, agents, title) {
    const people = agents.value > 0 ? sentence`，每次${agents} 个模拟用户` : NOTHING;
    const about = title ? sentence`这里变动的是“${title}”本身，不是它与基准之差；` : NOTHING;
    return sentence`${levers} 个调节项逐一取合理范围的两端，其余不变；每端${runs} 次运行${people}，各端共用随机数；由此得出的变动加在报告自身的均值上。${about}几个调节项同时变动时的交互作用看不出来。`;
  },
};

export const unmoved: Said<(what: Name, value: Piece) => Sentence> = {
  en: (what, value) => sentence`No lever moves ${what}: it stays at ${value}.`,
  zh: (what, value) => sentence`没有一个调节项改变${what}：始终是${value}。`,
};
export const oneDriver: Said<(what: Name, first: Piece) => Sentence> = {
  en: (what, first) => sentence`${capital(what)} depends most on ${first}.`,
  zh: (what, first) => sentence`${what}最取决于${first}。`,
};
export const twoDrivers: Said<(what: Name, first: Piece, second: Piece) => Sentence> = {
  en: (what, first, second) => sentence`${capital(what)} depends most on ${first}; next on ${second}.`,
  zh: (what, first, second) => sentence`${what}最取决于${first}；其次是${second}。`,
};

const capital = ({ said }: Name): Name => name(capitalised(said));

/** One lever at both ends, and which way. */
export const effect: Said<
  (lever: Piece, settings: readonly Piece[], values: readonly Piece[], way: Piece, pairs: readonly Piece[]) => Sentence
> = {
  en: (lever, [from, to], [low, high], way, [agree, all]) =>
    sentence`“${lever}”: ${low} at ${from}, ${high} at ${to} (${way}, ${agree} of ${all} pairs)`,
  zh: (lever, [from, to], [low, high], way, [agree, all]) =>
    sentence`“${lever}”：取${from}时为${low}，取${to}时为${high}（${way}，${agree}/${all} 对如此）`,
};
export const OPEN_WAY: Text = { en: "which way is an open question", zh: "方向难说" };
export const rises: Said<(word: string) => string> = { en: (word) => `${word} a rise`, zh: (word) => `${word}上升` };
export const falls: Said<(word: string) => string> = { en: (word) => `${word} a fall`, zh: (word) => `${word}下降` };

export const CAPTION: Text = {
  en: "Outcomes with each lever at its low end → at its high end",
  zh: "各调节项取低端 → 取高端时的结果",
};
export const HEAD: Said<readonly string[]> = { en: ["Lever", "Low", "High"], zh: ["调节项", "低端", "高端"] };
