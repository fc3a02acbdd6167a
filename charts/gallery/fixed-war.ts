import {
  type Course,
  type Explained,
  inBoth,
  splitPrice,
  type TypicalWar,
  type UserSwitch,
} from "../../engine/index.ts";
import type { Named } from "../../words/names.ts";
import { DATES } from "./fixed.ts";

/** A made-up war, for the pictures that explain one. */

const seller = (name: string, product: string) => ({
  name: inBoth(name),
  products: { [product]: { name: inBoth(product) } },
});

export const NAMED: Named = {
  vendors: {
    deepseek: seller("DeepSeek", "V2"),
    bytedance: seller("ByteDance", "Doubao"),
    alibaba: seller("Alibaba", "Qwen"),
    iflytek: seller("iFlytek", "Spark"),
  },
};

const PRODUCTS = ["deepseek.V2", "bytedance.Doubao", "alibaba.Qwen", "iflytek.Spark"] as const;
const [LAUNCH, CUT, DEEP, FREE] = [35, 44, 50, 70];

export const course: Course = {
  dates: DATES,
  index: DATES.map((_, t) => (t < LAUNCH ? 1 : t < CUT ? 0.9 : t < DEEP ? 0.6 : t < FREE ? 0.4 : 0.35)),
  moves: [
    { date: DATES[CUT], product: PRODUCTS[1], from: 10, to: 1 },
    { date: DATES[DEEP], product: PRODUCTS[2], from: 12, to: 2 },
    { date: DATES[FREE], product: PRODUCTS[3], from: 8, to: 0 },
  ],
  below: [{ product: PRODUCTS[2], from: DATES[DEEP], to: DATES[140] }],
};

export const war: TypicalWar = {
  trigger: { date: DATES[LAUNCH], product: PRODUCTS[0], kind: "launch" },
  reactions: [
    { vendor: "bytedance", lag: CUT - LAUNCH, depth: 0.9, products: 1, free: 0 },
    { vendor: "alibaba", lag: DEEP - LAUNCH, depth: 0.83, products: 1, free: 0 },
    { vendor: "iflytek", lag: FREE - LAUNCH, depth: 1, products: 1, free: 1 },
  ],
  rounds: [{ from: DATES[LAUNCH], day: 0, days: FREE - LAUNCH, vendors: ["bytedance", "alibaba", "iflytek"], cuts: 3 }],
  depth: 0.65,
  trough: { date: DATES[FREE], day: FREE - LAUNCH },
  end: { date: DATES[FREE], day: FREE - LAUNCH },
  recovery: 0,
  belowCost: [{ product: PRODUCTS[2], days: 140 - DEEP, since: DATES[DEEP], still: false }],
  severity: 0.6,
  replication: 0,
  wars: 20,
  severityRange: [0.5, 0.7],
};

const FROM = { price: 10, cost: 2, factors: [1, 1, 1, 1, 2], nash: 6, lowest: 6 };

/** A product's price from 10 to `to`, with the word the verdict gives it. */
function explained(id: string, to: number, verdict: Explained["leading"], cost = 1): Explained {
  const split = splitPrice(FROM, { price: to, cost, factors: [0.8, 0.625, 1, 1, 2 * cost], nash: 4.5, lowest: 4.5 });
  return { id, launched: false, split, low: split, high: split, verdict, leading: verdict, robustness: 0.9, odds: [] };
}

export const split = explained(PRODUCTS[1], 4, "war").split;
export const verdicts: readonly Explained[] = [
  explained(PRODUCTS[1], 0.6, "war"),
  explained(PRODUCTS[2], 5, "competition"),
  explained(PRODUCTS[0], 7, "pass-through", 0.7),
  explained(PRODUCTS[3], 0, "free"),
];

export const switches: readonly UserSwitch[] = [
  { from: null, to: PRODUCTS[0], users: 42_000, agents: 42 },
  { from: PRODUCTS[1], to: PRODUCTS[0], users: 26_000, agents: 26 },
  { from: null, to: PRODUCTS[1], users: 18_000, agents: 18 },
  { from: PRODUCTS[2], to: PRODUCTS[1], users: 12_000, agents: 12 },
  { from: PRODUCTS[3], to: null, users: 5_000, agents: 5 },
];
