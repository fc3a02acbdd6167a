import { useEffect } from "react";
import {
  type Explained,
  type Explanation,
  type Language,
  type Scenario,
  type Span,
  type Splits,
  hasLastingUsers,
} from "../../../engine/index.ts";
import { explainedSentence } from "../../../words/explain-words.ts";
import { price } from "../../../words/format.ts";
import { daysOf } from "../../../words/focus-words.ts";
import { fullName, vendorName } from "../../../words/names.ts";
import { DateField } from "../../controls/date-field.tsx";
import { Phrases } from "../../controls/phrases.tsx";
import { Picker } from "../../controls/picker.tsx";
import { useSection } from "../../i18n/index.ts";
import { sentences } from "../../i18n/sentences.ts";
import { useFocused } from "../../store/focus.ts";
import { useLanguage } from "../../store/preferences.ts";
import { NoticeBar } from "../../parts/notice-bar.tsx";
import { GrowthSection } from "./growth-section.tsx";
import { go, usePlace } from "./place.ts";
import { Progress } from "./progress.tsx";
import { ShareSection } from "./share-section.tsx";
import { SplitsSection } from "./splits-section.tsx";
import { useShown } from "./use-shown.ts";
import { AGENTS, type Hold, useAsked, useScenario } from "./use-asked.ts";
import { SwingsSection } from "./swings-section.tsx";
import { WarSection } from "./war-section.tsx";
import { WithoutSection } from "./without-section.tsx";
import { drivers } from "./words.ts";
import { WorthSection } from "./worth-section.tsx";
import { COLON } from "../../../words/punctuation.ts";
import "../page.css";
import "./drivers.css";

const RUNS = 20;

/** What explains it: the verdict, the splits, the war, what would have been otherwise, whether it paid. */
export default function DriversPage() {
  const say = useSection(drivers);
  const scenario = useScenario();
  return (
    <main id="main" className="drivers" aria-busy={!scenario}>
      <NoticeBar />
      {scenario ? <Answered scenario={scenario} /> : <h1>{say("waiting")}</h1>}
    </main>
  );
}

/** The page's two dates, inside the scenario's and the right way round. */
function spanOf({ clock }: Scenario, from: string | null, to: string | null): Span {
  const inside = (d: string | null, usual: string) => (d !== null && d >= clock.start && d <= clock.end ? d : usual);
  const span = { from: inside(from, clock.start), to: inside(to, clock.end) };
  return span.from < span.to ? span : { from: clock.start, to: clock.end };
}

function Answered({ scenario }: { readonly scenario: Scenario }) {
  const { about, from, to, show } = useAskedPlace(scenario);
  const span = spanOf(scenario, from, to);
  const shown = useShown(scenario, span);
  const splits = useAsked(scenario, "splits", { span }, { runs: RUNS, auto: true });
  const found = splits.answer ?? shown;
  const subject = found ? subjectOf(found.explanation, about) : undefined; // not there yet is not nothing
  const title = useTitle(scenario, { final: splits.answer !== null, runs: found?.explanation.runs ?? 0, subject });
  const target = found ? show : null; // some sections are there only once there is an answer
  useEffect(() => {
    if (target) document.getElementById(target)?.scrollIntoView();
  }, [target]);
  return (
    <>
      <Head scenario={scenario} span={span} splits={splits} shown={shown} title={title} />
      <SplitsSection
        explanation={found?.explanation ?? null}
        subject={subject ?? null}
        scenario={scenario}
        pending={!splits.answer}
        summary={title}
      />
      <WarSection splits={found} scenario={scenario} />
      <WorthSection scenario={scenario} span={span} />
      <WithoutSection scenario={scenario} span={span} />
      <SwingsSection scenario={scenario} />
      <div className="driver-pair">
        <ShareSection scenario={scenario} span={span} />
        <GrowthSection scenario={scenario} span={span} growth={found?.growth ?? []} />
      </div>
    </>
  );
}

/** What the address asks; else what is in focus: its vendor or product, up to its day. */
function useAskedPlace(scenario: Scenario): ReturnType<typeof usePlace> {
  const place = usePlace();
  const asked = useFocused();
  if (!asked) return place;
  const who = asked.entity === "vendor" || asked.entity === "product" ? asked.id : "index";
  const about = place.about === "index" ? who : place.about;
  return { ...place, about, to: place.to ?? (asked.when ? daysOf(asked, scenario).to : null) };
}

