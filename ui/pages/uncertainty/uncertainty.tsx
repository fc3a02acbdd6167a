import { useState } from "react";
import { areFew, middleOf } from "../../../charts/data/fan-of.ts";
import { measure as measureOf } from "../../../charts/data/measures.ts";
import { pathOf, seriesOf, shownMeasures } from "../../../charts/data/series-paths.ts";
import { valueText } from "../../../charts/data/values.ts";
import { outputOf, parsePeriod, quantile, type Said } from "../../../engine/index.ts";
import { date } from "../../../words/format.ts";
import { zhJoin } from "../../../words/punctuation.ts";
import { vendorName } from "../../../words/names.ts";
import { Phrases } from "../../controls/phrases.tsx";
import { Picker } from "../../controls/picker.tsx";
import { useSection } from "../../i18n/index.ts";
import { NOW, useChoices } from "../../store/choices.ts";
import { focus, useFocused, vendorIn } from "../../store/focus.ts";
import { useApp } from "../../store/app.ts";
import { isEdited } from "../../store/session.ts";
import { useLanguage } from "../../store/preferences.ts";
import { RunBar } from "../../parts/run-bar.tsx";
import { type Paired } from "../../parts/paired.ts";
import { UnknownsSwitch } from "../../parts/unknowns-switch.tsx";
import { usePaired } from "../../parts/use-paired.ts";
import { SqlPanel } from "../../sql/sql-panel.tsx";
import { Ask } from "./ask.tsx";
import { DesignSection } from "./design-section.tsx";
import { FanSection } from "./fan-section.tsx";
import { Odds } from "./odds.tsx";
import { uncertainty } from "./words.ts";
import "../page.css";
import "./uncertainty.css";

const COUNTS = [20, 50, 100, 200, 500] as const;

/** One scenario over many draws: fans, spreads, odds; and experiments by design file. */
export default function UncertaintyPage() {
  const say = useSection(uncertainty);
  const choices = useChoices();
  const [id, setId] = useState(NOW);
  const [count, setCount] = useState(50);
  const [stopped, setStopped] = useState(false);
  const chosen = choices.find((c) => c.id === id) ?? choices[0];
  const state = usePaired([chosen], count, stopped);
  const there = state.arms.length > 0 && state.runs[0].length > 0;
  return (
    <main id="main" className="page">
      {there ? <Title state={state} /> : <h1>{say("title")}</h1>}
      <p className="lead">{say("lead")}</p>
      <div className="ensemble-bar">
        <Picker
          label={say("scenario")}
          options={choices.map(({ id: key, name, detail }) => ({ id: key, text: name, detail }))}
          value={chosen.id}
          onChange={(next) => (setStopped(false), setId(next))}
        />
        <RunBar
          label={say("runs")}
          counts={COUNTS}
          count={count}
          onCount={setCount}
          state={state}
          onStop={setStopped}
        />
        <UnknownsSwitch scenario={state.arms[0]?.scenario} />
      </div>
      <Problems state={state} />
      {there ? (
        <Ensemble key={state.arms[0].id} state={state} />
      ) : (
        <p className="waiting-place">
          <output>{say("waiting")}</output>
        </p>
      )}
      {there && <SqlPanel paired={state} />}
      <DesignSection />
    </main>
  );
}

const lastShares = (runs: Paired["runs"][number], vendor: string): Float64Array =>
  Float64Array.from(runs, (m) => seriesOf(m, pathOf(measureOf("tokenShare"), vendor))?.at(-1) || 0);

/** Who sells most at the end: whom the page's title is about, and its chart until another is chosen. */
function largest({ arms: [{ scenario }], runs: [runs] }: Paired): string {
  const median = (v: string) => quantile(lastShares(runs, v), 0.5);
  return Object.keys(scenario.vendors).toSorted((a, b) => median(b) - median(a))[0];
}

