import { outputName } from "../../../words/output-words.ts";
import { letterOf } from "../evidence.ts";
import type { Sentence, Table } from "../model.ts";
import { movers } from "../movers.ts";
import { capital, cell, ends, exists, outOf, unitOf } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { name, NOTHING, of, sentence } from "../sentence.ts";

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

const unitFor = (output: string, { subject, lang }: SectionInput) =>
  unitOf(output.split(".").at(-1)!, subject.scenario.currency, lang);

function compared(input: SectionInput): Table {
  const { evidence, lang, subject } = input;
  const zh = lang === "zh";
  const others = evidence.arms.slice(2).map((arm, k) => ({ letter: letterOf(k + 2), arm }));
  const titles = [subject, ...evidence.arms.slice(1)].map(({ scenario }) => scenario.title[lang]);
  const rows = outputsOf(input).map((output): readonly Sentence[] => {
    const unit = unitFor(output, input);
    const at = (letter: string) => cell(evidence.value(`${letter}/${output}`, unit.value));
    const gap = cell(evidence.value(`A-B/${output}`, unit.gap));
    return [
      of(name(capital(outputName(output, subject.scenario, lang)))),
      at("A"),
      at("B"),
      gap,
      range(input, output),
      agree(input, output),
      ...others.map(({ letter }) => at(letter)),
    ];
  });
  return {
    caption: zh
      ? `期末，${evidence.runs} 次配对运行的均值；差为前者减后者`
      : `At the end, means over ${evidence.runs} paired ${evidence.runs === 1 ? "run" : "runs"}; the difference is the first less the second`,
    head: zh
      ? ["指标", titles[0], titles[1], "差", "95% 区间", "方向一致", ...titles.slice(2)]
      : ["Outcome", titles[0], titles[1], "Difference", "95% interval", "Pairs that agree", ...titles.slice(2)],
    rows,
  };
}

function range({ evidence, lang, subject }: SectionInput, output: string): Sentence {
  const { gap } = unitOf(output.split(".").at(-1)!, subject.scenario.currency, lang);
  const [low, high] = ends(evidence, `A-B/${output}`, ["low", "high"], gap);
  if (!exists(low.value, high.value)) return of("–");
  return lang === "zh" ? sentence`${low}至${high}` : sentence`${low} to ${high}`;
}

function agree({ evidence }: SectionInput, output: string): Sentence {
  if (evidence.runs < 2 || !exists(evidence.read(`A-B/${output}`))) return of("–");
  const pairs = evidence.value(`A-B/${output}#agree`, (x) => String(x));
  return sentence`${pairs}/${outOf(evidence)}`;
}

function alone(input: SectionInput): Table {
  const { evidence, lang, subject } = input;
  const zh = lang === "zh";
  const rows = outputsOf(input).map((output): readonly Sentence[] => {
    const unit = unitFor(output, input);
    const band = ["p10", "p90"].map((mark) => evidence.value(`A/${output}#${mark}`, unit.value));
    const spread =
      evidence.runs < 2
        ? NOTHING
        : exists(...band.map((b) => b.value))
          ? zh
            ? sentence`${band[0]}至${band[1]}`
            : sentence`${band[0]} to ${band[1]}`
          : of("–");
    return [
      of(name(capital(outputName(output, subject.scenario, lang)))),
      cell(evidence.value(`A/${output}`, unit.value)),
      spread,
    ];
  });
  return {
    caption: zh
      ? `期末，${evidence.runs} 次运行`
      : `At the end, ${evidence.runs} ${evidence.runs === 1 ? "run" : "runs"}`,
    head: zh ? ["指标", "均值", "八成区间"] : ["Outcome", "Mean", "8 in 10 runs"],
    rows,
  };
}
