import i18next from "i18next";
import type { Language, Text } from "../../engine/index.ts";
import { useLanguage } from "../store/preferences.ts";
import { type Key, words } from "./words.ts";

type Values = Readonly<Record<string, string | number>>;
type Say<K extends string> = (key: K, values?: Values) => string;

void i18next.init({ interpolation: { escapeValue: false }, initAsync: false }); // React escapes

/** A text with its `{{name}}`s filled in. Most have none: they are said as they stand, hundreds of times a second in a drag. */
const filled = (text: string, lang: Language, values?: Values): string =>
  values ? i18next.services.interpolator.interpolate(text, values, lang, {}) : text;

/** The words in one language, by `section.key`. */
function speaker(lang: Language): Say<Key> {
  const sections = Object.entries<Readonly<Record<string, Text>>>(words);
  const texts = new Map(
    sections.flatMap(([name, section]) => Object.entries(section).map(([key, text]) => [`${name}.${key}`, text[lang]])),
  );
  return (key, values) => filled(texts.get(key)!, lang, values);
}

const speakers: Readonly<Record<Language, Say<Key>>> = { en: speaker("en"), zh: speaker("zh") };

/** `say("explore.undo")` in the reader's language. A key that does not exist is a type error. */
export const useWords = (): Say<Key> => speakers[useLanguage()];

/**
 * The words of one page, which stand beside it and are fetched with it: `say("title")` in the reader's language.
 * What every page needs is in words.ts.
 */
export function useSection<S extends Readonly<Record<string, Text>>>(section: S): Say<keyof S & string> {
  const lang = useLanguage();
  return (key, values) => filled(section[key][lang], lang, values);
}
