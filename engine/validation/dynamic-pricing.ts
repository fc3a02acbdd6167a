import {
  type AlternatingGame,
  alternatingEquilibrium,
  bertrandProfits,
  type Support,
} from "../equilibrium/markov/alternating.ts";
import { finish, solveMarkov } from "../equilibrium/markov/solve.ts";
import { lqDuopoly } from "../theory/lq-duopoly.ts";
import {
  cheapestSwitching,
  switchingEquilibrium,
  switchingGame,
  twoPeriodSwitching,
} from "../theory/switching-costs.ts";
import type { Branch, Checker, Row, Tree } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch, has, number, OtherKind, settings, tolerance } from "./read.ts";

/** Alternating moves on a price grid: kinked demand and Edgeworth cycles (Maskin & Tirole 1988). */
export const alternatingMoves: Checker = {
  id: "alternating-moves",
  label: { en: "Alternating price moves", zh: "轮流定价" },
  accepts: (file) => /Edgeworth|alternating/i.test(file.topic) && has(file, "prices", "kinked_R"),
  *check(file) {
    const params = branch(file.params);
    const expected = branch(file.expected);
    const rows: Row[] = [];
    rows.push(...compareTrees(params.profits_x36 ?? null, monopoly(params), tolerance(file), "profits_x36"));
    for (const [group, profile] of Object.entries(PROFILES)) {
      for (const [key, tree] of Object.entries(branch(branch(expected.table)[group]))) {
        rows.push(...compareTrees(tree, profileAt(params, Number(key), profile), tolerance(file), `${group} ${key}`));
        yield 0.3;
      }
    }
    for (const [key, tree] of Object.entries(branch(expected.exact))) {
      const found = exactForm(params, number({ key }, "key"), branch(tree));
      rows.push(...compareTrees(decimals(branch(tree), found), found, tolerance(file), key));
      yield 0.6;
    }
    const negative = branch(expected.negative_checks);
    const found = Object.fromEntries(Object.keys(negative).map((key) => [key, negativeCheck(params, key)]));
    return [...rows, ...compareTrees(negative, found, tolerance(file), "negative_checks")];
  },
};

/** The two strategies of the paper, by what cases call them. */
const PROFILES = { kinked: "kinked_R", edgeworth: "edgeworth_R", cycle: "edgeworth_R" } as const;
type Profile = (typeof PROFILES)[keyof typeof PROFILES];

/** What one firm alone earns at each price; nothing where the case does not say. */
function monopoly(params: Branch): Found {
  if (params.profits_x36 === undefined) return undefined;
  const { prices, cost, units } = readGame(params, 0);
  return prices.map((p) => (p - cost) * (1 - p) * units);
}

/** Grid and profits of a game written as `p_i=i/6, i=0..6`, demand 1 - p; profits in the case's units. */
function readGame(params: Branch, discount: number) {
  const [, steps, last] = String(params.prices).match(/i\/(\d+),\s*i=0\.\.(\d+)/) ?? [];
  if (last === undefined)
    throw new OtherKind("prices", { en: "a grid, as in p_i=i/6, i=0..6", zh: "价格网格，如 p_i=i/6, i=0..6" });
  const prices = Array.from({ length: Number(last) + 1 }, (_, i) => i / Number(steps));
  const cost = number(params, "cost", 0);
  const profit = bertrandProfits(prices, (p) => 1 - p, cost);
  const game: AlternatingGame = { actions: prices.length, profit, discount };
  return { game, prices, cost, units: Number(steps) * Number(steps) };
}

/** Which answers a strategy gives, from `p6: "p3"` and `p1: "p1 w.p. beta, p3 w.p. 1-beta"`. */
function readSupport(strategy: Tree): Support {
  const table = branch(strategy);
  return Object.keys(table)
    .map((key) => Number(key.slice(1)))
    .toSorted((a, b) => a - b)
    .map((i) => Array.from(String(table[`p${i}`]).matchAll(/\bp(\d+)\b/g), (m) => Number(m[1])));
}

function solveStrategy(params: Branch, discount: number, strategy: Profile) {
  const support = readSupport(params[strategy]);
  const { game, units } = readGame(params, discount);
  const answered = support.filter((answers) => answers.length > 0).length;
  if (answered !== game.actions) {
    const n = game.actions;
    throw new OtherKind(strategy, { en: `answers to each of ${n} prices`, zh: `对 ${n} 个价格各自的回应` }, answered);
  }
  const e = alternatingEquilibrium(game, support);
  const mixed = support.findIndex((answers) => answers.length > 1);
  const chance = mixed < 0 ? NaN : e.reaction[mixed * game.actions + support[mixed][0]];
  return { ...e, chance, units };
}

function profileAt(params: Branch, discount: number, profile: Profile): Found {
  const e = solveStrategy(params, discount, profile);
  return {
    [profile === "kinked_R" ? "beta" : "alpha"]: e.chance,
    is_mpe: e.isEquilibrium,
    V_times36: e.mover.map((v) => v * e.units),
    W_times36: e.waiter.map((w) => w * e.units),
  };
}

