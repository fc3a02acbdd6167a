import { compiled as compile } from "../expression/compiler.ts";
import type { Formula } from "../expression/formula.ts";
import type { OwnProduct, View } from "../market/view.ts";
import { band, reviewDays } from "./parameters.ts";
import { cheapest, comparable } from "./rivals.ts";
import { type Strategy, tariffAt } from "./strategy.ts";

type Parameters = { readonly price: string; readonly band: number; readonly reviewDays: number };

interface Memory {
  readonly start: Record<string, number>; // opening price by product
  nextReview: number;
}

/** What a pricing formula may speak of. Prices and costs are blended, money per Mtok. */
const QUANTITIES = {
  price: ({ p }: At) => p.price,
  start: ({ p, start }: At) => start[p.id] ?? p.price, // opening price
  cost: ({ p }: At) => p.unitCost, // long-run unit cost
  margin: ({ p }: At) => (p.price > 0 ? 1 - p.unitCost / p.price : 0), // gross margin; 0 where free
  cheapest: ({ p, rivals }: At) => (rivals.length > 0 ? cheapest(rivals).price : p.price), // comparable rival; own where there is none
  mean: ({ p, rivals }: At) => (rivals.length > 0 ? rivals.reduce((sum, r) => sum + r.price, 0) / rivals.length : p.price), // prettier-ignore
  rivals: ({ rivals }: At) => rivals.length, // how many are comparable
  share: ({ view }: At) => view.tokenShare, // of tokens [0-1]
  tokens: ({ p }: At) => p.tokens, // [Mtok/week]
  profit: ({ p }: At) => p.profit, // revenue less cost of revenue [money/week]
  quality: ({ p }: At) => p.lnQuality, // ln g
  cash: ({ view }: At) => view.cash, // [money]
  runway: ({ view }: At) => view.ownRunway(), // [weeks]
  day: ({ view }: At) => view.day, // since the start
} as const;

interface At {
  readonly view: View;
  readonly p: OwnProduct;
  readonly rivals: ReturnType<typeof comparable>;
  readonly start: Memory["start"];
}

const NAMES = Object.keys(QUANTITIES) as (keyof typeof QUANTITIES)[];

/** Formulas already compiled, by text: a memory of plain data cannot hold closures. */
const compiled = new Map<string, Formula>();

function formulaOf(text: string): Formula {
  const known = compiled.get(text);
  if (known) return known;
  const formula = compile(text, NAMES);
  compiled.set(text, formula);
  return formula;
}

export const formula: Strategy<Parameters, Memory> = {
  id: "formula",
  label: { en: "Formula", zh: "自定义公式" },
  description: {
    en: "A price rule of your own: each product's new price as a formula of what its vendor sees.",
    zh: "自己写的定价规则：用厂商看得到的量写出每款产品的新价格。",
  },
  parameters: {
    price: {
      type: "formula",
      unit: "money/Mtok",
      names: NAMES,
      default: "price",
      label: { en: "New price", zh: "新价格" },
      help: {
        en: `A formula of ${NAMES.join(", ")}. Where it has no finite value the price stays.`,
        zh: `可用的量：${NAMES.join("、")}。算不出有限值时价格不变。`,
      },
    },
    band,
    reviewDays: reviewDays(7),
  },
  example: { price: "max(1.1 * cost, 0.98 * cheapest)" },
  remember: (view) => ({ start: Object.fromEntries(view.own.map((p) => [p.id, p.price])), nextReview: 0 }),
  decide(view, parameters, memory) {
    if (view.day < memory.nextReview) return [];
    memory.nextReview = view.day + parameters.reviewDays;
    const { evaluate, uses } = formulaOf(parameters.price);
    return view.own
      .filter((p) => p.live)
      .map((p) => {
        const at: At = { view, p, rivals: comparable(view, p, parameters.band), start: memory.start };
        const scope = Object.fromEntries(NAMES.filter((n) => uses.includes(n)).map((n) => [n, QUANTITIES[n](at)]));
        return { p, price: evaluate(scope) };
      })
      .filter(({ price }) => Number.isFinite(price))
      .map(({ p, price }) => ({ product: p.index, to: tariffAt(p, Math.max(0, price)), because: "formula" }));
  },
};
