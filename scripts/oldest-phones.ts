/**
 * The oldest browsers that pages for students are built for, in browserslist's words: of 2020, Safari of early 2021.
 * Chrome 84 still runs on an Android phone of 2014. The methods such a browser lacks come from ui/class/older.ts.
 */
export const OLDEST_PHONES = ["chrome 84", "safari 14.1", "firefox 78"] as const;

/** The same as build targets are written. */
export const oldestTargets = (): string[] => ["es2020", ...OLDEST_PHONES.map((browser) => browser.replace(" ", ""))];
