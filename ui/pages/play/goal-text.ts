import type { Goal } from "../../../engine/game/index.ts";
import type { Language } from "../../../engine/index.ts";
import { money, percent, points } from "../../../words/format.ts";
import { signed } from "./signed.ts";

/** What a seat has come to by a goal: a share in per cent, the others in money. */
export const goalText = (x: number, goal: Goal, currency: string, lang: Language): string =>
  goal === "share" ? percent(x) : money(x, currency, lang);

/** A difference of two such, with its sign. */
export const gapText = (x: number, goal: Goal, currency: string, lang: Language): string =>
  goal === "share" ? points(x, lang) : signed(x, currency, lang);

/** The same without its sign, for sentences that say “more” or “less”. */
export const sizeText = (x: number, goal: Goal, currency: string, lang: Language): string =>
  gapText(Math.abs(x), goal, currency, lang).replace(/^\+/, "");
