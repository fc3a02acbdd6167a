import type { Said, Text } from "../../engine/index.ts";
import { name, type Piece, sentence } from "./sentence.ts";
import type { Sentence } from "./model.ts";

/** Phrases that several sections share, in each language. */

type Phrase = Said<(piece: Piece) => Sentence>;
type Pair = Said<(a: Piece, b: Piece) => Sentence>;

/** How list prices went. */
export const HELD: Text = { en: "held", zh: "不变" };
export const fell: Phrase = { en: (by) => sentence`fell ${by}`, zh: (by) => sentence`跌${by}` };
export const rose: Phrase = { en: (by) => sentence`rose ${by}`, zh: (by) => sentence`涨${by}` };

/** “fell 81% (per token)”, where there are prices of other kinds. */
export const scoped: Said<(course: Piece, scope: string) => Sentence> = {
  en: (course, scope) => sentence`${course} (${name(scope)})`,
  zh: (course, scope) => sentence`${course}（${name(scope)}）`,
};

/** “List prices fell 81%”. */
export const listPrices: Phrase = {
  en: (course) => sentence`List prices ${course}`,
  zh: (course) => sentence`目录价${course}`,
};

export const lowToHigh: Pair = {
  en: (low, high) => sentence`${low} to ${high}`,
  zh: (low, high) => sentence`${low}至${high}`,
};

const NINETY_FIVE = { said: "95%", name: true } as const; // a level, not a result

export const intervalText: Pair = {
  en: (low, high) => sentence` (${NINETY_FIVE} interval ${low} to ${high})`,
  zh: (low, high) => sentence`（${NINETY_FIVE}区间${low}至${high}）`,
};

export const spreadText: Pair = {
  en: (low, high) => sentence` (8 in 10 runs: ${low} to ${high})`,
  zh: (low, high) => sentence`（八成运行在${low}至${high}之间）`,
};

/** How sure replications make a direction, in the words of the look book. */
export const CERTAINTY = {
  almost: { en: "almost certainly", zh: "几乎肯定" },
  very: { en: "very likely", zh: "很可能" },
  probably: { en: "probably", zh: "可能" },
  open: { en: "an open question", zh: "难说" },
} as const satisfies Readonly<Record<string, Text>>;

/** Behind the names that fit in a sentence. */
export const others: Said<(rest: number) => string> = {
  en: (rest) => `${rest} others`,
  zh: (rest) => `另外 ${rest} 个`,
};

/** Between the scenario and what it is held against. */
export const AGAINST: Text = { en: ", against ", zh: "，对照：" };
