import { FIRM, verdictWord } from "../../words/explain-words.ts";
import { percent } from "../../words/format.ts";
import type { Sentence, Value } from "./model.ts";
import { whole } from "./phrases.ts";
import type { SectionInput } from "./section.ts";
import { name, NOTHING, of, plain, sentence } from "./sentence.ts";

/** The word for the average basket; nothing where the price of competition was not computed. */
export function basketVerdict({ evidence, subject, manifest, lang }: SectionInput): Sentence {
  const { index } = subject.explanation;
  if (!manifest.nash || !index?.verdict) return NOTHING;
  const word = name(verdictWord(index, lang));
  const sure = evidence.value("A/explain.index.robustness", percent);
  if (index.robustness < FIRM)
    return lang === "zh"
      ? sentence`对一篮子平均价没有定论：平均看是${word}，但只有${sure}的拆分与运行一致。`
      : sentence`There is no firm verdict on the average basket: on average it is ${word}, but only ${sure} of splits and runs agree.`;
  return lang === "zh"
    ? sentence`对一篮子平均价的判断：${word}（${sure}的拆分与运行一致）。`
    : sentence`The verdict on the average basket is ${word}: ${sure} of splits and runs agree.`;
}

/** Product by product: how many ended how. Without the price of competition only what needs none is said. */
export function productVerdicts(input: SectionInput): Sentence[] {
  const { evidence, lang, manifest } = input;
  const zh = lang === "zh";
  const count = (word: string) => evidence.value(`A/explain.verdicts.${word}`, whole);
  const all = count("judged");
  if (all.value === 0) return [];
  const lead = zh
    ? sentence`跌幅达一成的${all} 款产品中，`
    : sentence`Of ${all} ${all.value === 1 ? "product" : "products"} that fell by a tenth or more, `;
  if (manifest.nash)
    return [
      sentence`${lead}${listed(
        ENDS.map(([word, en, tail]) => ({ count: count(word), en, zh: tail })),
        lang,
      )}${zh ? "。" : "."}`,
      ...noEquilibrium(input),
    ];
  const known = [
    { count: count("free"), en: "end free", zh: "款免费" },
    { count: count("war"), en: "end below long-run cost", zh: "款低于长期成本" },
  ];
  const rest = all.value - known[0].count.value - known[1].count.value;
  if (rest === 0) return [sentence`${lead}${listed(known, lang)}${zh ? "。" : "."}`];
  const said =
    rest === all.value
      ? of(zh ? "没有一款免费或低于长期成本" : "none ends free or below long-run cost")
      : listed(known, lang);
  return [
    zh
      ? sentence`${lead}${said}；其余是价格战、竞争还是成本传导，要与纯竞争（纳什）价格相比才能判断。`
      : sentence`${lead}${said}; whether the others are price war, competition or cost passed on takes the price of competition (Nash) to tell.`,
  ];
}

const ENDS = [
  ["free", "end free", "款免费"],
  ["war", "in a price war", "款属价格战"],
  ["competition", "in competition", "款属竞争"],
  ["pass-through", "by cost passed on", "款属成本传导"],
] as const;

/** “5 end free, 9 in a price war and 4 in competition”: what there is none of is left out. */
function listed(
  items: readonly { readonly count: Value; readonly en: string; readonly zh: string }[],
  lang: SectionInput["lang"],
): Sentence {
  const some = items.filter(({ count }) => count.value > 0);
  return some
    .map(({ count, en, zh }) => (lang === "zh" ? sentence`${count} ${zh}` : sentence`${count} ${en}`))
    .reduce((a, b, k) => {
      const between = lang === "zh" ? "，" : k === some.length - 1 ? " and " : ", ";
      return sentence`${a}${plain(between)}${b}`;
    });
}

function noEquilibrium({ evidence, lang }: SectionInput): Sentence[] {
  const [found, runs] = ["nashFound", "runs"].map((key) => evidence.value(`A/explain.${key}`, whole));
  if (found.value === runs.value) return [];
  return [
    lang === "zh"
      ? sentence`${runs} 次运行中只有${found} 次找到纯策略均衡，其余取最优反应变动区间的下端。`
      : sentence`An equilibrium in pure strategies was found in ${found} of ${runs} runs; elsewhere verdicts use the low end of best replies.`,
  ];
}
