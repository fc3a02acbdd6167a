import { say, type Scenario } from "../../../engine/index.ts";
import { differences } from "../differences.ts";
import { madeFrom } from "../made-from.ts";
import type { Block, Sentence } from "../model.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { name, of } from "../sentence.ts";
import { andMore, startsFrom, theSame } from "./setup-words.ts";

const [MOST, SOME] = [6, 3]; // changes listed one by one, and where there are more than can be

/** What was changed: each edit in words, with its date, from what to what. A report says this first. */
export const changes: SectionKind = {
  id: "changes",
  label: { en: "What was changed", zh: "做了哪些改动" },
  heading: { en: "Changes", zh: "改动内容" },
  build(input) {
    const base = madeFrom(input.subject, input.baseline);
    return base === null ? [] : against(base, input);
  },
};

const prose = (...sentences: readonly Sentence[]): Block => ({ kind: "prose", sentences });
const titleOf = ({ title }: Scenario, { lang }: SectionInput) => name(say(title, lang));

function against(base: Scenario, input: SectionInput): Block[] {
  const { subject, lang } = input;
  const found = differences(subject.scenario, base, lang, subject.recordings[0]);
  if (found.length === 0) return [prose(say(theSame, lang)(titleOf(base, input)))];
  const shown = found.slice(0, found.length > MOST ? SOME : MOST);
  const rest = found.length - shown.length;
  const more = rest > 0 ? [of(say(andMore, lang)(rest))] : [];
  return [prose(say(startsFrom, lang)(titleOf(base, input))), { kind: "list", items: [...shown, ...more] }];
}
