import type { Language } from "../../engine/index.ts";
import type { Mode } from "../../charts/theme/theme.ts";
import { languageOf, LANGUAGES } from "../i18n/languages.ts";
import { observable, useObservable } from "./observable.ts";
import { recall, remember } from "./storage.ts";

/** How a person likes to read; never part of a link. */
interface Preferences {
  readonly lang: Language;
  readonly theme: Mode | "system";
  readonly dense: boolean; // more on a screen
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const systemMode = observable<Mode>(dark.matches ? "dark" : "light");
dark.addEventListener("change", () => systemMode.set(dark.matches ? "dark" : "light"));

const first: Preferences = {
  lang: languageOf(recall("lang") ?? navigator.language),
  theme: (["light", "dark"] as const).find((mode) => mode === recall("theme")) ?? "system",
  dense: recall("dense") === "true",
};

export const preferences = observable(first);

const show = () => {
  const { lang, theme, dense } = preferences.get();
  document.documentElement.lang = LANGUAGES[lang].tag;
  document.documentElement.dataset.theme = theme === "system" ? systemMode.get() : theme;
  document.documentElement.toggleAttribute("data-dense", dense);
};
show();
preferences.subscribe(show);
systemMode.subscribe(show);

export function prefer(change: Partial<Preferences>): void {
  const next = { ...preferences.get(), ...change };
  preferences.set(next);
  remember("lang", next.lang);
  remember("theme", next.theme);
  remember("dense", String(next.dense));
}

export const useDense = (): boolean => useObservable(preferences, (p) => p.dense);
export const useLanguage = (): Language => useObservable(preferences, (p) => p.lang);

export function useMode(): Mode {
  const system = useObservable(systemMode, (mode) => mode);
  const chosen = useObservable(preferences, (p) => p.theme);
  return chosen === "system" ? system : chosen;
}
