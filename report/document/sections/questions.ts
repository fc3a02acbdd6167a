import { say } from "../../../engine/index.ts";
import { percent } from "../../../words/format.ts";
import { vendorName } from "../../../words/names.ts";
import { STOP } from "../../../words/punctuation.ts";
import type { Sentence } from "../model.ts";
import { sinceStart, WORTH_SAYING } from "../movers.ts";
import { listPrices } from "../phrase-words.ts";
import { course, exists, sensible } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { joined, name, of, paragraph, plain } from "../sentence.ts";
import { gainsMost, losesMost, marginInFall, QUESTIONS } from "./question-words.ts";
import { soloBenefits } from "./summary.ts";

/** For a class: what to predict before turning the page. Answers follow in the sections below. */
export const questions: SectionKind = {
  id: "questions",
  label: { en: "Questions for a class", zh: "课堂问题" },
  heading: { en: "Questions to answer before reading on", zh: "阅读前的预测题" },
  build: ({ subject, lang }) => {
    const items = say(QUESTIONS, lang)(Object.values(subject.scenario.vendors).length);
    return [{ kind: "list", items: items.map(of) }];
  },
};

/** The same questions answered from the numbers. */
export const answers: SectionKind = {
  id: "answers",
  label: { en: "Answers for the teacher", zh: "教师答案" },
  heading: { en: "Answers", zh: "答案" },
  build: (input) => [
    {
      kind: "list",
      items: [prices(input), ...shares(input), ...margins(input), soloBenefits(input)].filter(
        (s) => s.parts.length > 0,
      ),
    },
  ],
};

const prices = ({ evidence, lang }: SectionInput): Sentence =>
  joined([say(listPrices, lang)(course(evidence, "A/headline.priceFall", lang)), plain(say(STOP, lang))]);

/** Who won most and who lost most, each against its own start: what was asked, whatever the run is held against. */
function shares({ evidence, subject, lang }: SectionInput): Sentence[] {
  const moved = sinceStart(evidence).toSorted((a, b) => b.change - a.change);
  const ends = [
    { mover: moved.find((m) => m.change >= WORTH_SAYING), words: gainsMost },
    { mover: moved.findLast((m) => m.change <= -WORTH_SAYING), words: losesMost },
  ];
  const told = ends.flatMap(({ mover, words }): Sentence[] => {
    if (!mover) return [];
    const [from, to] = [`A/${mover.path}:start`, `A/${mover.path}`].map((p) => evidence.value(p, percent));
    return [say(words, lang)(name(vendorName(subject.scenario, mover.vendor, lang)), from, to)];
  });
  return told.length > 0 ? [paragraph(told, lang)] : [];
}

function margins({ evidence, lang }: SectionInput): Sentence[] {
  const [held, oneForOne] = ["symmetric", "absolute"].map((s) =>
    evidence.value(`A/explain.index.marginShare.${s}`, percent),
  );
  const known = exists(held.value, oneForOne.value) && sensible(held.value) && sensible(oneForOne.value);
  return known ? [say(marginInFall, lang)(held, oneForOne)] : [];
}
