import { say, type Scenario } from "../../engine/index.ts";
import { focusName, whenText } from "../../words/focus-words.ts";
import { list } from "../../words/format.ts";
import { differences } from "./differences.ts";
import { textOf } from "./sentence.ts";
import { these, whatHappens, whatIf } from "./question-words.ts";
import type { SectionInput } from "./section.ts";

const MOST = 2; // changes named in a question; of more it says how many, and the report lists them

/** The question of a scenario that was changed by hand: the library's is no longer its own. */
export function ownQuestion({ subject, focus, names, lang }: SectionInput, from: Scenario): string {
  const all = differences(subject.scenario, from, lang, subject.recordings[0]).map(textOf);
  const { length } = all;
  const given = length === 0 ? null : length > MOST ? say(these, lang)(length) : list(all, lang);
  if (!focus) return given === null ? say(subject.scenario.question, lang) : say(whatIf, lang)(given);
  return say(whatHappens, lang)(focusName(focus, names, lang), whenText(focus, subject.scenario, lang), given);
}
