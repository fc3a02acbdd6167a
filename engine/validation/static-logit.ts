import { bestPrice, priceGrids } from "../equilibrium/best-reply.ts";
import { cartelPrices } from "../equilibrium/cartel.ts";
import { logitDemand } from "../equilibrium/logit.ts";
import { priceEquilibrium } from "../equilibrium/nash.ts";
import { pricingGame, replaced } from "../equilibrium/pricing-game.ts";
import { marketTable } from "../equilibrium/summary.ts";
import { type PayoffTable, payoffTable } from "../learning/payoffs.ts";
import type { Branch, Checker, Row, Tree } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch, has, number, numbersOf, OtherKind, positive, settings, tolerance } from "./read.ts";

/** Single-product logit oligopoly: Nash, joint profit, the best deviation from it, and the game on a price grid. */
export const staticLogit: Checker = {
  id: "static-logit",
  label: { en: "Logit price competition", zh: "Logit 价格竞争" },
  accepts: (file) => file.topic === "static logit" && has(file, "a", "c"),
  *check(file) {
    const rows: Row[] = [];
    const expected = branch(file.expected);
    const keys = Object.keys(expected);
    for (const [k, key] of keys.entries()) {
      const market = readMarket(branch(file.params), key);
      const found = key.startsWith("grid_") ? onGrid(market, key) : table(market, branch(expected[key]));
      rows.push(...compareTrees(expected[key], found, tolerance(file), key));
      yield (k + 1) / keys.length;
    }
    return rows;
  },
};

interface LogitMarket {
  readonly a: Float64Array;
  readonly c: Float64Array;
  readonly mu: number;
  readonly a0: number;
}

const MOST_FIRMS = 1000;

/** How many firms compete: as the key says, or the parameters, or their lists; two where none does. */
function firmsOf(params: Branch, key: string, set: number | undefined): number {
  const listed = [params.a, params.c].find((x) => Array.isArray(x)) as readonly Tree[] | undefined;
  const named = /^n(\d+)$/.exec(key)?.[1];
  const given = typeof params.n === "number" ? params.n : listed?.length;
  const firms = Number(named ?? set ?? given ?? 2);
  if (Number.isInteger(firms) && firms >= 1 && firms <= MOST_FIRMS) return firms;
  throw new OtherKind("n", { en: `a whole number from 1 to ${MOST_FIRMS}`, zh: ` 1 至 ${MOST_FIRMS} 的整数` }, firms);
}

/** The market a key stands for: `n3`, `mu=0.5`, `a0=-1`, `c2=0.5`, `no_outside`; the rest as in params. */
function readMarket(params: Branch, key: string): LogitMarket {
  const set = settings(key);
  const firms = firmsOf(params, key, set.n);
  const list = (name: "a" | "c"): Float64Array => {
    const values = Array.isArray(params[name])
      ? Float64Array.from(numbersOf(params, name, firms))
      : new Float64Array(firms).fill(set[name] ?? number(params, name));
    return values.map((v, j) => set[`${name}${j + 1}`] ?? v);
  };
  return {
    a: list("a"),
    c: list("c"),
    // Calvano et al.'s, where a case only varies another parameter.
    mu: positive({ mu: set.mu ?? number(params, "mu", 0.25) }, "mu"),
    a0: key === "no_outside" ? -Infinity : (set.a0 ?? number(params, "a0", 0)),
  };
}

function solveMarket({ a, c, mu, a0 }: LogitMarket) {
  const demand = logitDemand({ appeal: a, mu, outside: a0 });
  const game = pricingGame(demand, c);
  const alone = Int32Array.from(a, (_, j) => j);
  const nash = priceEquilibrium(game, alone).price;
  const joint = () => priceEquilibrium(game, new Int32Array(a.length), { start: cartelPrices(game).price }).price;
  return { demand, game, alone, nash, joint };
}

