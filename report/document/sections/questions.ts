import { percent } from "../../format.ts";
import { vendorName } from "../../names.ts";
import type { Sentence } from "../model.ts";
import { movers, WORTH_SAYING } from "../movers.ts";
import { course, exists, sensible } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { name, of, paragraph, say } from "../sentence.ts";
import { benefits, soloBenefits } from "./summary.ts";

/** For a class: what to predict before turning the page. Answers follow in the sections below. */
export const questions: SectionKind = {
  id: "questions",
  label: { en: "Questions for a class", zh: "课堂问题" },
  heading: { en: "Before you read on: predict", zh: "先猜一猜" },
  build: ({ subject, lang }) => {
    const zh = lang === "zh";
    const who = Object.values(subject.scenario.vendors).length;
    const items = zh
      ? ["目录价会跌多少？画出你的价格曲线再往下看。", who > 1 ? "谁的份额涨得最多，谁丢得最多？为什么？" : "只有一家厂商时，它有理由降价吗？", "跌价里有多少是成本下降，多少是让利？", "用户与厂商，谁从降价中得利更多？", "去掉哪一个条件，结局会完全不同？"] // prettier-ignore
      : ["How far will list prices fall? Draw your line before you look.", who > 1 ? "Who gains most share, who loses most, and why?" : "With one vendor only, has it a reason to cut?", "How much of the fall is cost, how much margin given up?", "Who gains more from the cuts, users or vendors?", "Which one condition would you remove to change the ending?"]; // prettier-ignore
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
      items: [prices(input), ...shares(input), ...margins(input), gains(input)].filter((s) => s.parts.length > 0),
    },
  ],
};

const gains = (input: SectionInput): Sentence => (input.baseline ? benefits(input) : soloBenefits(input));

function prices({ evidence, lang }: SectionInput): Sentence {
  const fell = course(evidence, "A/headline.priceFall", lang);
  return lang === "zh" ? say`目录价${fell}。` : say`List prices ${fell}.`;
}

function shares({ evidence, subject, lang }: SectionInput): Sentence[] {
  const zh = lang === "zh";
  const said = movers(evidence)
    .slice(0, 2)
    .filter((m) => Math.abs(m.change) >= WORTH_SAYING)
    .map(({ vendor, path }) => {
      const [from, to] = [`A/${path}:start`, `A/${path}`].map((p) => evidence.value(p, percent));
      const who = name(vendorName(subject.scenario, vendor, lang));
      return zh ? say`${who}的份额从${from}变为${to}。` : say`${who} goes from ${from} to ${to} of tokens.`;
    });
  return said.length > 0 ? [paragraph(said, lang)] : [];
}

function margins({ evidence, lang }: SectionInput): Sentence[] {
  const [most, least] = ["symmetric", "absolute"].map((s) => evidence.value(`A/explain.index.marginShare.${s}`, percent)); // prettier-ignore
  if (!exists(most.value, least.value) || !sensible(most.value) || !sensible(least.value)) return [];
  return [
    lang === "zh"
      ? say`让利占跌幅的${most}（加价倍数不变）或${least}（逐元）。`
      : say`Margin is ${most} of the fall with markups held, ${least} one for one.`,
  ];
}
