/** The app's pages as the header lists them. Their tests and pictures read this list too. */
export const PAGES = ["explore", "compare", "uncertainty", "drivers", "learn", "play", "report", "model"] as const;
/** For who works on the app: in no menu. */
export const UNLISTED = ["gallery"] as const;

/** Names that a person would guess, and where what they mean is. */
export const MEANT: ReadonlyMap<string, string> = new Map([
  ["teachers", "learn&for=teachers"],
  ["teacher", "learn&for=teachers"],
  ["lessons", "learn"],
  ["class", "play"],
  ["game", "play"],
  ["sources", "model"],
]);
