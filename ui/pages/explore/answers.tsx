import { useDeferredValue } from "react";
import { comparisonTitle } from "../../../words/comparison-words.ts";
import { type Answer, headlineAnswers, headlineTitle } from "../../../words/headline-words.ts";
import { Phrases } from "../../controls/phrases.tsx";
import { useWords } from "../../i18n/index.ts";
import { useApp } from "../../store/app.ts";
import { useLanguage } from "../../store/preferences.ts";
import { look } from "../../store/view.ts";
import { useBaseline, useReplicated, useRun } from "./chart-data.ts";
import { SEMICOLON } from "../../../words/punctuation.ts";
import { once } from "../../store/once.ts";
import { headline, meanHeadline } from "../../../engine/index.ts";

/** Where each answer leads: a panel, and what it shows there. */
const CHART: Readonly<Record<Answer["id"], () => void>> = {
  prices: () => look({ upper: "listPrice", products: "main" }),
  cost: () => look({ upper: "unitCost", products: "main" }),
  share: () => look({ lower: "tokenShare" }),
  below: () => {},
  benefit: () => look({ lower: "consumerSurplus" }),
};
const PANEL: Readonly<Record<Answer["id"], string>> = {
  prices: "upper",
  cost: "upper",
  share: "lower",
  below: "moves",
  benefit: "lower",
};

const headlineOf = once(headline);
const meanOf = once(meanHeadline);

function show(id: Answer["id"]): void {
  CHART[id]();
  const panel = document.getElementById(`panel-${PANEL[id]}`);
  panel?.scrollIntoView({
    block: "nearest",
    behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
  });
  panel?.querySelector<HTMLElement>("[data-chart]")?.focus({ preventScroll: true });
}

/** The page opens with answers: a sentence, then five questions with numbers, each leading to its chart. */
export function Answers() {
  const say = useWords();
  const lang = useLanguage();
  const run = useDeferredValue(useRun()); // lines first, words in the next frame
  const baseline = useDeferredValue(useBaseline());
  const question = useApp((s) => s.base?.scenario.question);
  const replicated = useDeferredValue(useReplicated());
  const h = replicated ? meanOf(replicated.runs) : headlineOf(run.recording);
  const base = baseline && (replicated?.baseRuns ? meanOf(replicated.baseRuns) : headlineOf(baseline.recording));
  const differs = base && JSON.stringify(base) !== JSON.stringify(h);
  const answers = headlineAnswers(h, run.scenario, lang, differs ? base : undefined);
  const baseAnswers = differs ? headlineAnswers(base, baseline.scenario, lang) : null;
  const runs = { ...run, recordings: replicated?.runs ?? [run.recording], headline: h };
  const others = baseline && { ...baseline, recordings: replicated?.baseRuns ?? [baseline.recording] };
  const compared = differs && others ? comparisonTitle(runs, { ...others, headline: base }, lang) : null;
  const withBaseline = (detail: string, answer: string, before: string | undefined) =>
    before === undefined || before === answer
      ? detail
      : `${say("explore.inBaseline", { value: before })}${say(SEMICOLON)}${detail}`;
  return (
    <header className="answers">
      <h1>
        <Phrases text={compared ?? headlineTitle(h, run.scenario, lang)} />
      </h1>
      <p className="sub">
        <Phrases text={compared ? headlineTitle(h, run.scenario, lang) : question ? say(question) : ""} />
      </p>
      <ul aria-label={say("explore.answers")}>
        {answers.map(({ id, question: asked, answer, detail }, k) => (
          <li key={id}>
            <button type="button" onClick={() => show(id)} title={say("explore.goToChart")}>
              <span className="asked">{asked}</span>
              <b>{answer}</b>
              <span className="detail">
                <Phrases text={id === "benefit" ? detail : withBaseline(detail, answer, baseAnswers?.[k].answer)} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </header>
  );
}
