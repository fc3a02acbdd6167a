import {
  costPart,
  type Explained,
  findSeries,
  type GrowthCause,
  isBelowCost,
  type Language,
  parsePath,
  type PriceVerdict,
  type Said,
  say,
  type Scenario,
  type ShareCause,
  type Split,
  type Text,
} from "../engine/index.ts";
import { change, percent, price, signed } from "./format.ts";
import { outputFormat } from "./output-words.ts";
import { zhJoin } from "./punctuation.ts";
import { vendorName } from "./names.ts";
import { type Spoken, spoken } from "./series-words.ts";

/** The words for a verdict; verdictWord adds where a price ends below cost. */
export const VERDICT: Readonly<Record<NonNullable<PriceVerdict> | "none", Text>> = {
  free: { en: "free", zh: "免费" },
  war: { en: "price war", zh: "价格战" },
  "pass-through": { en: "pass-through", zh: "成本传导" },
  competition: { en: "competition", zh: "竞争" },
  margin: { en: "margin won back", zh: "收回毛利" },
  both: { en: "cost and margin", zh: "成本与毛利兼有" },
  undetermined: { en: "undetermined", zh: "尚无定论" },
  none: { en: "no verdict", zh: "不作判断" },
};

export const PARTS: Readonly<Record<keyof Split["symmetric"], Text>> = {
  hardware: { en: "hardware", zh: "硬件" },
  technology: { en: "technology", zh: "推理技术" },
  learning: { en: "learning", zh: "经验" },
  scale: { en: "scale", zh: "规模" },
  scheduling: { en: "scheduling", zh: "调度" },
  margin: { en: "margin", zh: "毛利" },
};

/** Every part of every split. */
export const PART_WORDS = {
  ...PARTS,
  cost: { en: "cost", zh: "成本" },
  competition: { en: "competition", zh: "竞争" },
  conduct: { en: "conduct", zh: "厂商行为" },
} as const satisfies Readonly<Record<string, Text>>;

const belowCost: Said<(word: string) => string> = {
  en: (word) => `${word}, below cost`,
  zh: (word) => `${word}，低于成本`,
};

export function verdictWord({ verdict, split }: Pick<Explained, "verdict" | "split">, lang: Language): string {
  const word = say(VERDICT[verdict ?? "none"], lang);
  return verdict !== null && verdict !== "free" && verdict !== "undetermined" && isBelowCost(split)
    ? say(belowCost, lang)(word)
    : word;
}

/** Share of a fall that is not cost, by split; NaN where the change is under a tenth: a share of little says little. */
export function marginShare(split: Split): Readonly<Record<"symmetric" | "absolute" | "nash", number>> {
  const fall = split.from - split.to;
  const of = (part: number) => (split.from > 0 && Math.abs(fall) >= 0.1 * split.from ? -part / fall : NaN);
  return { symmetric: of(split.symmetric.margin), absolute: of(split.absolute.margin), nash: of(split.nash.conduct) };
}

type Prices = readonly [was: string, now: string];

const unjudged: Said<(name: string, prices: Prices, change: string) => string> = {
  en: (name, [was, now], moved) =>
    `${name}: ${was} → ${now} (${moved}); a change of less than a tenth gets no verdict.`,
  zh: (name, [was, now], moved) => `${name}：${was} → ${now}（${moved}），变动不到一成，不作判断。`,
};
interface Judged {
  readonly name: string;
  readonly prices: Prices;
  readonly rose: boolean;
  readonly cost: string; // its part at the markup held
  readonly margin: string;
  readonly verdict: string;
}
const judged: Said<(told: Judged) => string> = {
  en: ({ name, prices: [was, now], rose, cost, margin, verdict }) =>
    `${name} ${rose ? "rose" : "fell"} from ${was} to ${now}: cost ${cost}, margin ${margin}. Verdict: ${verdict}.`,
  zh: ({ name, prices: [was, now], rose, cost, margin, verdict }) =>
    `${zhJoin(name, "从", was, rose ? "升到" : "降到", now)}：其中成本 ${cost}，毛利 ${margin}。判断：${verdict}。`,
};

/** One plain sentence: how far the price moved, how much of it is cost, the verdict and how firm it is. */
export function explainedSentence(name: string, e: Explained, lang: Language): string {
  const { split, verdict } = e;
  const prices = [price(split.from, lang), price(split.to, lang)] as const;
  if (verdict === null)
    return say(unjudged, lang)(name, prices, split.from > 0 ? change(split.to / split.from - 1) : "–");
  const [cost, margin] = [costPart(split.symmetric), split.symmetric.margin].map(signed);
  return say(judged, lang)({ name, prices, rose: split.to > split.from, cost, margin, verdict: firmness(e, lang) });
}

const firm: Said<(word: string, sure: string) => string> = {
  en: (word, sure) => `${word} (${sure} of runs agree)`,
  zh: (word, sure) => `${word}（${sure} 的运行同意）`,
};
const open: Said<(word: string, sure: string) => string> = {
  en: (word, sure) => `undetermined; most often ${word}, but only ${sure} of runs say so`,
  zh: (word, sure) => `尚无定论；最常见的是${word}，但只有 ${sure} 的运行如此`,
};

/** The verdict with how many agree; where too few do, what most of them say. */
const firmness = (e: Explained, lang: Language): string =>
  say(e.verdict === "undetermined" ? open : firm, lang)(
    verdictWord({ ...e, verdict: e.leading }, lang),
    percent(e.robustness),
  );

export const SHARE_WORDS: Readonly<Record<ShareCause, Text>> = {
  price: { en: "price", zh: "价格" },
  quality: { en: "quality", zh: "质量" },
  switching: { en: "switching cost", zh: "转换成本" },
  ecosystem: { en: "ecosystem", zh: "生态" },
  brand: { en: "brand and trust", zh: "品牌与信任" },
};

export const GROWTH_WORDS: Readonly<Record<GrowthCause, Text>> = {
  price: { en: "price cuts", zh: "降价" },
  entry: { en: "new applications", zh: "新应用" },
  awareness: { en: "awareness", zh: "知名度" },
  needs: { en: "needs that grow by themselves", zh: "需求自然增长" },
};

/** A value of a series in its unit, and a difference of two. */
export const outcomeFormat = (path: string, currency: string, lang: Language): Spoken =>
  spoken(outputFormat(path), currency, lang);

const ownedBy: Said<(owner: string, label: string) => string> = {
  en: (owner, label) => `${owner}: ${label.toLowerCase()}`,
  zh: (owner, label) => `${owner} ${label}`,
};

/** A series by its path, in words: its metric, and whose it is. */
export function outcomeName(path: string, s: Scenario, lang: Language): string {
  const at = parsePath(path);
  const found = at && findSeries(at);
  if (!found) return path;
  const label = say(found.label, lang);
  return at.id === "" ? label : say(ownedBy, lang)(vendorName(s, at.id, lang), label);
}
