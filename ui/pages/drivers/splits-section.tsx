import { useState } from "react";
import { Positions, positionsHeight } from "../../../charts/marks/positions.tsx";
import { ThreeWays, threeWaysHeight, WAY_WORDS } from "../../../charts/marks/three-ways.tsx";
import { THEMES } from "../../../charts/theme/theme.ts";
import type { Way } from "../../../charts/data/waterfall-bars.ts";
import { Waterfall } from "../../../charts/marks/waterfall.tsx";
import type { Explained, Explanation, Scenario } from "../../../engine/index.ts";
import { marginShare, verdictWord } from "../../../words/explain-words.ts";
import { date, list, percent, price, priceUnit } from "../../../words/format.ts";
import { productName } from "../../../words/names.ts";
import { Segments } from "../../controls/segments.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { usePlace } from "./place.ts";
import { Fitted } from "../../controls/fitted.tsx";
import { Section } from "./section.tsx";
import { positionsTable, waterfallTable, waysTable } from "./tables.ts";
import { drivers } from "./words.ts";

interface Props {
  readonly explanation: Explanation | null;
  readonly subject: Explained | null;
  readonly scenario: Scenario;
  readonly pending: boolean; // competition is still being priced: no verdicts yet
  readonly summary: string; // the subject's change in a sentence
}

const WATERFALL = 330;

/** The price change told three ways, and where every price ended. */
export function SplitsSection({ explanation, subject, scenario, pending, summary }: Props) {
  if (!explanation) return <div className="drivers-waiting" />;
  return (
    <div className="driver-pair">
      <div className="driver-stack">
        {subject && <WaterfallPart {...{ explanation, subject, scenario, pending, summary }} />}
        {subject && <WaysPart subject={subject} pending={pending} />}
      </div>
      <PositionsPart {...{ explanation, scenario, pending }} />
    </div>
  );
}

function WaterfallPart({
  explanation,
  subject,
  scenario,
  pending,
  summary,
}: Props & { readonly explanation: Explanation; readonly subject: Explained }) {
  const say = useSection(drivers);
  const [lang, mode] = [useLanguage(), useMode()];
  const [way, setWay] = useState<Way>("symmetric");
  const ways: readonly Way[] = pending ? ["symmetric", "absolute"] : ["symmetric", "nash", "absolute"];
  const options = ways.map((id) => ({ id, text: say(WAY_WORDS[id].name) }));
  const lead = say("waterfallIs", { unit: priceUnit(scenario.currency, lang), n: explanation.runs });
  const day = (iso: string) =>
    date(iso, lang, iso.slice(0, 4) === explanation.to.slice(0, 4) && iso.slice(0, 4) === explanation.from.slice(0, 4));
  const [from, to] = [day(explanation.from), day(explanation.to)];
  return (
    <Section
      id="waterfall"
      title={say("waterfall")}
      lead={lead}
      table={() => waterfallTable(subject, way, [from, to], lang)}
      spec={(vega, look) => vega.waterfallSpec({ explained: subject, way, from, to }, look)}
      tools={<Segments label={say("way")} options={options} value={way} onChange={(id) => setWay(id)} />}
    >
      <Fitted height={WATERFALL}>
        {(width) => (
          <Waterfall
            explained={subject}
            way={way}
            from={from}
            to={to}
            width={width}
            height={WATERFALL}
            theme={THEMES[mode]}
            lang={lang}
            summary={summary}
          />
        )}
      </Fitted>
      {subject.verdict === null && !pending && <p className="note">{say("noVerdict")}</p>}
    </Section>
  );
}

const WAY_NAMES = {
  symmetric: WAY_WORDS.symmetric.name,
  nash: WAY_WORDS.nash.name,
  absolute: WAY_WORDS.absolute.name,
};

function WaysPart({ subject, pending }: { readonly subject: Explained; readonly pending: boolean }) {
  const say = useSection(drivers);
  const [lang, mode] = [useLanguage(), useMode()];
  const parts = marginShare(subject.split);
  const summary = (["symmetric", "nash", "absolute"] as const).map(
    (w) => `${say(WAY_WORDS[w].name)} ${percent(parts[w])}`,
  );
  return (
    <Section
      id="ways"
      title={say("ways")}
      lead={say("waysIs")}
      table={() => waysTable(subject, lang)}
      spec={(vega, look) => vega.waysSpec({ split: subject.split, names: WAY_NAMES }, look)}
    >
      <Fitted height={threeWaysHeight(600)}>
        {(width) => (
          <ThreeWays
            split={subject.split}
            pending={pending}
            width={width}
            theme={THEMES[mode]}
            lang={lang}
            summary={list(summary, lang)}
          />
        )}
      </Fitted>
    </Section>
  );
}

/** Products of the subject's vendor, or one a vendor of the whole market's: those with a verdict, the dearest first. */
function PositionsPart({
  explanation,
  scenario,
  pending,
}: Omit<Props, "subject" | "summary"> & { readonly explanation: Explanation }) {
  const say = useSection(drivers);
  const [lang, mode] = [useLanguage(), useMode()];
  const { about } = usePlace();
  const unit = priceUnit(scenario.currency, lang);
  const vendor = about === "index" ? null : about.split(".")[0];
  const rows = explanation.products
    .filter((e) => vendor === null || e.id.startsWith(`${vendor}.`))
    .map((e) => (pending ? { ...e, verdict: null } : e))
    .toSorted((a, b) => b.split.to - a.split.to || b.split.from - a.split.from);
  const summary = rows.map((e) => {
    const [from, to] = [e.split.from, e.split.to].map((x) => price(x, lang));
    const verdict = e.verdict === null ? "" : verdictWord(e, lang);
    return `${productName(scenario, e.id, lang)} ${from} → ${to} ${verdict}`;
  });
  return (
    <Section
      id="positions"
      title={say("positions")}
      table={() => positionsTable(rows, scenario, lang)}
      spec={(vega, look) => vega.positionsSpec({ rows, scenario, unit }, look)}
      lead={say("positionsIs", { unit })}
    >
      <Fitted height={positionsHeight(rows.length)}>
        {(width) => (
          <Positions
            rows={rows}
            scenario={scenario}
            width={width}
            theme={THEMES[mode]}
            lang={lang}
            summary={list(summary, lang)}
          />
        )}
      </Fitted>
    </Section>
  );
}
