import { logitDemand } from "../equilibrium/logit.ts";
import { pricingGame } from "../equilibrium/pricing-game.ts";
import { payoffTable } from "../learning/payoffs.ts";
import { CALVANO, type Learning } from "../learning/session.ts";
import { type Outcome, study, type Summary, summarise } from "../learning/study.ts";
import type { Branch, Checker, Row } from "./case.ts";
import { compareTrees, type Tolerance } from "./compare.ts";
import { branch, has, number } from "./read.ts";

const SESSIONS = 100;
const SEED = 20200; // of the study; any other gives other sessions of the same law

/** Q-learning duopoly (Calvano et al. 2020), by simulation. */
export const qLearning: Checker = {
  id: "q-learning",
  label: { en: "Q-learning price setters", zh: "Q-learning 定价" },
  accepts: (file) => file.topic === "algorithmic pricing" && has(file, "demand", "delta", "alpha", "beta"),
  slow: () => true,
  *check(file) {
    const rows: Row[] = [];
    const reference = branch(branch(file.expected).reference);
    for (const [key, tree] of Object.entries(reference)) {
      const outcomes = yield* sessions(branch(file.params), branch(tree));
      const s = summarise(outcomes);
      rows.push(...compareTrees(tree, found(s), nearness(branch(file.tolerance), s), key));
    }
    return rows;
  },
};

function* sessions(params: Branch, cell: Branch): Generator<number, Outcome[]> {
  const d = branch(params.demand);
  const firms = number(cell, "n", 2);
  // A cell may set one firm apart: a2, c2
  const column = (name: "a" | "c") =>
    Float64Array.from({ length: firms }, (_, i) => number(cell, `${name}${i + 1}`, number(d, name)));
  const demand = logitDemand({ appeal: column("a"), mu: number(d, "mu"), outside: number(d, "a0", 0) });
  const table = payoffTable(pricingGame(demand, column("c")), {
    points: number(cell, "m", number(params, "m")),
    beyond: number(cell, "xi", number(params, "xi")),
  });
  const learning: Learning = {
    ...CALVANO,
    alpha: number(cell, "alpha", number(params, "alpha", NaN)),
    beta: number(cell, "beta", number(params, "beta", NaN)),
    delta: number(cell, "delta", number(params, "delta")),
  };
  const outcomes: Outcome[] = [];
  for (let k = 0; k < SESSIONS; k++) {
    for (const work = study(table, learning, { seed: SEED, session: k }); ;) {
      const step = work.next();
      if (step.done) {
        outcomes.push(step.value);
        break;
      }
      yield k / SESSIONS;
    }
  }
  return outcomes;
}

const found = (s: Summary) => ({
  Delta_mean: s.gain,
  mean_periods: s.periods,
  mean_price: s.price,
  irf_dev: s.own,
  irf_rival: s.rivals,
});

/** The case's tolerance, or three standard errors of as many sessions as were run where those are wider. */
function nearness(given: Branch, s: Summary): Tolerance {
  const noise = 3 * s.gainSe;
  return (path, expected) => {
    if (/periods/.test(path)) return number(given, "periods_rel") * expected;
    if (/irf/.test(path)) return number(given, "irf_abs");
    if (/price/.test(path)) return Math.max(number(given, "price_abs"), 0.25 * noise);
    return Math.max(number(given, "Delta_abs"), noise);
  };
}
