import type { Format, Language } from "../engine/index.ts";
import { fixed, money, number, percent, points, tokens } from "./format.ts";

/** What a number becomes in words, and a difference of two. */
export interface Spoken {
  readonly value: (x: number) => string;
  readonly gap: (x: number) => string;
}

const signed = (words: (x: number) => string) => (x: number) => (x > 0 ? `+${words(x)}` : words(x));
const same = (value: (x: number) => string): Spoken => ({ value, gap: signed(value) });

/** A series' values in sentences and tables, by its format. */
export function spoken(format: Format, currency: string, lang: Language): Spoken {
  switch (format) {
    case "share":
      return { value: percent, gap: (x) => points(x, lang) };
    case "money":
      return same((x) => money(x, currency, lang));
    case "tokens":
      return same((x) => tokens(x, lang));
    case "index":
      return { value: (x) => number(x), gap: signed((x) => fixed(x, 3)) };
    default:
      return same((x) => number(x));
  }
}
