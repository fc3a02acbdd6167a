import { type Explained, type Explanation, type Language, type Scenario } from "../../engine/index.ts";
import { explainedSentence, marginShare, PARTS, verdictWord } from "../../words/explain-words.ts";
import { date, number, percent, price, priceUnit } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";

type Part = keyof typeof PARTS;

/** Pass-through or price war, as a person reads it in a terminal. */
export function explainText(found: Explanation, s: Scenario, lang: Language): string {
  const zh = lang === "zh";
  const head = zh
    ? `${s.title.zh}  ${date(found.from, lang)} 至 ${date(found.to, lang)}，${found.runs} 次运行`
    : `${s.title.en}  ${date(found.from, lang)} to ${date(found.to, lang)}, ${found.runs} runs`;
  const basket = zh ? "一篮子平均价" : "The average basket";
  return [
    head,
    found.index ? paragraph(explainedSentence(basket, found.index, lang)) : "",
    "",
    waterfall(found.index, s, lang),
    zh ? "三种算法（不归成本的部分占跌幅的比例）" : "Three ways to count (share of the fall that is not cost)",
    threeWays(found, s, lang),
    NOTES[lang].map((note) => paragraph(note)).join("\n"),
    nashNote(found, lang),
  ].join("\n");
}

/** What made the basket's price fall, part by part, with the middle eight of ten runs. */
function waterfall(index: Explained | null, s: Scenario, lang: Language): string {
  if (!index) return "";
  const zh = lang === "zh";
  const table = plainTable(
    [zh ? "价格为什么变" : "What moved the price", priceUnit(s.currency, lang), zh ? "十次中八次" : "8 of 10 runs", ""],
    [1],
  );
  const { split, low, high } = index;
  const scale = Math.max(split.from, split.to, 1e-12);
  table.push([date0(zh, true), number(split.from), "", bar(split.from / scale, "█")]);
  for (const part of Object.keys(PARTS) as Part[]) {
    const x = split.symmetric[part];
    const band = `${number(low.symmetric[part])} – ${number(high.symmetric[part])}`;
    table.push([PARTS[part][lang], signed(x), band, bar(Math.abs(x) / scale, part === "margin" ? "█" : "▒")]);
  }
  table.push([date0(zh, false), number(split.to), "", bar(split.to / scale, "█")]);
  return `${table.toString()}\n`;
}

const date0 = (zh: boolean, first: boolean) => (zh ? (first ? "起始价" : "期末价") : first ? "then" : "now");
const signed = (x: number) => (x > 0 ? `+${number(x)}` : number(x));
const bar = (share: number, glyph: string) => glyph.repeat(Math.round(24 * Math.min(1, share)));

function threeWays(found: Explanation, s: Scenario, lang: Language): string {
  const zh = lang === "zh";
  const head = zh
    ? ["产品", "起始价", "期末价", "成本", "Nash 价", "保持倍数", "逐元", "对 Nash", "判断", "稳健度"]
    : ["product", "then", "now", "cost", "Nash", "markup", "1 : 1", "v. Nash", "verdict", "robust"];
  const table = plainTable(head, [1, 2, 3, 4, 5, 6, 7, 9]);
  const named = found.products.map((e) => {
    const name = `${vendorName(s, e.id.split(".")[0], lang)} ${productName(s, e.id, lang)}`;
    return { e, name: e.launched ? `${name} *` : name };
  });
  for (const { e, name } of [...named, ...vendorRows(found, s, lang)]) table.push(cells(name, e, lang));
  return `${table.toString()}\n`;
}

function vendorRows({ vendors, index }: Explanation, s: Scenario, lang: Language) {
  const all = lang === "zh" ? "全部" : "all of";
  const rows = vendors.map((e) => ({ e, name: `${all} ${vendorName(s, e.id, lang)}` }));
  return index ? [...rows, { e: index, name: lang === "zh" ? "一篮子" : "the basket" }] : rows;
}

function cells(name: string, e: Explained, lang: Language): string[] {
  const { split, verdict, robustness } = e;
  const share = marginShare(split);
  const way = (x: number) => (Number.isFinite(x) ? percent(x) : "–");
  const numbers = [price(split.from, lang), price(split.to, lang), number(split.costTo), number(split.nashTo)];
  const ways = [way(share.symmetric), way(share.absolute), way(share.nash)];
  return [
    name,
    ...numbers,
    ...ways,
    verdict === null ? "–" : verdictWord(e, lang),
    verdict === null ? "–" : percent(robustness),
  ];
}

const NOTES = {
  en: [
    "markup: sellers keep p/c, so cost takes its part of the price; 1 : 1: what cost loses, price loses; v. Nash: what neither cost nor static competition explains (conduct). Prices and costs are means over the runs; 3 input tokens to 1 of output.",
    "free: price 0. war: below long-run cost, or over 5 % below the static Nash price in 90 % of runs. pass-through: cost makes half of the fall at a constant markup and a quarter one for one. competition: the rest. Under 10 %: no verdict.",
    "robust: share of (split × run) that say the same word.  * from its launch price.",
  ],
  zh: [
    "保持倍数：卖方维持价格与成本之比；逐元：成本降一元，价格降一元；对 Nash：成本和静态竞争都解释不了的部分（厂商行为）。价格与成本为各次运行的均值，按 3 份输入、1 份输出的 token 混合。",
    "免费：价格为 0。价格战：低于长期成本，或在 90% 的运行中比静态 Nash 价低 5% 以上。成本传导：保持倍数时成本占跌幅的一半以上，且逐元计算占四分之一以上。竞争：其余情形。跌幅不到 10% 不作判断。",
    "稳健度：（算法 × 运行）中给出同一判断的比例。 * 以发布价为起点。",
  ],
};

function nashNote({ nashFound, runs }: Explanation, lang: Language): string {
  if (nashFound === runs) return "";
  return paragraph(
    lang === "zh"
      ? `${runs} 次运行中有 ${runs - nashFound} 次没有找到纯策略均衡：判断时取最优反应变动区间的下端。`
      : `In ${runs - nashFound} of ${runs} runs no equilibrium in pure strategies was found: verdicts there use the low end of best replies.`,
  );
}