function exactForm(params: Branch, discount: number, wanted: Branch): { readonly [key: string]: Found } {
  const e = solveStrategy(params, discount, "kinked_R");
  const asksCycle = Object.keys(wanted).some((key) => /alpha|edgeworth|cycle/.test(key));
  const cycle = asksCycle ? solveStrategy(params, discount, "edgeworth_R") : null;
  return {
    kinked_exact_mpe: e.isEquilibrium,
    beta: e.chance,
    alpha: cycle?.chance,
    edgeworth_exact_mpe: cycle?.isEquilibrium,
    cycle_exact_mpe: cycle?.isEquilibrium,
    kinked_V36: e.mover.map((v) => v * e.units),
    edgeworth_V36: cycle?.mover.map((v) => v * cycle.units),
  };
}

/** Fractions as decimals, of what is answered. */
const decimals = (tree: Branch, found: { readonly [key: string]: Found }): Branch =>
  Object.fromEntries(
    Object.keys(tree)
      .filter((key) => found[key] !== undefined)
      .map((key) => [key, /^\d+\/\d+$/.test(String(tree[key])) ? number(tree, key) : tree[key]]),
  );

function negativeCheck(params: Branch, key: string): Found {
  const [, whole, part] = key.match(/(\d)p(\d+)$/) ?? [];
  if (part === undefined)
    throw new OtherKind(key, {
      en: "a discount factor at its end, as in at_0p9",
      zh: "以贴现因子结尾的名称，如 at_0p9",
    });
  const at = Number(`${whole}.${part}`);
  const e = solveStrategy(params, at, /edgeworth|cycle|alpha/.test(key) ? "edgeworth_R" : "kinked_R");
  return /gt_1/.test(key) ? e.chance > 1 : e.isEquilibrium;
}

/** Switching costs in closed form, each cell also solved by the general Markov solver. */
export const switchingCosts: Checker = {
  id: "switching-costs",
  label: { en: "Switching costs", zh: "转换成本" },
  accepts: (file) => file.topic === "switching costs" && has(file, "formulae"),
  *check(file) {
    const expected = branch(file.expected);
    const within = tolerance(file);
    const rows: Row[] = [];
    for (const [key, tree] of Object.entries(branch(expected.grid))) {
      const { beta, s } = settings(key);
      rows.push(...compareTrees(tree, closedForm(s, beta), within, key));
      rows.push(...compareTrees(tree, general(s, beta), within, `${key}, Markov solver`));
      yield rows.length / 2000;
    }
    for (const [key, tree] of Object.entries(branch(expected.minimum_of_average_price))) {
      const low = cheapestSwitching(Number(key));
      const found = { r_star: low.r, s_star: low.cost, p_avg_min: low.price, s_back_to_2: low.backAt };
      rows.push(...compareTrees(tree, found, within, `minimum ${key}`));
    }
    for (const [key, tree] of Object.entries(branch(expected.two_period))) {
      const { beta, s } = settings(key);
      const two = twoPeriodSwitching(s, beta);
      const found = {
        period1_price: two.first,
        period2_insider: two.insider,
        period2_outsider: two.outsider,
        period2_avg: two.average,
      };
      rows.push(...compareTrees(tree, found, within, `two periods ${key}`));
    }
    return rows;
  },
};

function closedForm(s: number, beta: number): Found {
  const e = switchingEquilibrium(s, beta);
  return {
    r: e.r,
    q_insider: e.retention,
    p_insider: e.insider,
    p_outsider: e.outsider,
    p_avg: e.average,
    Delta_V: e.gap,
    V_insider: e.insiderValue,
    V_outsider: e.outsiderValue,
    retention: e.retention,
    switch_rate: 1 - e.retention,
  };
}

function general(s: number, beta: number): Found {
  const e = finish(solveMarkov(switchingGame(s, beta), { tolerance: 1e-13 }));
  return { p_insider: e.price[0], p_outsider: e.price[1], V_insider: e.value[0], V_outsider: e.value[1] };
}

/** Linear-quadratic dynamic duopoly. */
export const lqGame: Checker = {
  id: "lq-duopoly",
  label: { en: "Linear-quadratic duopoly", zh: "线性二次双寡头" },
  accepts: (file) => file.topic === "dynamic quantity game" && has(file, "a0", "a1", "beta", "gamma"),
  *check(file) {
    const params = branch(file.params);
    const pick = (key: string) => number(params, key);
    const e = lqDuopoly({ a0: pick("a0"), a1: pick("a1"), beta: pick("beta"), gamma: pick("gamma") });
    yield 1;
    const [constant, own, rival] = e.rule;
    const found = {
      F1: [[constant, own, rival]],
      F2: [[constant, rival, own]],
      steady_state_q_each: e.steady,
      steady_state_price: e.price,
      static_cournot_q: e.staticQuantity,
    };
    return compareTrees(file.expected, found, tolerance(file));
  },
};
