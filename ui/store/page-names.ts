/** The app's pages as the header lists them. Their tests and pictures read this list too. */
export const PAGES = ["explore", "compare", "uncertainty", "drivers", "learn", "play", "report", "model"] as const;
/** For who works on the app: in no menu. */
export const UNLISTED = ["gallery"] as const;
