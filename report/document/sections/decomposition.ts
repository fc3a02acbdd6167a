import { say, SPLITS } from "../../../engine/index.ts";
import { verdictWord } from "../../../words/explain-words.ts";
import { percent, price, priceUnit } from "../../../words/format.ts";
import { fullName } from "../../../words/names.ts";
import { figures } from "../../figures/index.ts";
import type { Block, Sentence } from "../model.ts";
import { cell } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { joined, name, of } from "../sentence.ts";
import { basketVerdict, productVerdicts } from "../verdicts.ts";
import { decomposition as told } from "./summary.ts";
import { inParentheses } from "./summary-words.ts";
import { AGREEMENT, moved, MOVED_HEAD, MARGINS } from "./table-words.ts";

/** What made prices fall: the waterfall, then product by product. */
export const decomposition: SectionKind = {
  id: "decomposition",
  label: { en: "Cost or margin", zh: "成本还是让利" },
  heading: { en: "Cost passed on and margin given up", zh: "成本传导与让利" },
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

function byProduct({ evidence, subject, lang, manifest }: SectionInput): Block[] {
  const { scenario, explanation } = subject;
  const shown = explanation.products.filter(({ verdict }) => verdict !== null);
  if (shown.length === 0) return [];
  const verdicts = manifest.nash;
  const splits = SPLITS.filter((s) => s !== "nash" || verdicts);
  const rows = shown.map((e): readonly Sentence[] => {
    const path = `A/explain.products.${e.id}`;
    const at = (key: string) => cell(evidence.value(`${path}.split.${key}`, (x) => price(x, lang)));
    const share = (s: string) => cell(evidence.value(`${path}.marginShare.${s}`, percent));
    const sure = say(inParentheses, lang)(of(evidence.value(`${path}.robustness`, percent)));
    const word = joined([of(name(verdictWord(e, lang))), sure]);
    const who = of(name(fullName(scenario, e.id, lang)));
    return [who, at("from"), at("to"), at("costTo"), ...splits.map(share), ...(verdicts ? [word] : [])];
  });
  const head = [
    ...say(MOVED_HEAD, lang),
    ...splits.map((s) => say(MARGINS[s], lang)),
    ...(verdicts ? [say(AGREEMENT, lang)] : []),
  ];
  const caption = say(moved, lang)(priceUnit(scenario.currency, lang).trim());
  return [{ kind: "table", table: { caption, head, rows, words: verdicts ? [4 + splits.length] : [] } }];
}
