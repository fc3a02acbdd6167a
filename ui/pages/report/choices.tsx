import { type Language, say } from "../../../engine/index.ts";
import { sections } from "../../../report/document/sections/index.ts";
import { templates } from "../../../report/document/templates.ts";
import { Segments } from "../../controls/segments.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import type { Selection } from "../../store/report-inputs.ts";
import { report } from "./words.ts";

interface Props {
  readonly value: Selection;
  readonly currencies: readonly string[]; // the scenario's own first
  onChange(next: Selection): void;
}

export const chosen = ({ template, sections: byHand }: Selection): readonly string[] =>
  byHand ?? templates.get(template).sections;

const HAND = "hand";
const RUNS = ["5", "20", "50"];

/** Which sections, in whose template or by hand, over how many runs. */
export function Choices({ value, currencies, onChange }: Props) {
  const say = useSection(report);
  const lang = useLanguage();
  const set = (next: Partial<Selection>) => onChange({ ...value, ...next });
  const pick = (id: string) => set(id === HAND ? { sections: chosen(value) } : { template: id, sections: null });
  return (
    <>
      <h2>{say("template")}</h2>
      <Segments
        label={say("template")}
        options={[
          ...templates.list().map(({ id, label }) => ({ id, text: say(label) })),
          { id: HAND, text: say("byHand") },
        ]}
        value={value.sections ? HAND : value.template}
        onChange={pick}
      />
      {!value.sections && <p className="quiet">{say(templates.get(value.template).description)}</p>}
      <SectionList value={value} set={(ids) => set({ sections: ids })} lang={lang} label={say("sections")} />
      <h2>{say("runs")}</h2>
      <Segments
        label={say("runs")}
        options={RUNS.map((id) => ({ id, text: id }))}
        value={String(value.runs)}
        onChange={(n) => set({ runs: Number(n) })}
      />
      {currencies.length > 1 && (
        <>
          <h2>{say("currency")}</h2>
          <Segments
            label={say("currency")}
            options={currencies.map((id) => ({ id, text: id }))}
            value={value.currency ?? currencies[0]}
            onChange={(id) => set({ currency: id === currencies[0] ? null : id })}
          />
        </>
      )}
    </>
  );
}

type ListProps = {
  readonly value: Selection;
  readonly set: (ids: readonly string[]) => void;
  readonly lang: Language;
  readonly label: string;
};

/** Ticking one makes the choice one by hand. */
function SectionList({ value, set, lang, label }: ListProps) {
  const on = chosen(value);
  const toggle = (id: string) =>
    set(sections.ids().filter((other) => (other === id ? !on.includes(id) : on.includes(other))));
  return (
    <fieldset>
      <legend>{label}</legend>
      {sections.list().map(({ id, label: text }) => (
        <label key={id}>
          <input type="checkbox" checked={on.includes(id)} onChange={() => toggle(id)} />
          {say(text, lang)}
        </label>
      ))}
    </fieldset>
  );
}
