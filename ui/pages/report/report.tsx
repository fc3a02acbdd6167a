import { useMemo, useRef } from "react";
import { Button } from "react-aria-components";
import { toldApart } from "../../../report/document/arm-names.ts";
import { buildReport } from "../../../report/document/build.ts";
import type { Named } from "../../../report/document/gather.ts";
import { sections } from "../../../report/document/sections/index.ts";
import { DEFAULT_TEMPLATE, needsCauses, needsSwings, templates } from "../../../report/document/templates.ts";
import { inBoth, type Scenario } from "../../../engine/index.ts";
import { useSection } from "../../i18n/index.ts";
import { useApp } from "../../store/app.ts";
import { useFocusOutput } from "../../store/focus.ts";
import { useLanguage } from "../../store/preferences.ts";
import { version } from "../../store/places.ts";
import { choose, ownOf, type Selection, useReportInputs, writeOwn } from "../../store/report-inputs.ts";
import { Choices, chosen } from "./choices.tsx";
import { Exports } from "./exports.tsx";
import { Preview } from "./preview.tsx";
import { OwnWords } from "./own-words.tsx";
import { askedOf, namedOf } from "./request.ts";
import { type Runs, useArms } from "./use-arms.ts";
import { report } from "./words.ts";
import { COMMA } from "../../../words/punctuation.ts";
import "./report.css";

/** Whoever asks about somebody wants a paper about that. */
const first = (asked: boolean): Selection => ({
  template: asked ? "board" : DEFAULT_TEMPLATE,
  sections: null,
  runs: 20,
  currency: null,
});

/** Builds a report from the scenario at hand: choose, look at it as it will print, take it away. */
export default function ReportPage() {
  const say = useSection(report);
  const lang = useLanguage();
  const session = useApp((s) => s.history.now);
  const base = useApp((s) => s.base);
  const baseBase = useApp((s) => s.baseBase);
  const looked = useFocusOutput() ?? undefined;
  const inputs = useReportInputs();
  const own = useMemo(() => ownOf(session.scenario, inputs), [session.scenario, inputs]);
  const frame = useRef<HTMLIFrameElement>(null);
  const named = useMemo(() => (base && baseBase ? namedOf(session, base, baseBase) : null), [session, base, baseBase]);
  const currencies = useMemo(() => currenciesOf(named?.[0].scenario), [named]);
  const selection = useMemo(
    () => holding(inputs.selection ?? first(looked !== undefined), currencies),
    [inputs.selection, looked, currencies],
  );
  const runs = useArms(named, {
    seed: session.seed,
    runs: selection.runs,
    swings: needsSwings(selection),
    causes: needsCauses(selection),
    focus: looked,
  });
  const any = chosen(selection).length > 0;
  const titles = toldApart(called(named ?? [], own.title)).map(({ scenario }) => say(scenario.title));
  const made = useMemo(() => {
    // Another language or selection is no new run; another scenario is, and its arms come later.
    if (!runs.arms || !named || !any || runs.arms[0].recordings.length !== selection.runs) return null;
    if (runs.arms.some((arm, k) => arm.scenario !== named[k]?.scenario)) return null;
    return buildReport(
      called(runs.arms, own.title),
      askedOf(session, named, { ...selection, ...own, lang, focus: looked ?? null }),
      version,
    );
  }, [runs.arms, named, any, session, selection, own, looked, lang]);
  return (
    <main id="main" className="report-page">
      <aside>
        <h1>{say("title")}</h1>
        {named && (
          <p className="quiet">
            {[say("about", { scenario: titles[0] }), titles[1] && say("against", { baseline: titles[1] })]
              .filter(Boolean)
              .join(say(COMMA))}
          </p>
        )}
        <Choices value={selection} currencies={currencies} onChange={choose} />
        <OwnWords value={own} onChange={(next) => writeOwn(session.scenario, next)} />
        <Exports document={made} frame={frame} />
      </aside>
      <section className="paper" aria-label={say("preview")} aria-busy={!made}>
        {!any && <p className="quiet">{say("none")}</p>}
        {any && <Progress runs={runs} />}
        {made && <Preview document={made} frame={frame} />}
      </section>
    </main>
  );
}

/** The first scenario goes by the name its analyst gives it. */
const called = <A extends Named>(arms: readonly A[], title: string): A[] =>
  arms.map((arm, k) => ({ ...arm, called: k === 0 && title !== "" ? inBoth(title) : undefined }));

/** As it was chosen, as far as this version and scenario have it. */
const holding = (s: Selection, currencies: readonly string[]): Selection => ({
  ...s,
  template: templates.ids().includes(s.template) ? s.template : DEFAULT_TEMPLATE,
  sections: s.sections && s.sections.filter((id) => sections.ids().includes(id)),
  currency: s.currency !== null && currencies.includes(s.currency) ? s.currency : null,
});

/** Currencies that a scenario has a rate for, its own first. */
const currenciesOf = (scenario: Scenario | undefined): string[] =>
  scenario ? [scenario.currency, ...Object.keys(scenario.fx).filter((code) => code !== scenario.currency)] : [];

/** How far the runs are, and a way to stop them. */
function Progress({ runs: { arms, done, error, cancel, again } }: { readonly runs: Runs }) {
  const say = useSection(report);
  if (arms) return null;
  if (error !== null)
    return (
      <div className="progress" role="alert">
        <p>{say(error) === "" ? say("cancelled") : say("failed", { why: say(error) })}</p>
        <Button className="button" onPress={again}>
          {say("again")}
        </Button>
      </div>
    );
  return (
    <div className="progress">
      <output>{say("running", { done: Math.round(100 * done) })}</output>
      <progress value={done} aria-label={say("preview")} />
      <Button className="button" onPress={cancel}>
        {say("cancel")}
      </Button>
    </div>
  );
}
