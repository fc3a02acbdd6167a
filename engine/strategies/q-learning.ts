import type { ParameterTable, ValuesOf } from "../registry.ts";
import { priceEquilibrium } from "../equilibrium/nash.ts";
import { replaced, scanPrices } from "../equilibrium/pricing-game.ts";
import { learn, newQTable, type QTable } from "../learning/q-table.ts";
import { exp } from "../math/elementary.ts";
import type { Survey, OwnProduct, View } from "../model/view.ts";
import { band } from "./parameters.ts";
import { cheapest, comparable } from "./rivals.ts";
import { unquoted } from "../price.ts";
import { type Decision, tariffAt, type Reasons, strategy } from "./strategy.ts";

/**
 * One product's learner: its table, and what it did last. Columns are plain: a market is saved with what it has learnt.
 */
interface Learner {
  readonly table: QTable; // state: own last action x cheapest comparable rival's last price, on the grid
  readonly grid: Float64Array; // blended prices
  state: number; // -1 before the first move
  action: number;
}

interface Memory {
  readonly learners: Record<string, Learner>;
  period: number;
  next: number; // day
}

const parameters = {
  periodDays: {
    type: "number",
    unit: "days",
    default: 7,
    range: [1, 730],
    label: { en: "Length of a period", zh: "一期的长度（天）" },
  },
  alpha: {
    type: "number",
    unit: "1",
    default: 0.15,
    range: [0, 1],
    label: { en: "Learning rate α", zh: "学习率 α" },
  },
  beta: {
    type: "number",
    unit: "1",
    default: 0.02,
    range: [0, 10],
    label: { en: "Decay of exploration per period β", zh: "探索的衰减率 β（每期）" },
    help: {
      en: "Explores with probability exp(-β t). Calvano et al. use 4e-6 over about a million periods.",
      zh: "以 exp(-β t) 的概率随机尝试。Calvano 等用 4e-6，约一百万期。",
    },
  },
  delta: {
    type: "number",
    unit: "1",
    default: 0.95,
    range: [0, 0.999],
    label: { en: "Discount factor per period δ", zh: "贴现因子 δ（每期）" },
  },
  points: {
    type: "integer",
    unit: "1",
    default: 15,
    range: [2, 100],
    label: { en: "Prices on the grid", zh: "价格档数" },
  },
  beyond: {
    type: "number",
    unit: "1",
    default: 0.1,
    range: [0, 10],
    label: { en: "How far the grid reaches past Nash and cartel", zh: "价格范围超出纳什价与合谋价多少" },
  },
  low: {
    type: "number",
    unit: "money/Mtok",
    default: 0,
    range: [0, 1e9],
    label: { en: "Lowest price tried (0: from its market research)", zh: "最低尝试价（0 为按市场研究确定）" },
  },
  high: {
    type: "number",
    unit: "money/Mtok",
    default: 0,
    range: [0, 1e9],
    label: { en: "Highest price tried (0: from its market research)", zh: "最高尝试价（0 为按市场研究确定）" },
  },
  band,
} as const satisfies ParameterTable;
type Parameters = ValuesOf<typeof parameters>;

const reasons = {
  explore: { en: "tries a price out", zh: "试价" },
  learnt: { en: "its best price so far", zh: "目前学到的最优价" },
} as const satisfies Reasons;
type Reason = keyof typeof reasons;

/** The learner of engine/learning, in a market: the same update on profits that the market pays. */
export const qLearning = strategy({
  id: "q-learning",
  label: { en: "Q-learning", zh: "Q 学习算法" },
  description: {
    en:
      "A pricing algorithm that learns by trial and error from its own profits, remembering last " +
      "period's prices (Calvano, Calzolari, Denicolò & Pastorello 2020).",
    zh: "一种定价算法：记住上一期价格，靠试错从自己的利润里学习（Calvano、Calzolari、Denicolò 与 Pastorello 2020）。",
  },
  parameters,
  reasons,
  example: { points: 5, low: 1, high: 3, beta: 0.05 },
  remember: (): Memory => ({ learners: {}, period: 0, next: 0 }),
  decide(view, parameters, memory) {
    if (view.day < memory.next) return [];
    memory.next = view.day + parameters.periodDays;
    const own = view.own.filter((p) => p.live && p.price > 0);
    const fresh = own.filter((p) => !memory.learners[p.id]);
    if (fresh.length > 0) begin(view, fresh, parameters, memory);
    // Products of one vendor take custom from each other: each learner is paid what all of them earn.
    const reward = view.own.reduce((sum, p) => sum + p.profit, 0);
    const decisions = own.map((p) => act(view, p, parameters, { ...memory, reward }));
    memory.period++;
    return decisions;
  },
});

