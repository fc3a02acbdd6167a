import type { Said, Text } from "../../engine/index.ts";
import { type Piece, sentence } from "./sentence.ts";
import type { Sentence } from "./model.ts";

/** What differs between two scenarios. */

type Phrase = Said<(what: Piece) => Sentence>;

export const addedVendor: Phrase = {
  en: (who) => sentence`New vendor: ${who}`,
  zh: (who) => sentence`新增厂商：${who}`,
};
export const ownProduct: Phrase = {
  en: (product) => sentence`New product: ${product}`,
  zh: (product) => sentence`新增产品：${product}`,
};
export const missing: Phrase = { en: (who) => sentence`Without ${who}`, zh: (who) => sentence`没有${who}` };
export const notHere: Phrase = {
  en: (event) => sentence`Does not happen here: ${event}`,
  zh: (event) => sentence`此处没有：${event}`,
};

export const changed: Said<(what: Piece, was: Piece, is: Piece) => Sentence> = {
  en: (what, was, is) => sentence`${what}: ${was} → ${is}`,
  zh: (what, was, is) => sentence`${what}：${was} → ${is}`,
};

/** Values that are no numbers. */
export const NEVER: Text = { en: "never", zh: "从不" };
export const SET: Text = { en: "set", zh: "另设" };
export const pathOf: Said<(dates: number) => string> = {
  en: (dates) => `a path of ${dates} dates`,
  zh: (dates) => `随时间变化（${dates} 个时点）`,
};
