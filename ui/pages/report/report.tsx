import { useMemo, useRef } from "react";
import { Button } from "react-aria-components";
import { toldApart } from "../../../report/document/arm-names.ts";
import { sections } from "../../../report/document/sections/index.ts";
import { DEFAULT_TEMPLATE, templates } from "../../../report/document/templates.ts";
import type { Scenario } from "../../../engine/index.ts";
import { useSection } from "../../i18n/index.ts";
import { useApp } from "../../store/app.ts";
import { useFocusOutput } from "../../store/focus.ts";
import { choose, ownOf, type Selection, useReportInputs, writeOwn } from "../../store/report-inputs.ts";
import { Choices } from "./choices.tsx";
import { Exports } from "./exports.tsx";
import { Preview } from "./preview.tsx";
import { OwnWords } from "./own-words.tsx";
import { namedOf } from "./request.ts";
import { UnknownsSwitch } from "../../parts/unknowns-switch.tsx";
import type { Runs } from "./use-arms.ts";
import { called, useReport } from "./use-report.ts";
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
  const asked = useMemo(() => ({ session, named, selection, own, looked }), [session, named, selection, own, looked]);
  const { runs, made, any } = useReport(asked);
  const titles = toldApart(called(named ?? [], own.title)).map(({ scenario }) => say(scenario.title));
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
        <UnknownsSwitch scenario={named?.[0].scenario} />
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
