import { percent } from "../../../words/format.ts";
import { vendorName } from "../../../words/names.ts";
import type { Sentence } from "../model.ts";
import { sinceStart, WORTH_SAYING } from "../movers.ts";
import { course, exists, sensible } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { name, of, paragraph, sentence } from "../sentence.ts";
import { soloBenefits } from "./summary.ts";

/** For a class: what to predict before turning the page. Answers follow in the sections below. */
export const questions: SectionKind = {
  id: "questions",
  label: { en: "Questions for a class", zh: "课堂问题" },
  heading: { en: "Before you read on: predict", zh: "先猜一猜" },
  build: ({ subject, lang }) => {
    const zh = lang === "zh";
    const who = Object.values(subject.scenario.vendors).length;
    const items = zh
      ? [
          "目录价会跌多少？先写下你的数字，再往下看。",
          who > 1 ? "谁的份额涨得最多，谁丢得最多？为什么？" : "只有一家厂商时，它有理由降价吗？",
          "跌价里有多少是成本下降，多少是让利？",
          "用户与厂商，谁从降价中得利更多？",
          "去掉哪一个条件，结局会完全不同？",
        ]
      : [
          "How far will list prices fall? Write your number down before you look.",
          who > 1 ? "Who gains most share, who loses most, and why?" : "With one vendor only, has it a reason to cut?",
          "How much of the fall is cost, how much margin given up?",
          "Who gains more from the cuts, users or vendors?",
          "Which one condition would you remove to change the ending?",
        ];
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

function prices({ evidence, lang }: SectionInput): Sentence {
  const fell = course(evidence, "A/headline.priceFall", lang);
  return lang === "zh" ? sentence`目录价${fell}。` : sentence`List prices ${fell}.`;
}

/** Who won most and who lost most, each against its own start: what was asked, whatever the run is held against. */
function shares({ evidence, subject, lang }: SectionInput): Sentence[] {
  const zh = lang === "zh";
  const moved = sinceStart(evidence).toSorted((a, b) => b.change - a.change);
  const ends = [moved.find((m) => m.change >= WORTH_SAYING), moved.findLast((m) => m.change <= -WORTH_SAYING)];
  const ways = zh ? ["涨得最多的是", "丢得最多的是"] : ["gains most", "loses most"];
  const said = ends.flatMap((mover, k): Sentence[] => {
    if (!mover) return [];
    const [from, to] = [`A/${mover.path}:start`, `A/${mover.path}`].map((p) => evidence.value(p, percent));
    const who = name(vendorName(subject.scenario, mover.vendor, lang));
    return [
      zh
        ? sentence`份额${ways[k]}${who}：从${from}到${to}。`
        : sentence`${who} ${ways[k]}, from ${from} to ${to} of tokens.`,
    ];
  });
  return said.length > 0 ? [paragraph(said, lang)] : [];
}

function margins({ evidence, lang }: SectionInput): Sentence[] {
  const [most, least] = ["symmetric", "absolute"].map((s) =>
    evidence.value(`A/explain.index.marginShare.${s}`, percent),
  );
  if (!exists(most.value, least.value) || !sensible(most.value) || !sensible(least.value)) return [];
  return [
    lang === "zh"
      ? sentence`让利占跌幅的${most}（假定加价倍数不变）或${least}（假定成本每降一元售价降一元），其余是成本。`
      : sentence`Margin given up is ${most} of the fall if markups are held, ${least} if price falls one for one with cost; the rest is cost.`,
  ];
}
