import type { MarkovPricingGame } from "../equilibrium/markov/game.ts";
import { industry } from "../equilibrium/markov/industry.ts";
import { learningGame, type LearningByDoing } from "../equilibrium/markov/learning-by-doing.ts";
import { type MarkovEquilibrium, type MarkovStart, solveMarkov, uniformStart } from "../equilibrium/markov/solve.ts";
import type { Branch, Checker, Row, Tree } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch, has, listOf, number, numbers, settings, tolerance } from "./read.ts";

type Game = ReturnType<typeof learningGame>;

/** Where the iteration begins decides which of several equilibria it finds: optimists accommodate, pessimists fight. */
const STARTS: Record<string, (game: MarkovPricingGame) => MarkovStart> = {
  accommodative: (game) => uniformStart(game, 20, 0),
  aggressive: (game) => uniformStart(game, 0, 0.5),
};

const common = (params: Branch): Omit<LearningByDoing, "rho" | "forgetting" | "value" | "outside"> => ({
  levels: number(params, "M"),
  learned: number(params, "m"),
  kappa: number(params, "kappa"),
  scale: number(params, "sigma"),
  discount: number(params, "beta"),
});

/** Learning by doing with entry and exit (Besanko, Doraszelski & Kryukov 2014). */
export const entryAndExit: Checker = {
  id: "learning-entry-exit",
  label: { en: "Learning by doing with entry and exit", zh: "含进入与退出的干中学" },
  accepts: (file) => file.topic === "dynamic learning-by-doing" && has(file, "Xbar", "Sbar", "rho"),
  *check(file) {
    const params = branch(file.params);
    const game = learningGame({
      ...common(params),
      rho: number(params, "rho"),
      forgetting: number(params, "delta", 0),
      value: number(params, "v"),
      outside: number(params, "v") - number(params, "p0"),
      turnover: {
        scrap: { centre: number(params, "Xbar"), half: number(params, "DeltaX") },
        setup: { centre: number(params, "Sbar"), half: number(params, "DeltaS") },
      },
    });
    const periods = number(params, "T_long_run", 1000);
    const [e1, e2] = params.start_state === undefined ? [1, 1] : numbers(params.start_state, "start_state");
    const rows: Row[] = [];
    const expected = branch(file.expected);
    for (const [name, start] of Object.entries(STARTS)) {
      const wanted = Object.entries(expected).filter(([, tree]) => name in branch(tree));
      if (wanted.length === 0) continue;
      const found = yield* describe(game, start(game), { from: game.stateOf(e1, e2), periods });
      for (const [group, tree] of wanted) {
        const within = tolerance(file, group === "published" ? "published_abs" : "solved_abs");
        rows.push(...compareTrees(branch(tree)[name], found[group], within, `${group}.${name}`));
      }
    }
    return rows;
  },
};

function* describe(
  game: Game,
  start: MarkovStart,
  { from, periods }: { from: number; periods: number },
): Generator<number, Record<string, Found>> {
  const e = yield* solveMarkov(game, { start });
  const course = industry(game, e, from, periods);
  const side = Math.sqrt(game.states);
  const byPair = (column: Float64Array) =>
    Object.fromEntries(Array.from(column, (x, s) => [`${Math.floor(s / side)},${s % side}`, x]));
  const summary = {
    HHI_inf: course.hhiEnd,
    p_inf: course.price,
    CS_inf: course.surplus,
    TS_inf: course.totalSurplus,
    TSprofit_inf: course.salesSurplus,
    p_mode: Math.max(...course.distribution),
    CS_NPV: course.surplusValue,
    TS_NPV: course.totalValue,
    HHI_max: Math.max(...course.hhi),
  };
  const table = Array.from({ length: side }, (_, i) =>
    Array.from(e.price.slice(i * side, (i + 1) * side), (p) => (Number.isNaN(p) ? null : p)),
  );
  return {
    solved: { summary, price: byPair(e.price), value: byPair(e.value), phi_exit_or_no_entry: byPair(e.leave) },
    published: { ...summary, p11: e.price[game.stateOf(1, 1)] },
    full_price_tables: table,
  };
}

