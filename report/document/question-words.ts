import type { Said } from "../../engine/index.ts";

/** The question of a scenario that was changed by hand. */

const moreEn = (rest: number) => (rest > 0 ? ` and ${rest} more change${rest === 1 ? "" : "s"}` : "");
const moreZh = (rest: number) => (rest > 0 ? `（另有 ${rest} 处改动）` : "");

export const whatIf: Said<(changes: string, rest: number) => string> = {
  en: (changes, rest) => `what follows from this: ${changes}${moreEn(rest)}?`,
  zh: (changes, rest) => `如果${changes}${moreZh(rest)}，会怎样？`,
};

export const whatHappens: Said<(what: string, when: string, changes: string, rest: number) => string> = {
  en: (what, when, changes, rest) => `what is ${what} ${when}, given this: ${changes}${moreEn(rest)}?`,
  zh: (what, when, changes, rest) => `如果${changes}${moreZh(rest)}，${when}${what}会是多少？`,
};
