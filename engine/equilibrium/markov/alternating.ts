import { solve } from "../../math/linear.ts";

/**
 * Two firms move in turn on a finite set of prices, each price binding for two periods (Maskin & Tirole 1988,
 * Econometrica 56, part II). A Markov strategy answers the rival's standing price; firms are alike.
 */
export interface AlternatingGame {
  readonly actions: number;
  /** Profit of a firm charging a while its rival charges b: actions x actions. */
  readonly profit: Float64Array;
  readonly discount: number;
}

/** Reaction to each standing price: chances over answers, actions x actions. */
type Reaction = Float64Array;

interface AlternatingValues {
  readonly mover: Float64Array; // V(b): about to move while the rival charges b
  readonly waiter: Float64Array; // W(a): charging a while the rival is about to move
  /** The most anybody gains by one deviation, anywhere: 0 at an equilibrium. */
  readonly gain: number;
}

/** Values when both follow `reaction`, and the best one-shot deviation from it. */
export function alternatingValues(game: AlternatingGame, reaction: Reaction): AlternatingValues {
  const { actions: n, profit, discount } = game;
  // W(a) = sum_b R(b|a) [pi(a, b) + d V(b)],  V(b) = sum_a R(a|b) [pi(a, b) + d W(a)]: 2n linear equations in (V, W).
  const matrix = new Float64Array(4 * n * n);
  const right = new Float64Array(2 * n);
  for (let x = 0; x < n; x++) {
    matrix[x * 2 * n + x] = 1;
    matrix[(n + x) * 2 * n + n + x] = 1;
    for (let y = 0; y < n; y++) {
      const chance = reaction[x * n + y]; // of answering x with y
      matrix[x * 2 * n + n + y] -= discount * chance;
      matrix[(n + x) * 2 * n + y] -= discount * chance;
      right[x] += chance * profit[y * n + x];
      right[n + x] += chance * profit[x * n + y];
    }
  }
  const values = solve(matrix, right);
  if (!values) throw new Error("a discount factor below one makes this system regular");
  const [mover, waiter] = [values.slice(0, n), values.slice(n)];
  let gain = 0;
  for (let b = 0; b < n; b++) {
    for (let a = 0; a < n; a++) gain = Math.max(gain, answerValue(game, waiter, a, b) - mover[b]);
  }
  return { mover, waiter, gain };
}

/** What answering b with a is worth. */
const answerValue = ({ actions, profit, discount }: AlternatingGame, waiter: Float64Array, a: number, b: number) =>
  profit[a * actions + b] + discount * waiter[a];

/** A strategy known up to mixing: the answers given with positive chance to each standing price. */
export type Support = readonly (readonly number[])[];

interface AlternatingEquilibrium extends AlternatingValues {
  readonly reaction: Reaction;
  readonly isEquilibrium: boolean; // chances lie in [0, 1] and nobody gains by deviating
}

/**
 * The equilibrium of a given support: mixing chances make the mover indifferent among the answers it mixes (Newton on
 * those conditions, the derivative by differences since they are rational in the chances). Not every support has one.
 */
export function alternatingEquilibrium(
  game: AlternatingGame,
  support: Support,
  tolerance = 1e-9,
): AlternatingEquilibrium {
  const mixed = support.flatMap((answers, b) => answers.slice(0, -1).map((a) => ({ a, b, last: answers.at(-1)! })));
  let chances = Float64Array.from(mixed, ({ b }) => 1 / support[b].length);
  const reactionOf = (x: Float64Array) => mix(game.actions, support, mixed, x);
  const excess = (x: Float64Array) => {
    const { waiter } = alternatingValues(game, reactionOf(x));
    return Float64Array.from(
      mixed,
      ({ a, b, last }) => answerValue(game, waiter, a, b) - answerValue(game, waiter, last, b),
    );
  };
  for (let step = 0; step < 60 && mixed.length > 0; step++) {
    const f = excess(chances);
    const d = newton(excess, chances, f);
    if (!d) break;
    chances = chances.map((x, i) => x - d[i]);
    if (d.every((x) => Math.abs(x) < 1e-15)) break;
  }
  const reaction = reactionOf(chances);
  const values = alternatingValues(game, reaction);
  const proper = reaction.every((x) => x >= -1e-12 && x <= 1 + 1e-12);
  return { ...values, reaction, isEquilibrium: proper && values.gain <= tolerance };
}

interface Mixed {
  readonly a: number;
  readonly b: number;
  readonly last: number;
}

function mix(n: number, support: Support, mixed: readonly Mixed[], chances: Float64Array): Reaction {
  const out = new Float64Array(n * n);
  support.forEach((answers, b) => (out[b * n + answers.at(-1)!] = 1));
  mixed.forEach(({ a, b, last }, i) => {
    out[b * n + a] += chances[i];
    out[b * n + last] -= chances[i];
  });
  return out;
}

function newton(f: (x: Float64Array) => Float64Array, x: Float64Array, at: Float64Array): Float64Array | null {
  const n = x.length;
  const slope = new Float64Array(n * n);
  const h = 1e-6;
  for (let j = 0; j < n; j++) {
    const up = f(x.map((v, i) => (i === j ? v + h : v)));
    const down = f(x.map((v, i) => (i === j ? v - h : v)));
    for (let i = 0; i < n; i++) slope[i * n + j] = (up[i] - down[i]) / (2 * h);
  }
  return solve(slope, at);
}

/** Homogeneous Bertrand on a price grid: the lower price sells everything, equal prices share. */
export function bertrandProfits(prices: readonly number[], demand: (p: number) => number, cost: number): Float64Array {
  const n = prices.length;
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [p, q] = [prices[Math.floor(at / n)], prices[at % n]];
    const part = p < q ? 1 : p === q ? 0.5 : 0;
    return part * (p - cost) * demand(p);
  });
}
