import { drawnAlike, exchangeRate, fitted, type Focus, outputOf } from "../../../engine/index.ts";
import { whenText } from "../../../words/focus-words.ts";
import { setting } from "../../../words/format.ts";
import { useState } from "react";
import { Phrases } from "../../controls/phrases.tsx";
import { useSection } from "../../i18n/index.ts";
import { useApp } from "../../store/app.ts";
import { type Choice, NOW, useChoices } from "../../store/choices.ts";
import { useFocused } from "../../store/focus.ts";
import { useLanguage } from "../../store/preferences.ts";
import { isEdited } from "../../store/session.ts";
import { recall, remember } from "../../store/storage.ts";
import { ArmsBar, MOST_ARMS } from "./arms-bar.tsx";
import { type Outcome, outcomeName, outcomesOf, differing, strongest } from "./outcomes.ts";
import { OutcomesTable } from "./outcomes-table.tsx";
import { OverTime } from "./over-time.tsx";
import { briefName } from "./lines.ts";
import { RunBar } from "../../parts/run-bar.tsx";
import { namesIn, type Paired } from "../../parts/paired.ts";
import { UnknownsSwitch } from "../../parts/unknowns-switch.tsx";
import { usePaired } from "../../parts/use-paired.ts";
import { SqlPanel } from "../../sql/sql-panel.tsx";
import { compare } from "./words.ts";
import "../page.css";
import "./compare.css";

const PAIRS = [10, 20, 50, 100] as const;

/** Two to six scenarios on the same draws: outcomes with a winner, and any series side by side, overlaid or less A. */
export default function ComparePage() {
  const say = useSection(compare);
  const choices = useChoices();
  const [chosen, choose] = useChosen(choices);
  const [pairs, setPairs] = useState(20);
  const [stopped, setStopped] = useState(false);
  const paired = usePaired(chosen, pairs, stopped);
  const ready = paired.arms.length >= 2 && paired.runs[0].length > 0;
  const asked = useAskedIn(paired);
  const outcomes = ready ? outcomesOf(paired, asked) : [];
  return (
    <main id="main" className="page">
      <h1>{outcomes.length > 0 ? <Finding paired={paired} outcomes={outcomes} asked={asked} /> : say("title")}</h1>
      <p className="lead">
        <Phrases text={say("lead")} />
      </p>
      <ArmsBar chosen={chosen} choices={choices} onChange={(ids) => (setStopped(false), choose(ids))} />
      <RunBar label={say("pairs")} counts={PAIRS} count={pairs} onCount={setPairs} state={paired} onStop={setStopped} />
      <UnknownsSwitch scenario={paired.arms[0]?.scenario} />
      <Warnings paired={paired} />
      {ready ? (
        <>
          <OverTime paired={paired} />
          {outcomes.length > 0 && (
            <>
              <OutcomesTable arms={paired.arms} outcomes={outcomes} asked={asked} />
              <SqlPanel paired={paired} />
            </>
          )}
        </>
      ) : (
        <p className="waiting-place">
          <output>{say(paired.arms.length === 1 ? "needTwo" : "waiting")}</output>
        </p>
      )}
    </main>
  );
}

/** Which scenarios, kept in this browser; at first the present state against its baseline, or against no trigger. */
function useChosen(choices: readonly Choice[]): [readonly Choice[], (ids: readonly string[]) => void] {
  const now = useApp((s) => s.history.now);
  const [ids, setIds] = useState<readonly string[]>(() => {
    const kept = (recall("compare") ?? "").split(",").filter((id) => choices.some((c) => c.id === id));
    if (kept.length >= 2) return kept.slice(0, MOST_ARMS);
    return isEdited(now) || now.scenario !== now.baseline
      ? [now.baseline, NOW]
      : [now.baseline, now.baseline === "no-trigger" ? "china-2024" : "no-trigger"];
  });
  const choose = (next: readonly string[]) => {
    setIds(next);
    remember("compare", next.join());
  };
  return [ids.flatMap((id) => choices.find((c) => c.id === id) ?? []), choose];
}

function Warnings({ paired }: { readonly paired: Paired }) {
  const say = useSection(compare);
  const { arms, unopened, failed, error } = paired;
  const texts = [
    ...unopened.map(({ name, why }) => say("notOpened", { name, why: say(why) })),
    ...(failed > 0 ? [say("failed", { n: failed, why: error })] : []),
    ...arms
      .slice(1)
      .filter((arm) => !drawnAlike(arm.scenario, arms[0].scenario))
      .map(({ letter, name }) => say("unpaired", { name: `${letter} ${name}` })),
    ...arms
      .filter(({ scenario }) => scenario.currency !== arms[0].scenario.currency)
      .map(({ letter, name, scenario }) =>
        say("converted", {
          name: `${letter} ${name}`,
          from: scenario.currency,
          to: arms[0].scenario.currency,
          rate: setting(exchangeRate(scenario, arms[0].scenario) ?? NaN),
        }),
      ),
  ];
  return texts.map((text) => (
    <p key={text} className="notice" data-kind="error" role="alert">
      {text}
    </p>
  ));
}

/** What is in focus, as far as A has it. */
function useAskedIn({ arms }: Paired): Focus | null {
  const asked = useFocused();
  return asked && arms.length > 0 ? fitted(asked, arms[0].scenario) : null;
}

interface FindingProps {
  readonly paired: Paired;
  readonly outcomes: readonly Outcome[];
  readonly asked: Focus | null;
}

/** The one difference worth saying first: of what is in focus, else the largest. */
function Finding({ paired, outcomes, asked }: FindingProps) {
  const say = useSection(compare);
  const lang = useLanguage();
  const own = asked && outcomes.find(({ id }) => id === outputOf(asked));
  const found = own ? differing(own) : strongest(outcomes);
  const names = namesIn(paired);
  const when = own && whenText(asked, paired.arms[0].scenario, lang);
  const about = own && say("about", { what: outcomeName(own, names, lang), when: when! });
  if (!found) return about ? say("alike", { what: about }) : say("nothing");
  const [base, other] = [paired.arms[0], paired.arms[found.arm]];
  const text = say("finding", {
    what: about ?? outcomeName(found.outcome, names, lang),
    name: briefName(other.name),
    way: say(found.up ? "up" : "down"),
    size: say(found.size),
    base: briefName(base.name),
  });
  return <Phrases text={text} />;
}
