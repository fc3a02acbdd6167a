import { sum } from "../math/sum.ts";
import { diversion, elasticities } from "../equilibrium/demand-system.ts";
import { logitChoice, logitDemand, logSum } from "../equilibrium/logit.ts";
import { concentration, lerner, mergerDelta } from "../theory/concentration.ts";
import { predationTest, recoupment } from "../theory/predation.ts";
import { advance, halfLife, secondEigenvalue, sharesAfter, switchingChain } from "../theory/switching-chain.ts";
import type { Branch, Checker, Row, Tree } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch, has, listOf, number, numbers, settings, tolerance } from "./read.ts";

/** Concentration, welfare, price tests and recoupment. */
export const metricCase: Checker = {
  id: "metrics",
  label: { en: "Concentration, welfare and predation measures", zh: "集中度、福利与掠夺性定价指标" },
  accepts: (file) => file.topic === "metrics" && "concentration" in branch(file.expected),
  *check(file) {
    const expected = branch(file.expected);
    const found: { [key: string]: Found } = {};
    for (const key of Object.keys(expected)) {
      if (Object.hasOwn(GROUPS, key)) found[key] = GROUPS[key](expected, key);
      yield 0.5;
    }
    return compareTrees(expected, found, tolerance(file));
  },
};

const GROUPS: Readonly<Record<string, (given: Branch, key: string) => Found>> = {
  concentration: (given, key) => mapValues(branch(given[key]), (x) => concentrationOf(branch(x))),
  logit_welfare: (given, key) => welfare(branch(given[key])),
  lerner: (given, key) => lernerRows(branch(given[key])),
  predation_tests: (given, key) => listOf(given, key).map((x) => zones(branch(x))),
  recoupment: (given, key) => listOf(given, key).map((x) => presentValues(branch(x))),
};

const mapValues = (tree: Branch, f: (x: Tree) => Found) =>
  Object.fromEntries(Object.entries(tree).map(([k, x]) => [k, f(x)]));

function concentrationOf(given: Branch): Found {
  if (!("shares" in given)) return { example_30_20: mergerDelta(0.3, 0.2) };
  const c = concentration(numbers(given.shares, "shares"));
  return {
    HHI_0_10000: c.hhi,
    HHI_normalised: c.normalised,
    CR1: c.cr1,
    CR4: c.cr4,
    effective_number: c.effectiveNumber,
    entropy_nats: c.entropy,
    exp_entropy: c.entropyNumber,
  };
}

function welfare(given: Branch): Found {
  const utilities = Float64Array.from(numbers(given.utilities, "utilities"));
  const outside = number(given, "outside");
  const alpha = number(given, "alpha");
  const log = logSum(utilities, outside);
  return {
    logsum: log,
    consumer_surplus: log / alpha,
    shares: logitChoice(utilities, outside).shares,
    cv_example: variation(branch(given.cv_example)),
    elasticities: elasticityExample(branch(given.cv_example)),
  };
}

function logitOf(given: Branch) {
  const alpha = number(given, "alpha");
  return logitDemand({ appeal: numbers(given.q, "q").map((q) => q / alpha), mu: 1 / alpha, outside: 0 });
}

function variation(given: Branch): Found {
  const [before, after] = [given.p0, given.p1].map((p) => logitOf(given).surplus!(Float64Array.from(numbers(p))));
  return { CS0: before, CS1: after, CV: after - before };
}

/** The elasticities of the same logit at its first prices. */
function elasticityExample(given: Branch): Found {
  const demand = logitOf(given);
  const p = Float64Array.from(numbers(given.p0, "p0"));
  const e = elasticities(demand, p);
  const d = diversion(demand, p);
  const n = p.length;
  return {
    own: e.filter((_, at) => at % (n + 1) === 0),
    cross_of_others_wrt_price1: e[n],
    diversion_1_to_2: d[1],
    diversion_1_to_outside: d[0],
  };
}

function lernerRows(given: Branch): Found {
  const check = branch(given.cournot_check);
  const [price, output] = [number(check, "P"), numbers(check.q, "q")];
  const total = sum(output);
  const shares = output.map((q) => q / total);
  const elasticity = number(check, "abs_elasticity");
  return {
    examples: listOf(given, "examples").map((example) => {
      const x = branch(example);
      const index = lerner(number(x, "p"), number(x, "c"));
      return { lerner: index, implied_abs_elasticity: 1 / index };
    }),
    cournot_check: {
      shares,
      // Cournot: firm i's margin is s_i/|eta| of the price
      weighted_lerner: shares.reduce((sum, s) => sum + s * lerner(price, price * (1 - s / elasticity)), 0),
      HHI_over_eta: concentration(shares).hhi / 10_000 / elasticity,
    },
  };
}

