import { compiled as compile } from "../expression/compiler.ts";
import type { Formula } from "../expression/formula.ts";
import type { OwnProduct, PublicProduct, View } from "../model/view.ts";
import { type Language, say, type Text } from "../text/text.ts";
import { band, reviewDays } from "./parameters.ts";
import { cheapest, comparable } from "./rivals.ts";
import type { ParameterTable } from "../registry.ts";
import { monthOf, unquoted } from "../price.ts";
import { strategy, tariffAt } from "./strategy.ts";

interface Memory {
  readonly start: Record<string, number>; // opening price by product
  nextReview: number;
}

interface Quantity {
  readonly label: Text;
  readonly of: (at: At) => number;
}

/** What a pricing formula may speak of. Prices and costs are as quoted: blended [money/Mtok], or a month's [money]. */
const QUANTITIES: Readonly<Record<string, Quantity>> = {
  price: { label: { en: "own price now", zh: "现价" }, of: ({ p }) => p.price },
  start: { label: { en: "own opening price", zh: "期初价" }, of: ({ p, start }) => start[p.id] ?? p.price },
  cost: { label: { en: "long-run unit cost", zh: "长期单位成本" }, of: ({ p }) => p.unitCost },
  margin: {
    label: { en: "gross margin, 0 where free", zh: "毛利率（免费时为 0）" },
    of: ({ p }) => (p.price > 0 ? 1 - p.unitCost / p.price : 0),
  },
  cheapest: {
    label: { en: "cheapest comparable rival, or own price", zh: "最便宜的同类对手（没有则为现价）" },
    of: ({ p, rivals }) => (rivals.length > 0 ? cheapest(rivals).price : p.price),
  },
  mean: {
    label: { en: "mean of comparable rivals, or own price", zh: "同类对手均价（没有则为现价）" },
    of: ({ p, rivals }) => (rivals.length > 0 ? rivals.reduce((sum, r) => sum + r.price, 0) / rivals.length : p.price),
  },
  rivals: { label: { en: "how many are comparable", zh: "同类对手数" }, of: ({ rivals }) => rivals.length },
  share: {
    label: { en: "own share of tokens, 0 to 1", zh: "token 份额（0 至 1）" },
    of: ({ view }) => view.tokenShare,
  },
  tokens: { label: { en: "Mtok a week", zh: "每周百万 token 数" }, of: ({ p }) => p.tokens },
  profit: { label: { en: "the product's gross profit a week", zh: "该产品每周毛利" }, of: ({ p }) => p.profit },
  quality: { label: { en: "ln of quality", zh: "质量（ln g）" }, of: ({ p }) => p.lnQuality },
  cash: { label: { en: "cash", zh: "现金" }, of: ({ view }) => view.cash },
  runway: { label: { en: "weeks the money lasts", zh: "资金可撑周数" }, of: ({ view }) => view.ownRunway() },
  day: { label: { en: "days since the start", zh: "开始以来的天数" }, of: ({ view }) => view.day },
};

interface At {
  readonly view: View;
  readonly p: OwnProduct;
  readonly rivals: ReturnType<typeof comparable>;
  readonly start: Memory["start"];
}

const NAMES = Object.keys(QUANTITIES);
const explained = (lang: Language, gap: string) => NAMES.map((n) => `${n} ${say(QUANTITIES[n].label, lang)}`).join(gap);

/** With its price, and cost where it is known, as its meter is quoted: what is sold by the month, by the month. */
function asQuoted<P extends PublicProduct & { readonly unitCost?: number }>(p: P): P {
  if (p.meter !== "month") return p;
  return { ...p, price: monthOf(p.price), ...(p.unitCost !== undefined && { unitCost: monthOf(p.unitCost) }) };
}

/** Formulas already compiled, by text: a memory of plain data cannot hold closures. */
const compiled = new Map<string, Formula>();

function formulaOf(text: string): Formula {
  const known = compiled.get(text);
  if (known) return known;
  const formula = compile(text, NAMES);
  compiled.set(text, formula);
  return formula;
}

const parameters = {
  price: {
    type: "formula",
    unit: "money/Mtok",
    names: NAMES,
    default: "price",
    label: { en: "New price", zh: "新价格" },
    help: {
      en:
        `Of input and output, three to one; a month's where the product is sold by the month. You may use: ` +
        `${explained("en", "; ")}. Where the formula has no finite value the price stays.`,
      zh: `价格按输入三、输出一加权；按月出售的产品为月价。可用的量：${explained("zh", "；")}。算不出有限值时价格不变。`,
    },
  },
  band,
  reviewDays: reviewDays(7),
} as const satisfies ParameterTable;

export const formula = strategy({
  id: "formula",
  label: { en: "Formula", zh: "自定义公式" },
  description: {
    en: "A price rule of your own: each product's new price as a formula of what its vendor sees.",
    zh: "自己写的定价规则：用厂商看得到的量写出每款产品的新价格。",
  },
  parameters,
  reasons: { formula: { en: "its formula says so", zh: "按公式定价" } },
  example: { price: "max(1.1 * cost, 0.98 * cheapest)" },
  remember: (view): Memory => ({
    start: Object.fromEntries(view.own.map((p) => [p.id, asQuoted(p).price])),
    nextReview: 0,
  }),
  decide(view, parameters, memory) {
    if (view.day < memory.nextReview) return [];
    memory.nextReview = view.day + parameters.reviewDays;
    const { evaluate, uses } = formulaOf(parameters.price);
    return view.own
      .filter((p) => p.live)
      .map((p) => {
        const rivals = comparable(view, p, parameters.band).map(asQuoted);
        const at: At = { view, p: asQuoted(p), rivals, start: memory.start };
        const scope = Object.fromEntries(NAMES.filter((n) => uses.includes(n)).map((n) => [n, QUANTITIES[n].of(at)]));
        return { p, price: unquoted(p.meter, evaluate(scope)) };
      })
      .filter(({ price }) => Number.isFinite(price))
      .map(({ p, price }) => ({ product: p.index, to: tariffAt(p, Math.max(0, price)), because: "formula" }));
  },
});
