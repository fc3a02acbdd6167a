import type { Language } from "../../../engine/index.ts";
import { money } from "../../../words/format.ts";

/** A difference in money, with its sign: +¥12 mn. */
export const signed = (x: number, currency: string, lang: Language): string =>
  `${x > 0 ? "+" : ""}${money(x, currency, lang)}`;
