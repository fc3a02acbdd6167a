import type { Said, Text } from "../../engine/index.ts";
import type { Sentence } from "./model.ts";
import { type Piece, sentence } from "./sentence.ts";

/** The answer about what is in focus. */

/** Levels and years, not results. */
const NINETY_FIVE = { said: "95%", name: true } as const;
const EIGHT = { said: "8 in 10", name: true } as const;
const YEAR = { said: "2024", name: true } as const;
const YEARS = { en: { said: "2024 and 2025", name: true }, zh: { said: "2024—2025", name: true } } as const;

interface Compared {
  readonly what: Piece; // “Zhipu's share of tokens”
  readonly when: Piece; // “on 31 Dec 2024”
  readonly value: Piece;
  readonly base: Piece; // the value there
  readonly gap: Piece; // without a sign
  readonly title: Piece; // of the baseline
}

export const higher: Said<(x: Compared) => Sentence> = {
  en: ({ what, when, value, gap, title }) => sentence`${what} is ${value} ${when}, ${gap} higher than in “${title}”`,
  zh: ({ what, when, value, gap, title }) => sentence`${when}，${what}为${value}，比“${title}”高${gap}`,
};
export const lower: Said<(x: Compared) => Sentence> = {
  en: ({ what, when, value, gap, title }) => sentence`${what} is ${value} ${when}, ${gap} lower than in “${title}”`,
  zh: ({ what, when, value, gap, title }) => sentence`${when}，${what}为${value}，比“${title}”低${gap}`,
};
export const alike: Said<(x: Compared) => Sentence> = {
  en: ({ what, when, value, base, title }) =>
    sentence`${what} is ${value} ${when}; in “${title}” it is ${base}, no clear difference`,
  zh: ({ what, when, value, base, title }) => sentence`${when}，${what}为${value}；“${title}”为${base}，差别不明显`,
};
export const onlyHere: Said<(x: Compared) => Sentence> = {
  en: ({ what, when, value, title }) => sentence`${what} is ${value} ${when}; “${title}” has no such thing`,
  zh: ({ what, when, value, title }) => sentence`${when}，${what}为${value}；“${title}”中没有`,
};
export const alone: Said<(x: Pick<Compared, "what" | "when" | "value">, start: Piece) => Sentence> = {
  en: ({ what, when, value }, start) => sentence`${what} is ${value} ${when}; it was ${start} at the start`,
  zh: ({ what, when, value }, start) => sentence`${when}，${what}为${value}，期初为${start}`,
};
/** Of cash, where a parent pays: there is no number. */
export const noLimit: Said<(what: Piece, when: Piece) => Sentence> = {
  en: (what, when) => sentence`${what} has no limit ${when}: its parent company pays for what it loses`,
  zh: (what, when) => sentence`${when}，${what}没有上限：亏损由母公司承担`,
};
export const nothing: Said<(what: Piece, when: Piece) => Sentence> = {
  en: (what, when) => sentence`${what} does not exist ${when}`,
  zh: (what, when) => sentence`${when}，${what}不存在`,
};

/** How sure it is. */
export const spread: Said<(low: Piece, high: Piece, runs: Piece) => Sentence> = {
  en: (low, high, runs) => sentence`Mean of ${runs} runs; ${EIGHT} of them lie between ${low} and ${high}.`,
  zh: (low, high, runs) => sentence`${runs} 次运行的均值；其中八成在${low}至${high}之间。`,
};
export const sureness: Said<(gap: Piece, low: Piece, high: Piece, how: Piece) => Sentence> = {
  en: (gap, low, high, how) => sentence`The difference is ${gap} (${NINETY_FIVE} interval ${low} to ${high}): ${how}.`,
  zh: (gap, low, high, how) => sentence`相差${gap}（${NINETY_FIVE}区间${low}至${high}）：${how}。`,
};

/** Why. */
export const cause: Said<(what: Piece, gap: Piece) => Sentence> = {
  en: (what, gap) => sentence`${what} (${gap})`,
  zh: (what, gap) => sentence`${what}（${gap}）`,
};
export const whatMattered: Said<(listed: Piece) => Sentence> = {
  en: (listed) => sentence`What mattered most: ${listed}. In parentheses: what each does, all else the same.`,
  zh: (listed) => sentence`影响最大的是：${listed}。括号内为其他条件不变时该因素单独的作用。`,
};
export const NO_CAUSE: Text = {
  en: "No single change, launch or vendor's pricing moves it clearly.",
  zh: "没有哪一项改动、发布或哪一家的调价单独对它有明显影响。",
};

/** How well the model knows it. */
export const trusted: Said<(what: Piece, simulated: Piece, observed: Piece, held: boolean) => Sentence> = {
  en: (what, simulated, observed, held) =>
    held
      ? sentence`How well the model knows this: on the real price list of ${YEAR} it gives ${simulated} for “${what}”; the public figure is ${observed}, inside the range of its runs.`
      : sentence`How well the model knows this: on the real price list of ${YEAR} it gives ${simulated} for “${what}”; the public figure is ${observed}. Trust differences between scenarios more than levels.`,
  zh: (what, simulated, observed, held) =>
    held
      ? sentence`模型对此有多准：按${YEAR} 年真实价目回测，“${what}”模型给出${simulated}，公开数据为${observed}，落在模型的波动范围内。`
      : sentence`模型对此有多准：按${YEAR} 年真实价目回测，“${what}”模型给出${simulated}，公开数据为${observed}。情景之间的差别比水平值更可信。`,
};
export const marketTested: Said<(held: Piece, all: Piece) => Sentence> = {
  en: (held, all) =>
    sentence`How well the model knows this: of ${all} public figures of ${YEARS.en} that it was not fitted to, ${held} lie inside the range of its runs. Trust differences between scenarios more than levels.`,
  zh: (held, all) =>
    sentence`模型对此有多准：未用于拟合的${YEARS.zh} 年公开数据共${all} 项，其中${held} 项落在模型的波动范围内。情景之间的差别比水平值更可信。`,
};
export const UNTESTED: Text = {
  en: "How well the model knows this: no public figure of it was found to test against. Trust differences between scenarios more than levels.",
  zh: "模型对此有多准：没有找到可供检验的公开数据。情景之间的差别比水平值更可信。",
};

/** The table of what is told beside it. */
export const FOCUS_CAPTION: Said<(who: string, when: string, runs: number) => string> = {
  en: (who, when, runs) => `${who} ${when}; means of ${runs} runs`,
  zh: (who, when, runs) => `${who}，${when}；${runs} 次运行的均值`,
};
export const FOCUS_HEAD: Said<(titles: readonly string[]) => readonly string[]> = {
  en: (titles) =>
    titles.length > 1
      ? ["", titles[0], "8 in 10 runs", titles[1], "Difference", "95% interval"]
      : ["", titles[0], "8 in 10 runs"],
  zh: (titles) =>
    titles.length > 1 ? ["", titles[0], "八成运行", titles[1], "相差", "95% 区间"] : ["", titles[0], "八成运行"],
};