/** Learning by doing with forgetting, where several equilibria can coexist (Besanko et al. 2010). */
export const forgetting: Checker = {
  id: "learning-forgetting",
  label: { en: "Learning by doing with forgetting", zh: "含遗忘的干中学" },
  accepts: (file) => file.topic === "dynamic learning-by-doing" && "equilibria" in branch(file.expected),
  slow: () => true,
  *check(file) {
    const expected = branch(file.expected);
    const cases = branch(expected.equilibria);
    const rows: Row[] = [];
    for (const key of Object.keys(cases)) {
      const list = listOf(cases, key).map(branch);
      const { rho, delta } = settings(key);
      const found = yield* equilibria(file.params as Branch, rho, delta, list.length);
      for (const [i, one] of list.entries()) {
        const near = nearest(found, number(one, "p11"));
        rows.push(
          ...compareTrees(
            one,
            { ...near.summary, p_mode: modalPrice(near, one.mode) },
            tolerance(file),
            `${key}[${i}]`,
          ),
        );
        rows.push(...tableRows(branch(expected.price_tables), key, near, tolerance(file)));
      }
    }
    return rows;
  },
};

/** Price at the mode: of two mirrored modes, equally likely, the one the case names. */
function modalPrice({ prices, distribution }: Described, named: Tree): number {
  const side = prices.length;
  const most = Math.max(...distribution);
  const [e1, e2] = Array.isArray(named) ? numbers(named) : [0, 0];
  const given = (e1 - 1) * side + e2 - 1;
  const mode = distribution[given] > most - 1e-9 ? given : distribution.indexOf(most);
  return prices[Math.floor(mode / side)][mode % side];
}

interface Described {
  readonly distribution: Float64Array;
  readonly summary: { readonly p11: number } & { readonly [key: string]: Found };
  readonly prices: readonly Float64Array[];
}

const nearest = (found: readonly Described[], p11: number): Described =>
  found.reduce((best, x) => (Math.abs(x.summary.p11 - p11) < Math.abs(best.summary.p11 - p11) ? x : best));

function tableRows(tables: Branch, key: string, { summary, prices }: Described, within: number): Row[] {
  const name = Object.keys(tables).find(
    (t) => t.startsWith(`${key},p11=`) && Math.abs(Number(t.split("p11=")[1]) - summary.p11) < 1e-3,
  );
  return name === undefined ? [] : compareTrees(tables[name], prices, within, name);
}

/**
 * The equilibria reached from a neutral start and, while fewer are found than a case lists, by homotopy: from
 * forgetting a little faster or slower, followed step by step to the rate asked for.
 */
function* equilibria(params: Branch, rho: number, delta: number, wanted: number): Generator<number, Described[]> {
  const gameAt = (forget: number) =>
    learningGame({ ...common(params), rho, forgetting: forget, value: 0, outside: -Infinity });
  const game = gameAt(delta);
  const found = [describeForgetting(game, yield* solveMarkov(game))];
  for (const path of [0.005, -0.005, 0.02, -0.02]) {
    if (found.length >= wanted || delta + path < 0) continue;
    const e = yield* follow(gameAt, delta + path, delta);
    const other = describeForgetting(game, e);
    if (found.every((f) => Math.abs(f.summary.p11 - other.summary.p11) > 1e-4)) found.push(other);
  }
  return found;
}

const HOMOTOPY_STEPS = 5;

/** Homotopy in the forgetting rate: each equilibrium is the next one's start. */
function* follow(gameAt: (forget: number) => Game, from: number, to: number): Generator<number, MarkovEquilibrium> {
  let start: MarkovEquilibrium | undefined;
  for (let k = 0; k <= HOMOTOPY_STEPS; k++) {
    const last = k === HOMOTOPY_STEPS;
    const game = gameAt(last ? to : from + ((to - from) * k) / HOMOTOPY_STEPS);
    start = yield* solveMarkov(game, { start, tolerance: last ? 1e-11 : 1e-6 });
  }
  return start as MarkovEquilibrium;
}

function describeForgetting(game: Game, e: MarkovEquilibrium): Described {
  const side = Math.sqrt(game.states);
  const course = industry(game, e, 0, 1000);
  const pair = (s: number) => [Math.floor(s / side) + 1, (s % side) + 1];
  const low = e.price.reduce((best, v, s) => (v < e.price[best] ? s : best), 0);
  return {
    distribution: course.distribution,
    summary: {
      p11: e.price[0],
      V11: e.value[0],
      p12: e.price[1],
      p21: e.price[side],
      pMM: e.price[game.states - 1],
      HHI_inf: course.hhiEnd,
      HHI_peak_t0_100: Math.max(...course.hhi.slice(0, 101)),
      p_inf: course.price,
      mode_prob: Math.max(...course.distribution),
      min_price: e.price[low],
      argmin: pair(low),
    },
    prices: Array.from({ length: side }, (_, i) => e.price.slice(i * side, (i + 1) * side)),
  };
}
