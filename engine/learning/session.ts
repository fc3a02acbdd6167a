import { exp } from "../math/elementary.ts";
import { nameHash, threefry } from "../math/random.ts";
import type { PayoffTable } from "./payoffs.ts";
import { learn, newQTable } from "./q-table.ts";

/** How they learn: symbols of Calvano, Calzolari, Denicolò & Pastorello (2020), AER 110(10), section II. */
export interface Learning {
  readonly alpha: number; // learning rate
  readonly beta: number; // exploration in period t has probability e^(-beta t)
  readonly delta: number; // discount factor
  readonly stable: number; // periods in a row without a change of anybody's strategy that count as convergence
  readonly most: number; // periods after which a session is given up
}

export const CALVANO: Learning = { alpha: 0.15, beta: 4e-6, delta: 0.95, stable: 100_000, most: 1_000_000_000 };

/** Where a session of learning ended. */
export interface Session {
  readonly converged: boolean;
  readonly periods: number; // the stable ones included
  readonly strategies: readonly Uint8Array[]; // by firm: action after each profile of last period's prices
  readonly cycle: readonly number[]; // profiles greedy play ends up repeating
}

const SLICE = 1 << 16;

/**
 * One session: firms price at once, remember last period's prices, and each learns on its own until nobody's greedy
 * strategy has changed for `stable` periods. Yields the share of `stable` reached, so that a worker can stop it.
 */
export function* session(
  table: PayoffTable,
  learning: Learning,
  draw: { readonly seed: number; readonly session: number },
): Generator<number, Session> {
  const { firms, profit, prices } = table;
  const m = prices[0].length;
  const learners = prices.map((_, i) => newQTable(m ** firms, initialValues(table, i, learning.delta)));
  const luck = new Luck(draw.seed, draw.session);
  const actions = new Uint8Array(firms);
  let state = 0;
  for (let i = 0; i < firms; i++) state = state * m + Math.floor(luck.uniform(START, i) * m);
  const cool = exp(-learning.beta);
  let [explore, changed, t] = [1, 0, 0];
  while (t - changed < learning.stable && t < learning.most) {
    const until = Math.min(t + SLICE, learning.most);
    for (; t < until && t - changed < learning.stable; t++) {
      let next = 0;
      for (let i = firms - 1; i >= 0; i--) {
        actions[i] = luck.explores(t, i, explore) ? Math.floor(luck.uniform(t, i) * m) : learners[i].greedy[state];
        next = next * m + actions[i];
      }
      for (let i = 0; i < firms; i++) {
        const target = profit[next * firms + i] + learning.delta * learners[i].best[next];
        if (learn(learners[i], state, actions[i], target, learning.alpha)) changed = t;
      }
      state = next;
      explore *= cool;
    }
    yield Math.min(1, (t - changed) / learning.stable);
  }
  const strategies = learners.map((l) => l.greedy);
  return { converged: t - changed >= learning.stable, periods: t, strategies, cycle: limitCycle(strategies, m, state) };
}

/** Q_0(a): what a earns for ever if rivals draw their prices at random. */
function initialValues({ firms, prices, profit }: PayoffTable, firm: number, delta: number): Float64Array {
  const m = prices[0].length;
  const sums = new Float64Array(m);
  const stride = m ** firm;
  for (let profile = 0; profile < m ** firms; profile++) {
    sums[Math.floor(profile / stride) % m] += profit[profile * firms + firm];
  }
  return sums.map((x) => x / m ** (firms - 1) / (1 - delta));
}

/** The profile that follows when everybody plays its strategy. */
export function answer(strategies: readonly Uint8Array[], m: number, profile: number): number {
  let next = 0;
  for (let i = strategies.length - 1; i >= 0; i--) next = next * m + strategies[i][profile];
  return next;
}

function limitCycle(strategies: readonly Uint8Array[], m: number, from: number): number[] {
  const seen = new Map<number, number>();
  const path: number[] = [];
  let at = answer(strategies, m, from);
  while (!seen.has(at)) {
    seen.set(at, path.length);
    path.push(at);
    at = answer(strategies, m, at);
  }
  return path.slice(seen.get(at));
}

const START = 2 ** 31;

/** Draws of one session, each by (period, firm): two firms share a block of 64 bits. */
class Luck {
  readonly #seed: number;
  readonly #stream: number;
  readonly #pair = new Uint32Array(2);
  readonly #own = new Uint32Array(2);
  #period = -1;
  #block = -1;

  constructor(seed: number, session: number) {
    this.#seed = seed;
    this.#stream = nameHash(`q-learning/${session}`);
  }

  explores(t: number, firm: number, probability: number): boolean {
    const block = firm >> 1;
    if (t !== this.#period || block !== this.#block) {
      threefry(this.#seed, this.#stream, t, block << 1, this.#pair);
      [this.#period, this.#block] = [t, block];
    }
    return this.#pair[firm & 1] < probability * 2 ** 32;
  }

  uniform(t: number, firm: number): number {
    threefry(this.#seed, this.#stream, t, (firm << 1) | 1, this.#own);
    return (this.#own[0] + 0.5) * 2 ** -32;
  }
}