/** What the page says first: how far runs stray in what is asked about, or in who sells most. */
function Title({ state }: { readonly state: Paired }) {
  const say = useSection(uncertainty);
  const lang = useLanguage();
  const [{ scenario, id, name }] = state.arms;
  const edited = useApp((s) => isEdited(s.history.now));
  const [runs] = state.runs;
  const { measureId, vendor, tick } = useAsked(state);
  const measure = measureOf(measureId);
  const values = runs.map((m) => seriesOf(m, pathOf(measure, vendor))?.[tick] ?? NaN);
  const [low, high] = middleOf(values).map((x) => valueText(x, { measure, currency: scenario.currency, lang }));
  const what =
    measure.entity === "market"
      ? say(measure.label)
      : say(seriesTitle)(vendorName(scenario, vendor, lang), say(measure.label));
  return (
    <h1>
      <Phrases
        text={say(areFew(runs.length) ? "findingOfFew" : "finding", {
          n: runs.length,
          name: edited && id === NOW ? name : say(scenario.title).split(/[:：]/)[0],
          what,
          low,
          high,
          date: date(runs[0].dates[tick], lang),
        })}
      />
    </h1>
  );
}

/** “ByteDance's share of tokens”, “字节的 token 份额”. */
const seriesTitle = {
  en: (vendor, label) => `${vendor}'s ${label[0].toLowerCase()}${label.slice(1)}`,
  zh: (vendor, label) => zhJoin(vendor, "的", label),
} satisfies Said<(vendor: string, label: string) => string>;

function Problems({ state }: { readonly state: Paired }) {
  const say = useSection(uncertainty);
  const texts = [
    ...state.unopened.map(({ name, why }) => say("notOpened", { name, why: say(why) })),
    ...(state.failed > 0 ? [say("failed", { n: state.failed, why: state.error })] : []),
  ];
  return texts.map((text) => (
    <p key={text} className="notice" data-kind="error" role="alert">
      {text}
    </p>
  ));
}

interface Asked {
  readonly measureId: string;
  readonly vendor: string;
  readonly tick: number;
}

/** What is in focus, as far as this page can show it; what is chosen here is in focus everywhere. */
function useAsked(state: Paired): Asked & { put(change: Partial<Asked>): void } {
  const [{ scenario }] = state.arms;
  const { dates } = state.runs[0][0];
  const asked = useFocused();
  const shown = asked && shownMeasures().find((m) => m.entity === asked.entity && m.id === asked.name);
  const own = vendorIn(asked);
  const day = asked?.when ? (parsePeriod(asked.when)?.to ?? "") : "";
  const at = day === "" ? -1 : dates.findLastIndex((d) => d <= day);
  const now: Asked = {
    measureId: shown?.id ?? "tokenShare",
    vendor: own !== null && own in scenario.vendors ? own : largest(state),
    tick: at < 0 ? dates.length - 1 : at,
  };
  const put = (change: Partial<Asked>) => {
    const next = { ...now, ...change };
    const entity = measureOf(next.measureId).entity as "market" | "vendor";
    const id = entity === "market" ? "" : next.vendor;
    const when = next.tick === dates.length - 1 ? "" : dates[next.tick];
    focus.set(outputOf({ entity, id, name: next.measureId, when }));
  };
  return { ...now, put };
}

/** Which series, which vendor, which date; everything below follows. */
function Ensemble({ state }: { readonly state: Paired }) {
  const say = useSection(uncertainty);
  const lang = useLanguage();
  const [{ scenario }] = state.arms;
  const [runs] = state.runs;
  const { measureId, vendor, tick, put } = useAsked(state);
  const last = runs[0].dates.length - 1;
  const measure = measureOf(measureId);
  const title =
    measure.entity === "market"
      ? say(measure.label)
      : say(seriesTitle)(vendorName(scenario, vendor, lang), say(measure.label));
  const shown = { runs, measure, vendor, title, tick: Math.min(tick, last) };
  return (
    <>
      <section className="page-section" aria-labelledby="fan-title">
        <header className="section-head">
          <h2 id="fan-title">{say("fan")}</h2>
          <span className="spacer" />
          <Picker
            label={say("measure")}
            options={shownMeasures().map((m) => ({ id: m.id, text: say(m.label) }))}
            value={measureId}
            onChange={(name) => put({ measureId: name })}
          />
          {measure.entity === "vendor" && (
            <Picker
              label={say("vendor")}
              options={Object.keys(scenario.vendors).map((v) => ({ id: v, text: vendorName(scenario, v, lang) }))}
              value={vendor}
              onChange={(id) => put({ vendor: id })}
            />
          )}
        </header>
        <p className="note">{say(areFew(runs.length) ? "fanOfFew" : "fanIs", { n: runs.length })}</p>
        <FanSection {...shown} scenario={scenario} onTick={(t) => put({ tick: t })} />
      </section>
      <Ask {...shown} />
      <Odds scenario={scenario} runs={runs} tick={shown.tick} />
    </>
  );
}
