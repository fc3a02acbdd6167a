import type { Said, Text } from "../../../engine/index.ts";
import type { Sentence } from "../model.ts";
import { type Piece, sentence } from "../sentence.ts";

/** How sure each statement is. */

export const ONE_RUN: Text = {
  en: "One run is an example, not a distribution. More runs (-n) are needed to say how sure anything is.",
  zh: "只有一次运行：它是一个例子，不是分布。加大 -n 才能谈把握。",
};

export const alike: Said<(what: Piece) => Sentence> = {
  en: (what) => sentence`${what}: the same in both.`,
  zh: (what) => sentence`${what}：两边相同。`,
};
export const differs: Said<(what: Piece, claim: Piece, pairs: readonly Piece[], size: Piece) => Sentence> = {
  en: (what, claim, [agree, all], size) =>
    sentence`${what}: ${claim}; ${agree} of ${all} pairs agree, ${size} on average.`,
  zh: (what, claim, [agree, all], size) =>
    sentence`${what}：${claim}，${agree}/${all} 对运行方向一致，平均相差${size}。`,
};
export const higher: Said<(word: string) => string> = { en: (word) => `${word} higher`, zh: (word) => `${word}更高` };
export const lower: Said<(word: string) => string> = { en: (word) => `${word} lower`, zh: (word) => `${word}更低` };

export const leavesAlways: Said<(who: Piece) => Sentence> = {
  en: (who) => sentence`${who} leaves in every run.`,
  zh: (who) => sentence`${who}在每次运行中都退出。`,
};
export const aliveIn: Said<(who: Piece, alive: Piece) => Sentence> = {
  en: (who, alive) => sentence`${who} is alive at the end in ${alive} of runs.`,
  zh: (who, alive) => sentence`${who}撑到期末的运行占${alive}。`,
};
export const endsWith: Said<(who: Piece, share: Piece) => Sentence> = {
  en: (who, share) => sentence`${who} ends with ${share} of tokens, in nearly every run.`,
  zh: (who, share) => sentence`${who}期末份额为${share}，各次运行几乎一致。`,
};
export const endsBetween: Said<(who: Piece, share: Piece, low: Piece, high: Piece) => Sentence> = {
  en: (who, share, low, high) =>
    sentence`${who} ends with ${share} of tokens on average, between ${low} and ${high} in eight of ten runs.`,
  zh: (who, share, low, high) => sentence`${who}期末份额平均${share}，八成运行在${low}至${high}之间。`,
};
