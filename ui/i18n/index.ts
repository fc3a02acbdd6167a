import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Language, Text } from "../../engine/index.ts";
import { preferences, useLanguage } from "../store/preferences.ts";
import { type Key, words } from "./words.ts";

type Values = Readonly<Record<string, string | number>>;

function resources(lang: Language) {
  const sections = Object.entries(words) as [string, Readonly<Record<string, Text>>][];
  return { translation: Object.fromEntries(sections.map(([name, section]) => [name, Object.fromEntries(Object.entries(section).map(([key, text]) => [key, text[lang]]))])) }; // prettier-ignore
}

void i18next.use(initReactI18next).init({
  lng: preferences.get().lang,
  fallbackLng: false,
  resources: { en: resources("en"), zh: resources("zh") },
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
});
preferences.subscribe(() => void i18next.changeLanguage(preferences.get().lang));

/** `say("explore.undo")` in the reader's language. A key that does not exist is a type error. */
export function useWords(): (key: Key, values?: Values) => string {
  const { t } = useTranslation();
  return (key, values) => t(key, values ?? {});
}

/**
 * The words of one page, which stand beside it and are fetched with it: `say("title")` in the reader's language.
 * What every page needs is in words.ts.
 */
export function useSection<S extends Readonly<Record<string, Text>>>(
  section: S,
): (key: keyof S & string, values?: Values) => string {
  const lang = useLanguage();
  return (key, values) =>
    i18next.services.interpolator.interpolate((section[key] as Text)[lang], values ?? {}, lang, {});
}
