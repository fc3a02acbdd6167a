import type { Said, Text } from "../../engine/index.ts";
import type { Sentence } from "./model.ts";
import { name, type Piece, sentence } from "./sentence.ts";

/** What differs between two scenarios. */

export const moreEvents: Said<(own: number) => Sentence> = {
  en: (own) => sentence`${name(String(own))} dated ${own === 1 ? "event" : "events"} of its own`,
  zh: (own) => sentence`多出${name(String(own))} 个写定日期的事件`,
};
export const fewerEvents: Said<(gone: number) => Sentence> = {
  en: (gone) => sentence`${name(String(gone))} dated ${gone === 1 ? "event" : "events"} fewer`,
  zh: (gone) => sentence`少了${name(String(gone))} 个写定日期的事件`,
};
export const otherEvents: Said<(own: number, gone: number) => Sentence> = {
  en: (own, gone) =>
    sentence`${name(String(own))} dated events of its own, without ${name(String(gone))} of the baseline`,
  zh: (own, gone) => sentence`多出${name(String(own))} 个、少了${name(String(gone))} 个写定日期的事件`,
};

export const ownProducts: Said<(products: Piece) => Sentence> = {
  en: (products) => sentence`Products of its own: ${products}`,
  zh: (products) => sentence`多出的产品：${products}`,
};
export const missingProducts: Said<(products: Piece) => Sentence> = {
  en: (products) => sentence`Without: ${products}`,
  zh: (products) => sentence`没有的产品：${products}`,
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
