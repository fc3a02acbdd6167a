import { say } from "../../../engine/index.ts";
import { taggedSources } from "../manifest.ts";
import type { Sentence } from "../model.ts";
import type { SectionKind } from "../section.ts";
import { name, of } from "../sentence.ts";
import { BASIS, NO_SOURCES, SOURCES, SOURCES_HEAD } from "./table-words.ts";

/** Where the scenario's numbers come from, and how far each source was checked. */
export const assumptions: SectionKind = {
  id: "assumptions",
  label: { en: "Assumptions and sources", zh: "假设与来源" },
  heading: { en: "Assumptions and sources", zh: "假设与来源" },
  build({ subject, lang }) {
    const sources = taggedSources(subject);
    if (sources.length === 0) return [{ kind: "prose", sentences: [of(say(NO_SOURCES, lang))] }];
    const rows = sources.map(({ title, basis, numbers, date, url }): readonly Sentence[] => [
      of(name(title)),
      of(say(BASIS[basis ?? "none"], lang)),
      of(name(numbers === 0 ? "–" : String(numbers))),
      of(name(date ?? url ?? "–")),
    ]);
    return [{ kind: "table", table: { caption: say(SOURCES, lang), head: say(SOURCES_HEAD, lang), rows, words: [1] } }];
  },
};
