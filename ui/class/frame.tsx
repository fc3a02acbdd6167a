import type { ReactNode } from "react";
import { useSection } from "../i18n/index.ts";
import { languageAfter } from "../i18n/languages.ts";
import { prefer, useLanguage } from "../store/preferences.ts";
import { classWords } from "./words.ts";

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
}

/** What stands on top of every page of a class. */
export function ClassHeader({ title, children }: Props) {
  const say = useSection(classWords);
  const lang = useLanguage();
  return (
    <header className="class-head">
      <b>{title}</b>
      {children}
      <button type="button" className="quiet" onClick={() => prefer({ lang: languageAfter(lang) })}>
        {say("language")}
      </button>
    </header>
  );
}
