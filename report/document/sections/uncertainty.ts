import { percent } from "../../../words/format.ts";
import { outputName } from "../../../words/output-words.ts";
import { vendorName } from "../../../words/names.ts";
import { certainty, nextAgrees, OPEN } from "../evidence.ts";
import type { Sentence } from "../model.ts";
import { movers } from "../movers.ts";
import { capital, exists, outOf, unitOf } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { name, of, sentence } from "../sentence.ts";

const MARKET = ["headline.priceFall", "market.hhi", "market.consumerSurplus", "market.vendorProfit"];

/** How sure each statement is, in words and in runs. */
export const uncertainty: SectionKind = {
  id: "uncertainty",
  label: { en: "How sure", zh: "有多大把握" },
  heading: { en: "How sure this is", zh: "有多大把握" },
  build(input) {
    const { evidence, lang } = input;
    if (evidence.runs < 2)
      return [
        {
          kind: "prose",
          sentences: [
            of(
              lang === "zh"
                ? "只有一次运行：它是一个例子，不是分布。加大 -n 才能谈把握。"
                : "One run is an example, not a distribution. More runs (-n) are needed to say how sure anything is.",
            ),
          ],
        },
      ];
    const items = input.baseline ? compared(input) : alone(input);
    return [{ kind: "list", items }];
  },
};

function compared(input: SectionInput): Sentence[] {
  const { evidence, subject, lang } = input;
  const zh = lang === "zh";
  const shares = movers(evidence)
    .slice(0, 4)
    .map((m) => m.path);
  return [...MARKET, ...shares].flatMap((output) => {
    const difference = evidence.read(`A-B/${output}`);
    if (!exists(difference)) return [];
    const pairs = evidence.value(`A-B/${output}#agree`, (x) => String(x));
    const what = name(capital(outputName(output, subject.scenario, lang)));
    const way = difference > 0 ? (zh ? "更高" : "higher") : zh ? "更低" : "lower";
    if (difference === 0) return [zh ? sentence`${what}：两边相同。` : sentence`${what}: the same in both.`];
    const word = certainty(pairs.value, evidence.runs, lang);
    const { gap } = unitOf(output.split(".").at(-1)!, subject.scenario.currency, lang);
    const size = evidence.value(`A-B/${output}`, gap);
    const claim = nextAgrees(pairs.value, evidence.runs) < OPEN ? word : zh ? `${word}${way}` : `${word} ${way}`;
    return [
      zh
        ? sentence`${what}：${claim}，${pairs}/${outOf(evidence)} 对运行方向一致，平均相差${size}。`
        : sentence`${what}: ${claim}; ${pairs} of ${outOf(evidence)} pairs agree, ${size} on average.`,
    ];
  });
}

function alone({ evidence, subject, lang }: SectionInput): Sentence[] {
  const zh = lang === "zh";
  const survive = subject.recordings[0].vendorIds.flatMap((id) => {
    const alive = evidence.value(`A/vendors.${id}.alive#share`, percent);
    if (alive.value === 1) return [];
    const who = name(vendorName(subject.scenario, id, lang));
    if (alive.value === 0) return [zh ? sentence`${who}在每次运行中都退出。` : sentence`${who} leaves in every run.`];
    return [
      zh ? sentence`${who}撑到期末的运行占${alive}。` : sentence`${who} is alive at the end in ${alive} of runs.`,
    ];
  });
  const shares = movers(evidence)
    .slice(0, 4)
    .map(({ vendor, path }) => {
      const [low, high] = ["p10", "p90"].map((mark) => evidence.value(`A/${path}#${mark}`, percent));
      const width = evidence.value(`A/${path}`, percent);
      const who = name(vendorName(subject.scenario, vendor, lang));
      if (low.said === high.said)
        return zh
          ? sentence`${who}期末份额为${width}，各次运行几乎一致。`
          : sentence`${who} ends with ${width} of tokens, in nearly every run.`;
      return zh
        ? sentence`${who}期末份额平均${width}，八成运行在${low}至${high}之间。`
        : sentence`${who} ends with ${width} of tokens on average, between ${low} and ${high} in eight of ten runs.`;
    });
  return [...survive, ...shares];
}
