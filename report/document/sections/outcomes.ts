import { say } from "../../../engine/index.ts";
import { letterOf } from "../../../words/names.ts";
import { outputHeading } from "../../../words/output-words.ts";
import { capitalised } from "../../../words/sentence.ts";
import type { Sentence, Table } from "../model.ts";
import { movers } from "../movers.ts";
import { lowToHigh } from "../phrase-words.ts";
import { cell, ends, exists, outOf, unitOf } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { name, NOTHING, of, sentence } from "../sentence.ts";
import { ALONE_HEAD, comparedHead, comparedOutcomes, outcomesAlone } from "./table-words.ts";

const MARKET = [
  "headline.priceFall",
  "headline.paidFall",
  "headline.costFall",
  "headline.tokenGrowth",
  "market.hhi",
  "market.consumerSurplus",
  "market.vendorProfit",
];
const SHARES = 5; // vendors, by how far their share moved

/** Every headline number side by side, with how sure the difference is. */
export const outcomes: SectionKind = {
  id: "outcomes",
  label: { en: "Outcomes", zh: "结果对照" },
  heading: { en: "Outcomes", zh: "结果对照" },
  build(input) {
    return [{ kind: "table", table: input.baseline ? compared(input) : alone(input) }];
  },
};

const outputsOf = ({ evidence }: SectionInput): string[] => [
  ...MARKET,
  ...movers(evidence)
    .slice(0, SHARES)
    .map((m) => m.path),
];

const unitFor = (output: string, { subject, lang }: SectionInput) => unitOf(output, subject.scenario.currency, lang);

const called = (output: string, { names, subject, lang }: SectionInput): Sentence =>
  of(name(capitalised(outputHeading(output, { ...names, currency: subject.scenario.currency }, lang))));

function compared(input: SectionInput): Table {
  const { evidence, lang } = input;
  const others = evidence.arms.slice(2).map((_, k) => letterOf(k + 2));
  const rows = outputsOf(input).map((output): readonly Sentence[] => {
    const unit = unitFor(output, input);
    const at = (letter: string) => cell(evidence.value(`${letter}/${output}`, unit.value));
    const gap = cell(evidence.value(`A-B/${output}`, unit.gap));
    return [
      called(output, input),
      at("A"),
      at("B"),
      gap,
      range(input, output),
      agree(input, output),
      ...others.map(at),
    ];
  });
  return {
    caption: say(comparedOutcomes, lang)(evidence.runs),
    head: say(comparedHead, lang)(evidence.arms.map(({ scenario }) => say(scenario.title, lang))),
    rows,
  };
}

function range(input: SectionInput, output: string): Sentence {
  const [low, high] = ends(input.evidence, `A-B/${output}`, ["low", "high"], unitFor(output, input).gap);
  return exists(low.value, high.value) ? say(lowToHigh, input.lang)(low, high) : of("–");
}

function agree({ evidence }: SectionInput, output: string): Sentence {
  if (evidence.runs < 2 || !exists(evidence.read(`A-B/${output}`))) return of("–");
  const pairs = evidence.value(`A-B/${output}#agree`, (x) => String(x));
  return sentence`${pairs}/${outOf(evidence)}`;
}

/** What users gain has no zero of its own: it is told against another scenario. */
const isTold = (output: string): boolean => output !== "market.consumerSurplus";

function alone(input: SectionInput): Table {
  const { evidence, lang } = input;
  const rows = outputsOf(input)
    .filter(isTold)
    .map((output): readonly Sentence[] => {
      const unit = unitFor(output, input);
      const [low, high] = ["p10", "p90"].map((mark) => evidence.value(`A/${output}#${mark}`, unit.value));
      const band = exists(low.value, high.value) ? say(lowToHigh, lang)(low, high) : of("–");
      const mean = cell(evidence.value(`A/${output}`, unit.value));
      return [called(output, input), mean, evidence.runs < 2 ? NOTHING : band];
    });
  return { caption: say(outcomesAlone, lang)(evidence.runs), head: say(ALONE_HEAD, lang), rows };
}
