import type { Said, Text } from "../../engine/index.ts";
import type { Sentence } from "./model.ts";
import { type Piece, sentence } from "./sentence.ts";

/** The title of a report. */

export const NO_CHANGE: Text = { en: "Next to nothing changes", zh: "几乎没有变化" };
export const NO_MOVES: Text = { en: "Nobody moved a price", zh: "没有人动价格" };

export const shareInstead: Said<(who: Piece, to: Piece, from: Piece) => Sentence> = {
  en: (who, to, from) => sentence`${who} ends with ${to} of tokens, not ${from}`,
  zh: (who, to, from) => sentence`${who}期末份额${to}，而不是${from}`,
};
export const enters: Said<(who: Piece, to: Piece) => Sentence> = {
  en: (who, to) => sentence`${who} enters and ends with ${to} of tokens`,
  zh: (who, to) => sentence`${who}入场，期末份额${to}`,
};
export const missing: Said<(who: Piece, from: Piece) => Sentence> = {
  en: (who, from) => sentence`Without ${who}, which has ${from} of tokens in the baseline`,
  zh: (who, from) => sentence`没有了基准中占${from}的${who}`,
};
export const sharesThenPrices: Said<(share: Piece, prices: Piece) => Sentence> = {
  en: (share, prices) => sentence`${share}; list prices ${prices}`,
  zh: (share, prices) => sentence`${share}；目录价${prices}`,
};
export const notAsMuch: Said<(course: Piece, other: Piece) => Sentence> = {
  en: (course, other) => sentence`${course}, not ${other}`,
  zh: (course, other) => sentence`${course}，而不是${other}`,
};
export const otherwise: Said<(course: Piece, baseline: Piece) => Sentence> = {
  en: (course, baseline) => sentence`${course} where the baseline's ${baseline}`,
  zh: (course, baseline) => sentence`${course}，基准则${baseline}`,
};
export const pricesAndGainer: Said<(prices: Piece, who: Piece, to: Piece) => Sentence> = {
  en: (prices, who, to) => sentence`List prices ${prices}, and ${who} gained most, ending with ${to} of tokens`,
  zh: (prices, who, to) => sentence`目录价${prices}，${who}的份额升得最多，期末达${to}`,
};
