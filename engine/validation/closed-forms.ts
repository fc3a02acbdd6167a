import { bassPeak, bassRecursion, bassShare, bassTime } from "../theory/bass.ts";
import { shortestPunishment } from "../theory/green-porter.ts";
import { capacityPricing } from "../theory/levitan-shubik.ts";
import { spenceMonopoly } from "../theory/spence.ts";
import {
  doublingsToHalve,
  learningExponent,
  logLogFit,
  wrightCost,
  wrightIntegral,
  wrightTotal,
} from "../theory/wright.ts";
import type { Branch, Checker, Row } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch, has, number, numbers, settings, tolerance } from "./read.ts";

/** A checker that answers each key of `expected` on its own. */
function byKey(
  head: Pick<Checker, "id" | "label" | "accepts">,
  solve: (key: string, expected: Branch, params: Branch) => Found,
): Checker {
  return {
    ...head,
    *check(file) {
      const rows: Row[] = [];
      for (const [key, tree] of Object.entries(branch(file.expected))) {
        rows.push(...compareTrees(tree, solve(key, branch(tree), branch(file.params)), tolerance(file), key));
        yield 0.5;
      }
      return rows;
    },
  };
}

export const capacityCase = byKey(
  {
    id: "capacity-pricing",
    label: { en: "Pricing under capacity constraints", zh: "产能约束下的定价" },
    accepts: (file) => file.topic === "capacity-constrained pricing",
  },
  (key) => {
    const e = capacityPricing(settings(key).k);
    if (e.region !== "mixed") return { ...e };
    return {
      region: e.region,
      p_low: e.low,
      p_high: e.high,
      profit: e.profit,
      E_price: e.mean,
      F_mid: e.cdf((e.low + e.high) / 2),
    };
  },
);

export const collusionCase = byKey(
  {
    id: "collusion-price-wars",
    label: { en: "Collusion and price wars under uncertain demand", zh: "需求不确定下的合谋与价格战" },
    accepts: (file) => file.topic === "price wars / collusion" && has(file, "monopoly_profit"),
  },
  (key, _, params) => {
    const { a, d } = settings(key);
    const e = shortestPunishment({ slump: a, discount: d });
    if (!e) return { collusion_feasible: false, T_star: null };
    return {
      collusion_feasible: true,
      T_star: e.periods,
      V_over_PiM: e.value * number(params, "monopoly_profit", 1),
      frac_periods_punish: e.atWar,
    };
  },
);

export const bassCase = byKey(
  {
    id: "bass-diffusion",
    label: { en: "Bass diffusion", zh: "Bass 扩散" },
    accepts: (file) => file.topic === "adoption" && has(file, "form"),
  },
  (_, given) => {
    const spec = { p: number(given, "p"), q: number(given, "q"), m: number(given, "m") };
    const peak = bassPeak(spec);
    const at = (tree: Branch, f: (t: number) => number) =>
      Object.fromEntries(Object.keys(tree).map((t) => [t, f(Number(t))]));
    const steps = bassRecursion(spec, 200);
    return {
      ...spec,
      t_peak: peak.time,
      peak_rate: peak.rate,
      cum_at_peak: peak.adopted,
      F: at(branch(given.F), (t) => bassShare(spec, t)),
      discrete_recursion_N: at(branch(given.discrete_recursion_N), (t) => steps[t]),
      t_10pct: bassTime(spec, 0.1),
      t_50pct: bassTime(spec, 0.5),
      t_90pct: bassTime(spec, 0.9),
    };
  },
);

export const wrightCase = byKey(
  {
    id: "wright-law",
    label: { en: "Wright's law", zh: "Wright 定律" },
    accepts: (file) =>
      file.topic === "learning curve" && ["table", "log_log_fit"].some((k) => Object.hasOwn(branch(file.expected), k)),
  },
  (key, given) => {
    if (key === "log_log_fit") {
      const fit = logLogFit(numbers(given.x, "x"), numbers(given.y, "y"));
      return { slope: fit.slope, intercept: fit.intercept, implied_progress_ratio: fit.ratio };
    }
    return Object.fromEntries(Object.keys(given).map((k) => [k, wrightRow(settings(k).PR, branch(given[k]))]));
  },
);

function wrightRow(ratio: number, given: Branch): Found {
  return {
    exponent_b: learningExponent(ratio),
    unit_cost: Object.fromEntries(Object.keys(branch(given.unit_cost)).map((n) => [n, wrightCost(ratio, Number(n))])),
    doublings_to_halve: doublingsToHalve(ratio),
    cum_total_cost_1000: wrightTotal(ratio, 1000),
    cum_avg_cost_1000: wrightTotal(ratio, 1000) / 1000,
    integral_approx_total_1000: wrightIntegral(ratio, 1000),
  };
}

export const spenceCase = byKey(
  {
    id: "learning-monopoly",
    label: { en: "A monopolist that learns", zh: "会学习的垄断者" },
    accepts: (file) => file.topic === "learning curve" && has(file, "demand", "cost", "horizon"),
  },
  (key) => {
    const { a, T, c0, k, cmin } = settings(key);
    const e = spenceMonopoly({ a, T, c0, k, cmin });
    return {
      q_star: e.output,
      price: e.price,
      terminal_cost: e.terminalCost,
      initial_cost: e.initialCost,
      profit: e.profit,
      first_period_static_q: e.staticOutput,
      priced_below_initial_cost: e.price < e.initialCost,
    };
  },
);
