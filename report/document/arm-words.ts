import type { Said } from "../../engine/index.ts";

/** What a scenario changed by hand is called until somebody names it. */
export const withChanges: Said<(title: string, changes: number) => string> = {
  en: (title, changes) =>
    changes === 0 ? `${title}, again` : `${title} with ${changes} ${changes === 1 ? "change" : "changes"}`,
  zh: (title, changes) => (changes === 0 ? `${title}（另一份）` : `${title}（${changes} 处改动）`),
};
