import { say, type Scenario } from "../../engine/index.ts";
import { focusName, whenText } from "../../words/focus-words.ts";
import { list } from "../../words/format.ts";
import { differences } from "./differences.ts";
import { textOf } from "./sentence.ts";
import { whatHappens, whatIf } from "./question-words.ts";
import type { SectionInput } from "./section.ts";

const MOST = 2; // changes named in a question

/** The question of a scenario that was changed by hand: the library's is no longer its own. */
export function ownQuestion({ subject, focus, names, lang }: SectionInput, from: Scenario): string {
  const all = differences(subject.scenario, from, lang, subject.recordings[0]).map(textOf);
  const named = list(all.slice(0, MOST), lang);
  if (!focus) return say(whatIf, lang)(named, all.length - MOST);
  const what = focusName(focus, names, lang);
  return say(whatHappens, lang)(what, whenText(focus, subject.scenario, lang), named, all.length - MOST);
}
