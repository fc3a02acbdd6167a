import { mechanisms, readPath, type Source, tariffMechanisms } from "../../../engine/index.ts";
import { pathName } from "../../../report/document/path-words.ts";
import { SEMICOLON } from "../../../words/punctuation.ts";
import { number } from "../../../words/format.ts";
import { capitalised } from "../../../words/sentence.ts";
import { useSection } from "../../i18n/index.ts";
import { sourceWords } from "../../i18n/source-words.ts";
import { unitWords } from "../../i18n/units.ts";
import { useApp } from "../../store/app.ts";
import { useLanguage } from "../../store/preferences.ts";
import { model } from "./words.ts";
import { DataSection } from "./data-section.tsx";

/** What the article claims, mechanism by mechanism. */
export function Mechanisms() {
  const say = useSection(model);
  const lang = useLanguage();
  const scenario = useApp((s) => s.base?.scenario);
  if (!scenario) return null;
  const rows = [...mechanisms, ...tariffMechanisms].map((m) => [
    `${m.id} ${say(m.title)}`,
    say(m.claim),
    m.parameters.map((path) => pathName(path, scenario, lang)).join(say(SEMICOLON)),
  ]);
  const head = [say("mechanism"), say("claim"), say("path")];
  return <DataSection title={say("mechanisms")} lead={say("mechanismsIs")} head={head} rows={rows} />;
}

/** A source by its title, as a link where it is on the web. */
function SourceLink({ source, id }: { readonly source: Source | undefined; readonly id: string }) {
  const lang = useLanguage();
  if (!source) return id;
  const title = sourceWords(source, lang);
  return source.url ? (
    <a href={source.url} target="_blank" rel="noreferrer">
      {title}
    </a>
  ) : (
    title
  );
}

/** Every number of the open scenario that says where it comes from. */
export function Sources() {
  const say = useSection(model);
  const lang = useLanguage();
  const base = useApp((s) => s.base);
  if (!base) return null;
  const { scenario, provenance } = base;
  const rows = Object.entries(provenance).map(([path, { source, note, range, unit }]) => {
    // A dated path is stored as columns: its k-th point is value.k.
    const value = readPath(scenario, path) ?? readPath(scenario, path.replace(/\.(\d+)$/, ".value.$1"));
    return [
      <span key="path" title={path}>
        {capitalised(pathName(path, scenario, lang))}
      </span>,
      typeof value === "number" ? `${number(value)} ${unitWords(unit, scenario.currency, lang)}`.trim() : "",
      source ? <SourceLink key="source" source={scenario.sources[source]} id={source} /> : "",
      range ? `${number(range[0])} – ${number(range[1])}` : "",
      note ? say(note) : "",
    ];
  });
  const head = [say("path"), say("value"), say("basis"), say("range"), say("note")];
  const lead = say("parametersIs", { scenario: say(scenario.title) });
  return <DataSection title={say("parameters")} lead={lead} head={head} rows={rows} />;
}
