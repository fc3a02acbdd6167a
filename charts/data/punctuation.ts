import type { Text } from "../../engine/index.ts";

/** Signs between the parts of a sentence, each with the space after it. */
export const COMMA: Text = { en: ", ", zh: "，" };
export const SEMICOLON: Text = { en: "; ", zh: "；" };
export const COLON: Text = { en: ": ", zh: "：" };
export const FULL_STOP: Text = { en: ". ", zh: "。" };
/** Between items of a list that has no “and”. */
export const ITEM: Text = { en: ", ", zh: "、" };
/** Between sentences: a Chinese full stop brings its own space. */
export const GAP: Text = { en: " ", zh: "" };
