import { say } from "../../../engine/index.ts";
import { percent } from "../../../words/format.ts";
import { vendorName } from "../../../words/names.ts";
import { outputName } from "../../../words/output-words.ts";
import { capitalised } from "../../../words/sentence.ts";
import { nextAgrees, OPEN } from "../evidence.ts";
import type { Sentence } from "../model.ts";
import { movers } from "../movers.ts";
import { exists, outOf, sure, unitOf } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { name, of } from "../sentence.ts";
import * as words from "./uncertainty-words.ts";

const MARKET = ["headline.priceFall", "market.hhi", "market.consumerSurplus", "market.vendorProfit"];

/** How sure each statement is, in words and in runs. */
export const uncertainty: SectionKind = {
  id: "uncertainty",
  label: { en: "Confidence", zh: "置信程度" },
  heading: { en: "Confidence", zh: "把握程度" },
  build(input) {
    const { evidence, lang } = input;
    if (evidence.runs < 2) return [{ kind: "prose", sentences: [of(say(words.ONE_RUN, lang))] }];
    return [{ kind: "list", items: input.baseline ? compared(input) : alone(input) }];
  },
};

const SHARES = 4; // vendors, by how far their share moved

function compared({ evidence, subject, lang }: SectionInput): Sentence[] {
  const { scenario } = subject;
  const shares = movers(evidence).slice(0, SHARES);
  return [...MARKET, ...shares.map(({ path }) => path)].flatMap((output) => {
    const difference = evidence.read(`A-B/${output}`);
    if (!exists(difference)) return [];
    const what = name(capitalised(outputName(output, scenario, lang)));
    if (difference === 0) return [say(words.alike, lang)(what)];
    const { word, pairs } = sure(evidence, output, lang);
    const open = nextAgrees(pairs.value, evidence.runs) < OPEN;
    const claim = open ? word : say(difference > 0 ? words.higher : words.lower, lang)(word);
    const { gap } = unitOf(output, scenario.currency, lang);
    const size = evidence.value(`A-B/${output}`, gap);
    return [say(words.differs, lang)(what, claim, [pairs, outOf(evidence)], size)];
  });
}

function alone({ evidence, subject, lang }: SectionInput): Sentence[] {
  const called = (vendor: string) => name(vendorName(subject.scenario, vendor, lang));
  const survive = subject.recordings[0].vendorIds.flatMap((id) => {
    const alive = evidence.value(`A/vendors.${id}.alive#share`, percent);
    if (alive.value === 1) return [];
    return [
      alive.value === 0 ? say(words.leavesAlways, lang)(called(id)) : say(words.aliveIn, lang)(called(id), alive),
    ];
  });
  const shares = movers(evidence).slice(0, SHARES);
  const ends = shares.map(({ vendor, path }) => {
    const [low, high] = ["p10", "p90"].map((mark) => evidence.value(`A/${path}#${mark}`, percent));
    const share = evidence.value(`A/${path}`, percent);
    if (low.said === high.said) return say(words.endsWith, lang)(called(vendor), share);
    return say(words.endsBetween, lang)(called(vendor), share, low, high);
  });
  return [...survive, ...ends];
}
