import { outputOf, say } from "../../../engine/index.ts";
import { causesSentence } from "../causes.ts";
import { isMeasured } from "../focus.ts";
import type { Block, Sentence } from "../model.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { trustSentence } from "../trust.ts";
import { madeFrom } from "../made-from.ts";
import { focusName } from "../../../words/focus-words.ts";
import { setting } from "../../../words/format.ts";
import { SEMICOLON } from "../../../words/punctuation.ts";
import { unitOf } from "../phrases.ts";
import { picture } from "./sensitivity.ts";
import { joined, name, of, plain } from "../sentence.ts";
import { CAVEAT, hangsOn, leverMoves } from "./so-what-words.ts";

/** What follows: what did it, what would change it, how far to trust it. */
export const soWhat: SectionKind = {
  id: "so-what",
  label: { en: "So what", zh: "意味着什么" },
  heading: { en: "Reasons, sensitivity and reliability", zh: "原因、变数与可信程度" },
  build(input) {
    const { focus, subject, lang } = input;
    if (!focus) return [];
    const trust = trustSentence(focus, subject.scenario, lang);
    const measured = isMeasured({ ...input, focus });
    const reasons = measured ? [...why(input), ...levers(input)] : [];
    const items = [...reasons, trust, of(say(CAVEAT, lang))].filter((s) => s.parts.length > 0);
    return [{ kind: "list", items }, ...(measured ? tornado(input) : [])];
  },
};

function why({ subject, baseline, lang }: SectionInput): Sentence[] {
  const { causes, scenario } = subject;
  return causes ? [causesSentence(causes, { scenario, base: madeFrom(subject, baseline), lang })] : [];
}

/** What each of two assumptions does to it at either end of what is plausible, from where it stands. */
function levers(input: SectionInput): Sentence[] {
  const { evidence, focus, names, subject, lang } = input;
  const { swings, scenario } = subject;
  if (!swings || !focus) return [];
  const output = outputOf(focus);
  const { gap } = unitOf(output, scenario.currency, lang);
  const at = (id: string, mark: string) => evidence.value(`A/levers.${id}.${output}#${mark}`, gap);
  const size = (id: string) => Math.abs(evidence.read(`A/levers.${id}.${output}#swing`));
  const told = swings.levers
    .filter(({ id }) => size(id) > 0)
    .toSorted((a, b) => size(b.id) - size(a.id))
    .slice(0, MOST)
    .map(({ id, label }) => {
      const ends = ["low", "high"].map((mark) => evidence.value(`A/levers.${id}.setting#${mark}`, setting));
      return say(leverMoves, lang)(name(say(label, lang)), ends, [at(id, "lowGap"), at(id, "highGap")]);
    });
  if (told.length === 0) return [];
  const listed = told.flatMap((item, k) => (k === 0 ? [item] : [plain(say(SEMICOLON, lang)), item]));
  return [say(hangsOn, lang)(name(focusName(focus, names, lang)), joined(listed))];
}

const MOST = 2; // assumptions named

function tornado(input: SectionInput): Block[] {
  const { focus, subject } = input;
  return subject.swings && focus ? picture(input, subject.swings, outputOf(focus), 0) : [];
}
