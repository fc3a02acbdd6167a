import { flowHeight, flowLayout } from "../../../charts/geometry/flow-layout.ts";
import { FlowChart } from "../../../charts/marks/flow-chart.tsx";
import { tariffText } from "../../../charts/data/lanes.ts";
import { inkIn, THEMES } from "../../../charts/theme/theme.ts";
import { type Recording, type Week, weekTo } from "../../../engine/index.ts";
import { count, date, list } from "../../../words/format.ts";
import { fullName } from "../../../words/names.ts";
import { reasonOf } from "../../../words/why-words.ts";
import { useState } from "react";
import { Button } from "react-aria-components";
import { Sheet } from "../../controls/sheet.tsx";
import { Fitted } from "../../controls/fitted.tsx";
import { VegaButtons } from "../../controls/vega-buttons.tsx";
import { ScrollTable } from "../../controls/scroll-table.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { LONGEST, useNotes, writeNote } from "../../store/notes.ts";
import { why } from "../../store/view.ts";
import { useRun } from "./chart-data.ts";
import { whyWords } from "./why-words.ts";
import { Sign } from "../../controls/sign.tsx";
import "./why.css";

/** One week of one run: who decided what by which rule, and where users went. */
export default function WhySheet({ date: to }: { readonly date: string }) {
  const say = useSection(whyWords);
  const lang = useLanguage();
  const { recording } = useRun();
  const week = weekTo(recording, to);
  return (
    <Sheet wide title={say("title")} open onClose={() => why.set(null)}>
      <div className="why-week">
        <Step label={say("before")} to={shifted(recording, to, -1)} />
        <b>{say("week", { from: date(week.from, lang), to: date(week.to, lang) })}</b>
        <Step label={say("after")} to={shifted(recording, to, 1)} />
        <small>{say("oneRun")}</small>
      </div>
      <NoteField key={to} date={to} />
      <Decisions week={week} />
      <Flows week={week} />
    </Sheet>
  );
}

/** A line of one's own on the charts, at the day that was asked about. */
function NoteField({ date: day }: { readonly date: string }) {
  const say = useSection(whyWords);
  const lang = useLanguage();
  const known = useNotes().find((n) => n.date === day)?.text ?? "";
  const [text, setText] = useState(known);
  return (
    <form
      className="why-note"
      onSubmit={(e) => {
        e.preventDefault();
        writeNote(day, text);
        why.set(null);
      }}
    >
      <label>
        {say("note", { date: date(day, lang) })}
        <input type="text" maxLength={LONGEST} value={text} onChange={(e) => setText(e.target.value)} />
      </label>
      <button type="submit" className="button">
        {say(known !== "" && text.trim() === "" ? "noteGone" : "noteWrite")}
      </button>
    </form>
  );
}

/** The same weekday a week on or back, inside the run; null: there is none. */
function shifted({ dates, tickDays }: Recording, to: string, weeks: number): string | null {
  const step = Math.max(1, Math.round(7 / tickDays));
  return dates[dates.indexOf(to) + weeks * step] ?? null;
}

const Step = ({ label, to }: { readonly label: string; readonly to: string | null }) => (
  <Button className="button" isDisabled={to === null} onPress={() => why.set(to)}>
    {label}
  </Button>
);

function Decisions({ week }: { readonly week: Week }) {
  const say = useSection(whyWords);
  const lang = useLanguage();
  const { scenario, recording } = useRun();
  return (
    <section>
      <h3>{say("decisions")}</h3>
      {week.moves.length + week.launches.length === 0 && <p className="sub">{say("none")}</p>}
      <ul className="why-moves">
        {week.launches.map((id) => (
          <li key={id}>
            <ProductSign product={id} />
            <span>{fullName(scenario, id, lang)}</span>
            <b>{say("launch")}</b>
          </li>
        ))}
        {week.moves.map((m, k) => (
          // oxlint-disable-next-line react/no-array-index-key -- moves of a week never change places
          <li key={k}>
            <ProductSign product={recording.productIds[m.product]} />
            <span>
              {fullName(scenario, recording.productIds[m.product], lang)}{" "}
              <small>{date(recording.dates[m.tick], lang, true)}</small>
            </span>
            <b>
              {tariffText(m.from, recording.meters.product[m.product], lang)} →{" "}
              {tariffText(m.to, recording.meters.product[m.product], lang)}
            </b>
            <span className="reason">{reasonOf(m, scenario, lang)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ProductSign({ product }: { readonly product: string }) {
  const mode = useMode();
  const { scenario } = useRun();
  const vendor = product.split(".")[0];
  const ink = inkIn(scenario.vendors, vendor, mode);
  return <Sign ink={ink} />;
}

function Flows({ week }: { readonly week: Week }) {
  const say = useSection(whyWords);
  const [lang, mode] = [useLanguage(), useMode()];
  const { scenario, recording } = useRun();
  if (!recording.switches) return <p className="sub">{say("textbook")}</p>;
  if (week.switches.length === 0) return <p className="sub">{say("noFlows")}</p>;
  const people = (x: number) => count(x, lang);
  const sum = (what: "users" | "agents") => week.switches.reduce((all, s) => all + s[what], 0);
  const { rest } = flowLayout(week.switches, { left: 0, right: 1, height: flowHeight(week.switches) });
  const name = (id: string | null) => (id === null ? "–" : fullName(scenario, id, lang));
  const summary = list(
    week.switches.slice(0, 8).map((s) => `${name(s.from)} → ${name(s.to)} ${people(s.users)}`),
    lang,
  );
  return (
    <section>
      <h3>{say("flows")}</h3>
      <p className="sub">
        {say("flowsIs", { users: people(sum("users")), agents: sum("agents") })}
        {rest >= 1 && ` ${say("rest", { users: people(rest) })}`}
      </p>
      <Fitted height={flowHeight(week.switches)}>
        {(width) => (
          <FlowChart
            switches={week.switches}
            scenario={scenario}
            width={width}
            height={flowHeight(week.switches)}
            theme={THEMES[mode]}
            lang={lang}
            summary={summary}
          />
        )}
      </Fitted>
      <p className="table-tools">
        <VegaButtons
          title={say("flows")}
          spec={(vega, look) => vega.flowsSpec({ switches: week.switches, scenario }, look)}
        />
      </p>
      <Table week={week} />
    </section>
  );
}

const HEADS = ["product", "joined", "in", "out", "left"] as const;

function Table({ week }: { readonly week: Week }) {
  const say = useSection(whyWords);
  const lang = useLanguage();
  const { scenario } = useRun();
  return (
    <ScrollTable label={say("flows")} head={HEADS.map((key) => say(key))}>
      {week.flows.map((f) => (
        <tr key={f.product}>
          <th scope="row">{fullName(scenario, f.product, lang)}</th>
          {[f.joined, f.switchedIn, f.switchedOut, f.left].map((x, k) => (
            // oxlint-disable-next-line react/no-array-index-key -- columns never move
            <td key={k}>{count(x, lang)}</td>
          ))}
        </tr>
      ))}
    </ScrollTable>
  );
}
