import { useMemo } from "react";
import { useLanguage } from "../store/preferences.ts";
import { type Say, type Section, speaker } from "./speaker.ts";
import { words } from "./words.ts";

export type { Say };

/** The words of one page, which stand next to it and are fetched with it: `say("title")` in the reader's language. */
export function useSection<S extends Section>(section: S): Say<S> {
  const lang = useLanguage();
  return useMemo(() => speaker(section, lang), [section, lang]);
}

/** The words that every page needs, by `section.key`. */
export const useWords = (): Say<typeof words> => useSection(words);
