import { money, number, percent, points, price, priceUnit } from "../../../words/format.ts";
import { productName, vendorName } from "../../../words/names.ts";
import { nextAgrees, OPEN } from "../evidence.ts";
import type { Sentence } from "../model.ts";
import { movers, WORTH_SAYING } from "../movers.ts";
import { course, exists, sensible, interval, outOf, spread, sure, whole } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { basketVerdict } from "../verdicts.ts";
import { day, name, names, NOTHING, of, sentence, textOf } from "../sentence.ts";

/** The report in one paragraph: prices, shares, who benefits, how much was cost, who is free or gone. */
export const summary: SectionKind = {
  id: "summary",
  label: { en: "Summary", zh: "摘要" },
  heading: { en: "", zh: "" },
  build(input) {
    const parts = input.baseline ? [prices, shares, benefits] : [soloPrices, soloShares, soloBenefits];
    const sentences = [...parts, decomposition, basketVerdict, ends, exits].map((told) => told(input));
    return [{ kind: "prose", sentences: sentences.filter((s) => s.parts.length > 0), together: true }];
  },
};

function prices({ evidence, subject, baseline, lang }: SectionInput): Sentence {
  const zh = lang === "zh";
  const [a, b] = ["A", "B"].map((arm) => course(evidence, `${arm}/headline.priceFall`, lang));
  const [titleA, titleB] = [subject, baseline!].map(({ scenario }) => name(scenario.title[lang]));
  const how = verdict(
    { evidence, lang },
    "headline.priceFall",
    zh ? ["跌得更深", "跌得更少"] : ["a larger fall", "a smaller fall"],
  );
  const end = zh ? "。" : ".";
  if (evidence.runs < 2) {
    return zh
      ? sentence`一次配对运行中，“${titleA}”的目录价${a}，“${titleB}”${b}${end}`
      : sentence`In one pair of runs, list prices ${a} in “${titleA}” and ${b} in “${titleB}”${end}`;
  }
  if (textOf(a) === textOf(b))
    return zh
      ? sentence`${outOf(evidence)} 次配对运行中，“${titleA}”与“${titleB}”的目录价平均都${a}${end}`
      : sentence`Over ${outOf(evidence)} paired runs, list prices ${a} on average in both “${titleA}” and “${titleB}”${end}`;
  return zh
    ? sentence`${outOf(evidence)} 次配对运行中，“${titleA}”的目录价平均${a}，“${titleB}”${b}：${how}${end}`
    : sentence`Over ${outOf(evidence)} paired runs, list prices ${a} on average in “${titleA}” and ${b} in “${titleB}”: ${how}${end}`;
}

/** “almost certainly lower (20 of 20 pairs)”; open where pairs do not agree. */
function verdict(
  { evidence, lang }: Pick<SectionInput, "evidence" | "lang">,
  output: string,
  [more, less]: readonly string[],
): Sentence {
  if (evidence.runs < 2 || evidence.read(`A-B/${output}`) === 0) return NOTHING;
  const { word, pairs } = sure(evidence, output, lang);
  const way = evidence.read(`A-B/${output}`) > 0 ? more : less;
  const runs = outOf(evidence);
  if (nextAgrees(pairs.value, runs.value) < OPEN)
    return lang === "zh"
      ? sentence`孰高孰低难说，${runs} 对中同向的只有${pairs} 对`
      : sentence`which way is an open question, as only ${pairs} of ${runs} pairs agree`;
  return lang === "zh"
    ? sentence`${word}${way}，${runs} 对中有${pairs} 对如此`
    : sentence`${word} ${way}, in ${pairs} of ${runs} pairs`;
}

function shares({ evidence, subject, lang }: SectionInput): Sentence {
  const zh = lang === "zh";
  const [most] = movers(evidence);
  if (!most) return NOTHING;
  if (Math.abs(most.change) < WORTH_SAYING)
    return of(zh ? "各家期末份额与基准相差不到半个百分点。" : "No vendor’s share at the end differs by half a point.");
  const who = name(vendorName(subject.scenario, most.vendor, lang));
  const [to, from] = ["A", "B"].map((arm) => evidence.value(`${arm}/${most.path}`, percent));
  const gap = evidence.value(`A-B/${most.path}`, (x) => points(x, lang));
  const doubt = interval(evidence, most.path, (x) => points(x, lang), lang);
  const how = verdict({ evidence, lang }, most.path, zh ? ["更高", "更低"] : ["higher", "lower"]);
  const tail = how.parts.length > 0 ? (zh ? sentence`，${how}` : sentence`, ${how}`) : NOTHING;
  return zh
    ? sentence`期末 token 份额差别最大的是${who}：${to}，基准为${from}，相差${gap}${doubt}${tail}。`
    : sentence`${who}’s share of tokens at the end differs most: ${to} against ${from}, ${gap}${doubt}${tail}.`;
}

