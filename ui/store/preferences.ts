import type { Language } from "../../engine/index.ts";
import type { Mode } from "../../charts/theme.ts";
import { observable, useObservable } from "./observable.ts";
import { recall, remember } from "./storage.ts";

/** How a person likes to read; never part of a link. */
export interface Preferences {
  readonly lang: Language;
  readonly theme: Mode | "system";
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const systemMode = observable<Mode>(dark.matches ? "dark" : "light");
dark.addEventListener("change", () => systemMode.set(dark.matches ? "dark" : "light"));

const first: Preferences = {
  lang: (recall("lang") ?? navigator.language).startsWith("zh") ? "zh" : "en",
  theme: (["light", "dark"] as const).find((mode) => mode === recall("theme")) ?? "system",
};

export const preferences = observable(first);

const show = () => {
  const { lang, theme } = preferences.get();
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  document.documentElement.dataset.theme = theme === "system" ? systemMode.get() : theme;
};
show();
preferences.subscribe(show);
systemMode.subscribe(show);

export function prefer(change: Partial<Preferences>): void {
  const next = { ...preferences.get(), ...change };
  preferences.set(next);
  remember("lang", next.lang);
  remember("theme", next.theme);
}

export const useLanguage = (): Language => useObservable(preferences, (p) => p.lang);

export function useMode(): Mode {
  const system = useObservable(systemMode, (mode) => mode);
  const chosen = useObservable(preferences, (p) => p.theme);
  return chosen === "system" ? system : chosen;
}