const subjectOf = ({ index, vendors, products }: Explanation, about: string): Explained | null =>
  about === "index" ? index : ([...vendors, ...products].find((e) => e.id === about) ?? null);

interface HeadProps {
  readonly scenario: Scenario;
  readonly span: Span;
  readonly splits: Hold<"splits">;
  readonly shown: Splits | null;
  readonly title: string;
}

interface Told {
  readonly final: boolean; // competition is priced
  readonly runs: number;
  readonly subject: Explained | null | undefined;
}

/** The page's answer in one sentence; without a verdict while competition is still being priced. */
function useTitle(scenario: Scenario, { final, runs, subject }: Told): string {
  const say = useSection(drivers);
  const lang = useLanguage();
  const { about } = useAskedPlace(scenario);
  const name = nameOf(about, scenario, lang, say("basket"));
  if (!subject) return subject === null ? `${name}${say(COLON)}${say("nothing")}` : say("asking");
  if (final) return explainedSentence(name, subject, lang);
  const [was, now] = [subject.split.from, subject.split.to].map((x) => price(x, lang));
  return say(runs === 1 ? "first" : "sofar", { name, was, now, n: runs });
}

function Head({ scenario, span, splits, shown, title }: HeadProps) {
  const say = useSection(drivers);
  const lang = useLanguage();
  const { about } = useAskedPlace(scenario);
  const found = splits.answer?.explanation;
  const agents = hasLastingUsers(scenario) ? Math.min(AGENTS, scenario.demand.agents) : 0;
  const waiting = shown ? say("pricing", { n: shown.explanation.runs }) : "";
  const missed = found ? found.runs - found.nashFound : 0;
  return (
    <header className="drivers-head">
      <div>
        <h1>
          <Phrases text={title} />
        </h1>
        <p className="sub">
          <Phrases
            text={sentences(
              lang,
              found ? countWords(found, say) : "",
              found
                ? say(found.runs === 1 ? "firstRun" : "robust", { n: found.runs, agents: agents.toLocaleString("en") })
                : waiting,
              missed > 0 ? say("noNash", { k: missed, n: found!.runs }) : "",
            )}
          />
        </p>
        <Progress asked={splits} label={say("waterfall")} />
      </div>
      <div className="drivers-pickers">
        <About scenario={scenario} about={about} />
        <Day name="from" value={span.from} scenario={scenario} />
        <Day name="to" value={span.to} scenario={scenario} />
      </div>
    </header>
  );
}

/** How many products ended with each word. */
function countWords({ products }: Explanation, say: ReturnType<typeof useSection<typeof drivers>>): string {
  const of = (word: Explained["verdict"]) => products.filter((p) => p.verdict === word).length;
  return say("counts", {
    all: products.length,
    free: of("free"),
    war: of("war"),
    competition: of("competition"),
    pass: of("pass-through"),
    rise: of("margin") + of("both"),
  });
}

function nameOf(about: string, scenario: Scenario, lang: Language, basket: string): string {
  if (about === "index") return basket;
  return about.includes(".") ? fullName(scenario, about, lang) : vendorName(scenario, about, lang);
}

/** The basket, a vendor or a product. */
function About({ scenario, about }: { readonly scenario: Scenario; readonly about: string }) {
  const say = useSection(drivers);
  const lang = useLanguage();
  const sold = Object.entries(scenario.vendors).flatMap(([v, { products }]) => {
    const own = Object.entries(products).filter(([, p]) => !p.reference);
    if (own.length === 0) return [];
    const name = vendorName(scenario, v, lang);
    const all = { id: v, text: say("allOf", { name }) };
    return [all, ...own.map(([p]) => ({ id: `${v}.${p}`, text: fullName(scenario, `${v}.${p}`, lang) }))];
  });
  const options = [{ id: "index", text: say("basket") }, ...sold];
  return <Picker label={say("about")} options={options} value={about} onChange={(id) => go({ about: id })} />;
}

function Day({
  name,
  value,
  scenario: { clock },
}: {
  readonly name: "from" | "to";
  readonly value: string;
  readonly scenario: Scenario;
}) {
  const say = useSection(drivers);
  return (
    <label className="day">
      {say(name)}
      <DateField
        label={say(name)}
        value={value}
        first={clock.start}
        last={clock.end}
        onChange={(date) => go({ [name]: date })}
      />
    </label>
  );
}