export function benefits({ evidence, subject, lang }: SectionInput): Sentence {
  const zh = lang === "zh";
  const { currency } = subject.scenario;
  const size = (x: number) => money(Math.abs(x), currency, lang);
  const [users, vendors] = ["consumerSurplus", "vendorProfit"].map((m) => evidence.value(`A-B/market.${m}`, size));
  if (!exists(users.value, vendors.value)) return NOTHING;
  if (users.value === 0 && vendors.value === 0)
    return of(zh ? "期末的用户剩余与厂商毛利与基准相同。" : "Users’ surplus and vendors’ gross profit end the same.");
  const more = (x: number) => (zh ? (x >= 0 ? "多" : "少") : x >= 0 ? "more" : "less");
  const how = verdict({ evidence, lang }, "market.consumerSurplus", zh ? ["更多", "更少"] : ["more", "less"]);
  const tail = how.parts.length > 0 ? (zh ? sentence`（${how}）` : sentence` (${how})`) : NOTHING;
  return zh
    ? sentence`期末每周，用户剩余${more(users.value)}${users}${tail}，厂商毛利${more(vendors.value)}${vendors}。`
    : sentence`In the last week users’ surplus is ${users} ${more(users.value)}${tail} and vendors’ gross profit ${vendors} ${more(vendors.value)}.`;
}

function soloPrices({ evidence, subject, lang }: SectionInput): Sentence {
  const zh = lang === "zh";
  const { dates } = subject.recordings[0];
  const [from, to] = [day(dates[0], lang), day(dates[dates.length - 1], lang)];
  if (dates.length === 1)
    return zh
      ? sentence`只记录了${from}一天：没有变化可言。`
      : sentence`Only one day is recorded, ${from}: there is no change to speak of.`;
  const fell = course(evidence, "A/headline.priceFall", lang);
  const doubt = spread(evidence, "A/headline.priceFall", percent, lang);
  const moves = evidence.value("A/headline.moves", whole);
  if (moves.value === 0)
    return zh
      ? sentence`${outOf(evidence)} 次运行中，${from}至${to}没有人调价。`
      : sentence`Over ${outOf(evidence)} ${evidence.runs === 1 ? "run" : "runs"} from ${from} to ${to} nobody moves a price.`;
  if (evidence.runs === 1)
    return zh
      ? sentence`一次运行中，${from}至${to}目录价${fell}，共调价${moves} 次；只有一次运行，谈不上波动范围。`
      : sentence`In one run, from ${from} to ${to}, list prices ${fell} over ${moves} moves; a single run says nothing about the range.`;
  return zh
    ? sentence`${outOf(evidence)} 次运行中，${from}至${to}目录价平均${fell}${doubt}，平均调价${moves} 次。`
    : sentence`Over ${outOf(evidence)} runs from ${from} to ${to}, list prices ${fell} on average${doubt}, in ${moves} moves.`;
}

function soloShares({ evidence, subject, lang }: SectionInput): Sentence {
  const zh = lang === "zh";
  const moved = movers(evidence);
  const [most] = moved;
  if (!most) return of(zh ? "没有售出任何 token，份额无从谈起。" : "No tokens are sold, so there are no shares.");
  const who = name(vendorName(subject.scenario, most.vendor, lang));
  if (subject.recordings[0].vendorIds.length === 1)
    return zh
      ? sentence`市场上只有${who}一家厂商，没有份额之争。`
      : sentence`${who} is the only vendor, so nobody contests shares.`;
  if (Math.abs(most.change) < WORTH_SAYING)
    return of(zh ? "各家份额变化不到半个百分点。" : "No share changes by half a point.");
  const to = evidence.value(`A/${most.path}`, percent);
  const from = evidence.value(`A/${most.path}:start`, percent);
  const doubt = spread(evidence, `A/${most.path}`, percent, lang);
  return zh
    ? sentence`份额变化最大的是${who}：期初占 token 的${from}，期末${to}${doubt}。`
    : sentence`${who}’s share of tokens changes most: ${from} at the start, ${to} at the end${doubt}.`;
}

export function soloBenefits({ evidence, subject, lang }: SectionInput): Sentence {
  const zh = lang === "zh";
  if (subject.recordings[0].dates.length === 1) return NOTHING;
  const { currency } = subject.scenario;
  const size = (x: number) => money(Math.abs(x), currency, lang);
  const [users, vendors] = ["surplusGain", "profitGain"].map((m) => evidence.value(`A/headline.${m}`, size));
  const times = evidence.value("A/headline.tokenGrowth", number);
  if (!exists(users.value, vendors.value, times.value)) return NOTHING;
  const more = (x: number) => (zh ? (x >= 0 ? "增加" : "减少") : x >= 0 ? "higher" : "lower");
  return zh
    ? sentence`期末与期初相比，每周用户剩余${more(users.value)}${users}，厂商毛利${more(vendors.value)}${vendors}；token 量是期初的${times} 倍。`
    : sentence`Against the start, users’ surplus a week is ${users} ${more(users.value)}, vendors’ gross profit ${vendors} ${more(vendors.value)}, and ${times} times the tokens are used.`;
}