function act(
  view: View,
  p: OwnProduct,
  parameters: Parameters,
  { learners, period, reward }: Pick<Memory, "learners" | "period"> & { reward: number },
): Decision<Reason> {
  const learner = learners[p.id];
  const { table, grid } = learner;
  const m = grid.length;
  const rivals = comparable(view, p, parameters.band);
  const rival = nearest(grid, rivals.length > 0 ? cheapest(rivals).price : p.price);
  const now = rival * m + (learner.state < 0 ? nearest(grid, p.price) : learner.action);
  if (learner.state >= 0) {
    learn(table, learner.state, learner.action, reward + parameters.delta * table.best[now], parameters.alpha);
  }
  const explores = view.draw(`explore/${p.id}`) < exp(-parameters.beta * period);
  learner.state = now;
  learner.action = explores ? Math.floor(view.draw(`try/${p.id}`) * m) : table.greedy[now];
  const because = explores ? "explore" : "learnt";
  return { product: p.index, to: tariffAt(p, grid[learner.action], 9), because };
}

function nearest(grid: Float64Array, price: number): number {
  let best = 0;
  for (let a = 1; a < grid.length; a++) if (Math.abs(grid[a] - price) < Math.abs(grid[best] - price)) best = a;
  return best;
}

/** Grids, and tables that start from what each price earns if the rival draws its own at random (their equation 8). */
function begin(view: View, fresh: readonly OwnProduct[], parameters: Parameters, memory: Memory): void {
  const survey = view.survey();
  const bounds = boundsOf(survey);
  for (const p of fresh) {
    const good = survey.products.indexOf(p.index);
    const own = { ...parameters, low: unquoted(p.meter, parameters.low), high: unquoted(p.meter, parameters.high) };
    const [low, high] = bounds(good, own);
    const { points } = parameters;
    const grid = Float64Array.from({ length: points }, (_, a) => low + ((high - low) * a) / (points - 1));
    const rivals = comparable(view, p, parameters.band);
    const rival = rivals.length > 0 ? survey.products.indexOf(cheapest(rivals).index) : -1;
    const initial = expectedProfits(survey, { good, rival, grid }).map((x) => x / (1 - parameters.delta));
    memory.learners[p.id] = { table: newQTable(points * points, initial), grid, state: -1, action: 0 };
  }
}

/** [pN - ξ (pM - pN), pM + ξ (pM - pN)] between Nash and joint-profit prices, unless told otherwise. */
function boundsOf({ game, owner }: Survey): (good: number, parameters: Parameters) => [number, number] {
  let prices: { readonly nash: Float64Array; readonly joint: Float64Array } | null = null;
  return (k, { low, high, beyond }) => {
    if (low > 0 && high > low) return [low, high];
    prices ??= {
      nash: priceEquilibrium(game, owner).price,
      joint: priceEquilibrium(game, new Int32Array(game.goods)).price,
    };
    const { nash, joint } = prices;
    const gap = Math.max(joint[k] - nash[k], LEAST_GAP * nash[k], LEAST_PRICE);
    const least = low > 0 ? low : Math.max(game.floor[k], nash[k] - beyond * gap, LEAST_PRICE);
    return [least, high > least ? high : Math.max(least, nash[k]) + (1 + beyond) * gap];
  };
}

const LEAST_GAP = 0.05; // of the Nash price: a grid needs some width where Nash and cartel coincide
const LEAST_PRICE = 0.001; // what a price list can say

/** Its owner's profit at each price of the grid, the mean over the rival's prices on the same grid. */
function expectedProfits(
  { game, owner, price }: Survey,
  { good, rival, grid }: { good: number; rival: number; grid: Float64Array },
): Float64Array {
  const sum = new Float64Array(grid.length);
  const at = rival < 0 ? [price] : Array.from(grid, (x) => replaced(price, rival, x));
  const values = Array.from(price, (_, k) => (k === good ? grid : new Float64Array(0)));
  for (const p of at) scanPrices(game, p, owner, values)[good].forEach((x, a) => (sum[a] += x / at.length));
  return sum;
}
