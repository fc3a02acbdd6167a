import { Suspense, useEffect } from "react";
import { I18nProvider } from "react-aria-components";
import { Explore } from "./pages/explore/explore.tsx";
import { FirstMinute } from "./pages/explore/first-minute.tsx";
import { Header } from "./pages/header.tsx";
import { FocusBar } from "./parts/focus/focus-bar.tsx";
import { listenToKeys } from "./pages/global-keys.ts";
import { lazyPages } from "./pages/lazy-pages.ts";
import { useWords } from "./i18n/index.ts";
import { LANGUAGES } from "./i18n/languages.ts";
import { type Page, usePage } from "./store/page.ts";
import { useLanguage } from "./store/preferences.ts";

/** Pages that answer about what is in focus. */
const ASKED: ReadonlySet<Page> = new Set(["explore", "compare", "uncertainty", "drivers", "report"]);

export function App() {
  const say = useWords();
  const lang = useLanguage();
  const page = usePage();
  useEffect(listenToKeys, []);
  const title = say("frame.name");
  useEffect(() => void (document.title = title), [title]);
  return (
    <I18nProvider locale={LANGUAGES[lang].locale}>
      <Skip to="[data-chart]">{say("frame.skip")}</Skip>
      {page === "explore" && <Skip to=".levers .lever input">{say("frame.skipToLevers")}</Skip>}
      <Header />
      {ASKED.has(page) && <FocusBar />}
      {page === "explore" && <FirstMinute />}
      {page === "explore" ? <Explore /> : <Fetched page={page} />}
    </I18nProvider>
  );
}

/** Past what comes before, for who goes by keyboard. */
const Skip = ({ to, children }: { readonly to: string; readonly children: string }) => (
  <a
    className="skip"
    href="#main"
    onClick={(e) => (e.preventDefault(), document.querySelector<HTMLElement>(to)?.focus())}
  >
    {children}
  </a>
);

function Fetched({ page }: { page: Exclude<Page, "explore"> }) {
  const Shown = lazyPages[page];
  return (
    <Suspense fallback={<main id="main" />}>
      <Shown />
    </Suspense>
  );
}