/** How much of the fall cost explains, both ways of counting. */
export function decomposition({ evidence, subject, lang }: SectionInput): Sentence {
  const zh = lang === "zh";
  const at = (key: string) => evidence.value(`A/explain.index.split.${key}`, (x) => price(x, lang));
  const [from, to] = [at("from"), at("to")];
  const share = ["symmetric", "absolute"].map((s) => evidence.value(`A/explain.index.marginShare.${s}`, percent));
  if (!exists(from.value, to.value, ...share.map((s) => s.value))) return NOTHING;
  const unit = name(priceUnit(subject.scenario.currency, lang).trim());
  if (share.some((s) => !sensible(s.value)))
    return zh
      ? sentence`期初期末都在售的产品，平均价从${from}降到${to}（${unit}）；成本与价格走得太远，按加价倍数拆分得不出有意义的份额。`
      : sentence`Products on sale throughout fell from ${from} to ${to} (${unit}); cost and price have grown so far apart that shares of the fall mean nothing.`;
  return zh
    ? sentence`期初期末都在售的产品，平均价从${from}降到${to}（${unit}）；其中让利所占的份额，假定加价倍数不变（售价随成本同比例下降）为${share[0]}，假定成本每降一元售价降一元为${share[1]}；其余是成本。`
    : sentence`Products on sale throughout fell from ${from} to ${to} (${unit}); of that fall ${share[0]} is margin given up if markups are held (price falls in proportion to cost), ${share[1]} if price falls one for one with cost; the rest is cost.`;
}

function ends({ evidence, subject, lang }: SectionInput): Sentence {
  const zh = lang === "zh";
  const [free, below] = ["free", "belowCost"].map((key) => evidence.value(`A/headline.${key}`, whole));
  const given = freeNames(subject.recordings[0]).map((id) => productName(subject.scenario, id, lang));
  if (free.value === 0 && below.value === 0)
    return of(
      zh ? "期末没有免费的产品，也没有低于成本的售价。" : "At the end nothing is free and nothing sells below cost.",
    );
  const who =
    given.length > 0 && given.length <= 4
      ? zh
        ? sentence`（${names(given, lang)}）`
        : sentence` (${names(given, lang)})`
      : NOTHING;
  if (below.value === 0)
    return zh
      ? sentence`期末有${free} 款产品免费${who}，没有低于成本的售价。`
      : sentence`At the end ${count(free)} free${who}; nothing else sells below cost.`;
  if (free.value === 0)
    return zh
      ? sentence`期末有${below} 款产品以低于单位成本的价格出售。`
      : sentence`At the end ${count(below)} sold below unit cost.`;
  return zh
    ? sentence`期末有${free} 款产品免费${who}，另有${below} 款以低于单位成本的价格出售。`
    : sentence`At the end ${count(free)} free${who} and ${below} more sell below unit cost.`;
}

const count = (value: ReturnType<SectionInput["evidence"]["value"]>): Sentence =>
  value.value === 1 ? sentence`${value} product is` : sentence`${value} products are`;

function freeNames(r: SectionInput["subject"]["recordings"][0]): string[] {
  const at = (r.dates.length - 1) * r.productIds.length;
  const { live, priceInput, priceOutput } = r.product;
  return r.productIds.filter((_, j) => live[at + j] === 1 && priceInput[at + j] === 0 && priceOutput[at + j] === 0);
}

/** Who is gone at the end, and in how many runs. */
function exits({ evidence, subject, lang }: SectionInput): Sentence {
  const zh = lang === "zh";
  const gone = subject.recordings[0].vendorIds.filter((id) => evidence.read(`A/vendors.${id}.alive`) < 1);
  if (gone.length === 0) return NOTHING;
  const said = gone.slice(0, 3).map((id) => {
    const who = name(vendorName(subject.scenario, id, lang));
    const alive = evidence.value(`A/vendors.${id}.alive#share`, percent);
    return zh ? sentence`${who}（撑到期末的运行占${alive}）` : sentence`${who} (alive at the end in ${alive} of runs)`;
  });
  const listed = said.reduce((a, b) => (zh ? sentence`${a}、${b}` : sentence`${a}, ${b}`));
  return zh ? sentence`退出市场的有：${listed}。` : sentence`Vendors that leave: ${listed}.`;
}
