import type { Language } from "../../engine/index.ts";

/** Sentences in a row: a Chinese full stop brings its own space. */
export const sentences = (lang: Language, ...texts: readonly string[]): string =>
  texts.filter(Boolean).join(lang === "zh" ? "" : " ");