function zones(given: Branch): Found {
  const t = predationTest(number(given, "p"), {
    averageVariable: number(given, "avg_variable_cost"),
    averageAvoidable: number(given, "avg_avoidable_cost"),
    averageTotal: number(given, "avg_total_cost"),
  });
  return { below_AVC_presumed_predatory: t.belowVariable, below_AAC: t.belowAvoidable, akzo_zone: t.zone };
}

function presentValues(given: Branch): Found {
  const r = recoupment({
    loss: number(given, "loss_per_period"),
    periodsLoss: number(given, "periods_loss"),
    gain: number(given, "gain_per_period"),
    periodsGain: number(given, "periods_gain"),
    rate: number(given, "r"),
  });
  return { PV_loss: r.lost, PV_gain: r.gained, recoups: r.recoups, min_gain_periods: r.periodsNeeded, NPV: r.net };
}

/** Switching as a Markov chain at fixed prices. */
export const chainCase: Checker = {
  id: "switching-chain",
  label: { en: "Switching as a Markov chain", zh: "用户转换的 Markov 链" },
  accepts: (file) => file.topic === "agent choice" && has(file, "quality", "price", "alpha"),
  *check(file) {
    const params = branch(file.params);
    const alpha = number(params, "alpha");
    const price = numbers(params.price, "price");
    const utilityAt = (p: readonly number[]) =>
      Float64Array.from(numbers(params.quality, "quality"), (q, j) => q - alpha * p[j]);
    const rows: Row[] = [];
    for (const [key, tree] of Object.entries(branch(file.expected))) {
      const cut = key.match(/^price_cut_response_vendor(\d+)_([\d.]+)_to_([\d.]+)_s([\d.]+)$/);
      const found = cut
        ? priceCut(
            utilityAt(price),
            utilityAt(price.with(Number(cut[1]), Number(cut[3]))),
            Number(cut[1]),
            Number(cut[4]),
            branch(tree),
          )
        : chain(utilityAt(price), settings(key).s, branch(tree));
      rows.push(...compareTrees(tree, found, tolerance(file), key));
      yield 0.5;
    }
    return rows;
  },
};

function chain(utility: Float64Array, s: number, given: Branch): Found {
  const { transition, stationary } = switchingChain(utility, s);
  const outside = Float64Array.from(utility, (_, i) => (i === utility.length - 1 ? 1 : 0));
  const second = secondEigenvalue(transition, stationary);
  return {
    transition,
    stationary,
    second_eigenvalue: second,
    half_life_periods: halfLife(second),
    retention_rate: stationary.reduce((sum, w, i) => sum + w * transition[i][i], 0),
    path_from_all_outside: Object.fromEntries(
      Object.keys(branch(given.path_from_all_outside)).map((t) => [t, sharesAfter(outside, transition, Number(t))]),
    ),
  };
}

function priceCut(before: Float64Array, after: Float64Array, vendor: number, s: number, given: Branch): Found {
  const { transition, stationary } = switchingChain(after, s);
  let shares: Float64Array = switchingChain(before, s).stationary;
  const path = listOf(given, "share_path").map((_, t) => {
    if (t > 0) shares = advance(shares, transition);
    return shares[vendor];
  });
  return {
    share_path: path,
    long_run: stationary[vendor],
    static_no_switching_cost_before_after: [before, after].map((u) => logitChoice(u, -Infinity).shares[vendor]),
  };
}

/** What finite populations add to shares: binomial noise, and an HHI that is biased up. */
export const samplingCase: Checker = {
  id: "sampling-noise",
  label: { en: "Sampling noise of shares", zh: "份额的抽样误差" },
  accepts: (file) => file.topic === "agent choice" && has(file, "shares"),
  *check(file) {
    const expected = branch(file.expected);
    const shares = numbers(branch(file.params).shares);
    const squares = shares.reduce((sum, x) => sum + x * x, 0);
    yield 1;
    const byAgents = (tree: Tree, f: (n: number) => number) =>
      Object.fromEntries(Object.keys(branch(tree)).map((n) => [n, f(Number(n))]));
    const found = {
      sd_share: byAgents(expected.sd_share, (n) => Math.sqrt((shares[1] * (1 - shares[1])) / n)),
      E_HHI: byAgents(expected.E_HHI, (n) => 10_000 * (squares + (1 - squares) / n)),
    };
    return compareTrees(expected, found, tolerance(file));
  },
};
