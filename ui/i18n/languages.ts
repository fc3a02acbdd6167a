import type { Language } from "../../engine/index.ts";

/** The languages of the app: how each is tagged, and how it offers itself to who reads another. */
export const LANGUAGES: Readonly<Record<Language, { tag: string; locale: string; name: string; offer: string }>> = {
  en: { tag: "en", locale: "en-GB", name: "EN", offer: "EN: switch to English" },
  zh: { tag: "zh-CN", locale: "zh-CN", name: "中文", offer: "切换到中文" },
};

const ALL = Object.keys(LANGUAGES) as Language[];

/** The language after one, in a round. */
export const languageAfter = (lang: Language): Language => ALL[(ALL.indexOf(lang) + 1) % ALL.length];

/** The language of a tag as browsers give it; English for one that the app does not speak. */
export const languageOf = (tag: string): Language => ALL.find((lang) => tag.startsWith(lang)) ?? "en";
