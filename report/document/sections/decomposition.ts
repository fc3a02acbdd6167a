import { figures } from "../../figures/index.ts";
import { SPLITS } from "../../../engine/index.ts";
import { verdictWord } from "../../../words/explain-words.ts";
import { percent, price, priceUnit } from "../../../words/format.ts";
import { fullName } from "../../../words/names.ts";
import type { Block, Sentence } from "../model.ts";
import { cell } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { name, of, sentence } from "../sentence.ts";
import { basketVerdict, productVerdicts } from "../verdicts.ts";
import { decomposition as told } from "./summary.ts";

/** What made prices fall: the waterfall, then product by product. */
export const decomposition: SectionKind = {
  id: "decomposition",
  label: { en: "Cost or margin", zh: "成本还是让利" },
  heading: { en: "Cost passed on, or margin given up?", zh: "是成本传导，还是让利？" },
  build(input) {
    const lead = told(input);
    if (lead.parts.length === 0) return [];
    const figure = figures.get("waterfall").build(input.figures);
    const prose: Block = {
      kind: "prose",
      sentences: [lead, basketVerdict(input), ...productVerdicts(input)].filter((s) => s.parts.length > 0),
    };
    return [prose, ...(figure ? [{ kind: "figure", figure } as const] : []), ...byProduct(input)];
  },
};

const fell = (from: number, to: number) => from > 0 && (from - to) / from >= 0.1;

function byProduct(input: SectionInput): Block[] {
  const { evidence, subject, lang, manifest } = input;
  const zh = lang === "zh";
  const { products } = subject.explanation;
  const shown = products.filter(({ split }) => fell(split.from, split.to));
  if (shown.length === 0) return [];
  const verdicts = manifest.nash;
  const splits = SPLITS.filter((s) => s !== "nash" || verdicts);
  const rows = shown.map((e): readonly Sentence[] => {
    const at = (key: string) => cell(evidence.value(`A/explain.products.${e.id}.split.${key}`, (x) => price(x, lang)));
    const share = (s: string) => cell(evidence.value(`A/explain.products.${e.id}.marginShare.${s}`, percent));
    const who = fullName(subject.scenario, e.id, lang);
    const sure = evidence.value(`A/explain.products.${e.id}.robustness`, percent);
    const word = zh
      ? sentence`${name(verdictWord(e, lang))}（${sure}）`
      : sentence`${name(verdictWord(e, lang))} (${sure})`;
    return [of(name(who)), at("from"), at("to"), at("costTo"), ...splits.map(share), ...(verdicts ? [word] : [])];
  });
  const unit = priceUnit(subject.scenario.currency, lang).trim();
  const labels = {
    symmetric: zh ? "让利（倍数不变）" : "Margin, markup held",
    absolute: zh ? "让利（逐元）" : "Margin, one for one",
    nash: zh ? "让利（对纳什）" : "Margin, vs Nash",
  };
  return [
    {
      kind: "table",
      table: {
        caption: zh
          ? `跌幅至少一成的产品；价格与成本为${unit}`
          : `Products that fell by a tenth or more; prices and costs in ${unit}`,
        head: [
          ...(zh ? ["产品", "原价", "现价", "现成本"] : ["Product", "Was", "Is", "Cost now"]),
          ...splits.map((s) => labels[s]),
          ...(verdicts ? [zh ? "判断（把握）" : "Verdict (agreement)"] : []),
        ],
        rows,
        words: verdicts ? [4 + splits.length] : [],
      },
    },
  ];
}