function table(market: LogitMarket, wanted: Branch): Found {
  const { demand, game, alone, nash, joint } = solveMarket(market);
  const at = (price: Float64Array) => {
    const t = marketTable(demand, market.c, alone, price);
    return {
      price: t.price,
      share: t.share,
      outside_share: t.outside,
      profit: t.profit,
      joint_profit: t.jointProfit,
      consumer_surplus: t.surplus,
      lerner: t.lerner,
      hhi_inside: t.hhiInside,
    };
  };
  if ("nash_price" in wanted) return { nash_price: nash };
  const monopoly = joint();
  const deviate = wanted.dev_from_monopoly ? deviation(game, alone, { nash, monopoly }) : undefined;
  return { nash: at(nash), monopoly: at(monopoly), dev_from_monopoly: deviate };
}

function deviation(
  game: ReturnType<typeof pricingGame>,
  alone: Int32Array,
  { nash, monopoly }: { nash: Float64Array; monopoly: Float64Array },
): Found {
  const near = bestPrice(game, monopoly, alone, { k: 0, grid: priceGrids(game, alone)[0] }).price;
  const price = stationary(game, monopoly, alone, near);
  const profits = game.profits(replaced(monopoly, 0, price));
  const [cheat, collude, punish] = [profits[0], game.profits(monopoly)[0], game.profits(nash)[0]];
  return {
    best_response_price: price,
    deviator_profit: cheat,
    rival_profit: profits[1],
    grim_critical_delta: (cheat - collude) / (cheat - punish),
  };
}

/** A searched best reply made exact: a few secant steps on its first-order condition. */
function stationary(game: ReturnType<typeof pricingGame>, p: Float64Array, alone: Int32Array, near: number): number {
  const slope = (x: number) => game.conditions(replaced(p, 0, x), alone).marginal[0];
  let [x, y] = [near, near * (1 + 1e-6)];
  for (let step = 0; step < 20 && x !== y; step++) {
    const [fx, fy] = [slope(x), slope(y)];
    if (fx === fy) break;
    [x, y] = [y, y - (fy * (y - x)) / (fy - fx)];
  }
  return y;
}

/** A duopoly on a grid of m prices: replies, pure equilibria, and the values learning starts from. */
function onGrid(market: LogitMarket, key: string): Found {
  const [, m, xi] = key.match(/^grid_m(\d+)_xi([\d.]+)$/) ?? [];
  if (m === undefined) return undefined;
  const game = pricingGame(logitDemand({ appeal: market.a, mu: market.mu, outside: market.a0 }), market.c);
  const t = payoffTable(game, { points: Number(m), beyond: Number(xi) });
  const pay = (a: number, b: number) => t.profit[(a + b * Number(m)) * 2];
  const list = Array.from({ length: Number(m) }, (_, i) => i);
  const top = (f: (a: number) => number) => list.reduce((best, a) => (f(a) > f(best) ? a : best), 0);
  const reply = list.map((b) => top((a) => pay(a, b)));
  const equilibria = list.flatMap((a) => list.filter((b) => reply[b] === a && reply[a] === b).map((b) => [a, b]));
  const gain = (a: number) => (pay(a, a) - t.nash[0]) / (t.cartel[0] - t.nash[0]);
  return {
    grid: t.prices[0],
    best_response_index: reply,
    pure_nash_indices: equilibria,
    joint_max_index: jointBest(t, Number(m)),
    profit_matrix_firm1_diag: list.map((a) => pay(a, a)),
    PI_0_14: [0, 1].map((i) => t.profit[14 * Number(m) * 2 + i]),
    PI_14_0: [0, 1].map((i) => t.profit[14 * 2 + i]),
    Q0: list.map((a) => list.reduce((sum, b) => sum + pay(a, b), 0) / Number(m) / (1 - 0.95)),
    profit_gain_at_grid_nash: equilibria.map(([a]) => gain(a)),
    profit_gain_diag: list.map(gain),
  };
}

function jointBest({ profit }: PayoffTable, m: number): number[] {
  let best = 0;
  for (let k = 1; k < m * m; k++) {
    if (profit[2 * k] + profit[2 * k + 1] > profit[2 * best] + profit[2 * best + 1]) best = k;
  }
  return [best % m, Math.floor(best / m)];
}
