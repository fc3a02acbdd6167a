import { lazy, Suspense, useEffect } from "react";
import { I18nProvider } from "react-aria-components";
import { Explore } from "./pages/explore/explore.tsx";
import { Header } from "./pages/header.tsx";
import { listenToKeys } from "./pages/global-keys.ts";
import { useWords } from "./i18n/index.ts";
import { usePage } from "./store/page.ts";
import { useLanguage } from "./store/preferences.ts";

const ModelPage = lazy(() => import("./pages/model/model.tsx"));

export function App() {
  const say = useWords();
  const lang = useLanguage();
  const page = usePage();
  useEffect(listenToKeys, []);
  const title = say("frame.name");
  useEffect(() => void (document.title = title), [title]);
  return (
    <I18nProvider locale={lang === "zh" ? "zh-CN" : "en-GB"}>
      <a
        className="skip"
        href="#main"
        onClick={(e) => (e.preventDefault(), document.querySelector<HTMLElement>("[data-chart]")?.focus())}
      >
        {say("frame.skip")}
      </a>
      <Header />
      {page === "explore" ? (
        <Explore />
      ) : (
        <Suspense fallback={<main id="main" />}>
          <ModelPage />
        </Suspense>
      )}
    </I18nProvider>
  );
}
