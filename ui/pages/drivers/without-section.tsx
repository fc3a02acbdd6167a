import { useState } from "react";
import { type Arm, knockOuts, type Scenario, type Span, type Wedge } from "../../../engine/index.ts";
import { outcomeFormat, outcomeName } from "../../../words/explain-words.ts";
import { knockOutText } from "../../../words/knock-out-words.ts";
import { number } from "../../../words/format.ts";
import { Picker } from "../../controls/picker.tsx";
import { ScrollTable } from "../../controls/scroll-table.tsx";
import { useSection } from "../../i18n/index.ts";
import { sentences } from "../../i18n/sentences.ts";
import { useLanguage } from "../../store/preferences.ts";
import { usePlace } from "./place.ts";
import { Progress } from "./progress.tsx";
import { Section } from "./section.tsx";
import { useAsked } from "./use-asked.ts";
import { drivers } from "./words.ts";

const RUNS = 20;

/** One thing taken out, in pairs that share every draw. */
export function WithoutSection({ scenario, span }: { readonly scenario: Scenario; readonly span: Span }) {
  const say = useSection(drivers);
  const lang = useLanguage();
  const { show, of } = usePlace();
  const all = knockOuts(scenario);
  const asked = show === "without" ? (all.find((k) => k.id === of)?.id ?? null) : null;
  const [id, setId] = useState(asked ?? all[0].id);
  const arms = useAsked(scenario, "knockOuts", { ids: [id], date: span.to }, { runs: RUNS, auto: asked === id });
  const options = all.map((k) => ({ id: k.id, text: knockOutText(k, scenario, lang) }));
  return (
    <Section
      id="without"
      title={say("without")}
      lead={say("withoutIs")}
      tools={<Picker label={say("takeOut")} options={options} value={id} onChange={setId} />}
    >
      <Progress asked={arms} label={say("without")} />
      {arms.answer && <Outcomes arm={arms.answer[0]} scenario={scenario} />}
      <p className="note">{sentences(lang, say("savedIs"), say("order"))}</p>
    </Section>
  );
}

const HEADS = ["outcome", "asIs", "changed", "difference", "interval", "saved"] as const;

function Outcomes({ arm, scenario }: { readonly arm: Arm; readonly scenario: Scenario }) {
  const say = useSection(drivers);
  const rows = arm.wedges.filter((w) => w.base !== 0 || w.mean !== 0);
  return (
    <ScrollTable label={say("without")} head={HEADS.map((key) => say(key))}>
      {rows.map((w) => (
        <Row key={w.path} wedge={w} scenario={scenario} />
      ))}
    </ScrollTable>
  );
}

function Row({ wedge: w, scenario }: { readonly wedge: Wedge; readonly scenario: Scenario }) {
  const lang = useLanguage();
  const { value, gap } = outcomeFormat(w.path, scenario.currency, lang);
  const clear = w.low > 0 || w.high < 0;
  return (
    <tr>
      <th scope="row">{outcomeName(w.path, scenario, lang)}</th>
      <td>{value(w.base)}</td>
      <td>{value(w.base + w.mean)}</td>
      <td>{clear ? <b>{gap(w.mean)}</b> : gap(w.mean)}</td>
      <td>
        {gap(w.low)} – {gap(w.high)}
      </td>
      <td>{w.mean === 0 && w.low === w.high ? "–" : `${number(w.varianceSaved, 2)}×`}</td>
    </tr>
  );
}
