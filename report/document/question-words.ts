import type { Said } from "../../engine/index.ts";

/** The question of a scenario that was changed by hand. */

export const these: Said<(changes: number) => string> = {
  en: (changes) => `these ${changes} changes`,
  zh: (changes) => `按这 ${changes} 处改动`,
};

export const whatIf: Said<(changes: string) => string> = {
  en: (changes) => `what follows from ${changes}?`,
  zh: (changes) => `如果${changes}，会怎样？`,
};

export const whatHappens: Said<(what: string, when: string, changes: string | null) => string> = {
  en: (what, when, changes) => `what is ${what} ${when}${changes === null ? "" : `, given ${changes}`}?`,
  zh: (what, when, changes) => `${changes === null ? "" : `如果${changes}，`}${when}${what}会是多少？`,
};
