import { sum } from "../math/sum.ts";
import type { PayoffTable } from "./payoffs.ts";
import { answer, type Learning, type Session, session } from "./session.ts";

/** What one session says: averages over the cycle of prices that greedy play ends up in. */
export interface Outcome {
  readonly converged: boolean;
  readonly periods: number;
  readonly gain: number; // Delta, on firm-average profits
  readonly gains: readonly number[]; // by firm
  readonly price: number; // mean of all firms' prices
  readonly constant: boolean; // the cycle is one profile
  readonly deviation: Deviation;
}

/** Firm 0 undercuts once, to its best one-shot reply, then everybody plays on: Calvano et al. 2020, section IV. */
interface Deviation {
  readonly own: readonly number[]; // its price from the period before on
  readonly rivals: readonly number[]; // rivals' mean price
  readonly profitable: boolean; // discounted, against no deviation; from the cycle's average state
}

/** One session and what it says. Sessions are numbered: the same number, the same luck. */
export function* study(
  table: PayoffTable,
  learning: Learning,
  draw: { readonly seed: number; readonly session: number },
): Generator<number, Outcome> {
  const end = yield* session(table, learning, draw);
  const { firms, nash, cartel } = table;
  const profits = averageProfits(table, end.cycle);
  const mean = (x: ArrayLike<number>) => sum(x) / firms;
  const gains = profits.map((x, i) => (x - nash[i]) / (cartel[i] - nash[i]));
  return {
    converged: end.converged,
    periods: end.periods,
    gain: (mean(profits) - mean(nash)) / (mean(cartel) - mean(nash)),
    gains,
    price: averagePrice(table, end.cycle),
    constant: end.cycle.length === 1,
    deviation: deviate(table, end, learning.delta),
  };
}

function averageProfits({ firms, profit }: PayoffTable, cycle: readonly number[]): number[] {
  return Array.from({ length: firms }, (_, i) => {
    let sum = 0;
    for (const profile of cycle) sum += profit[profile * firms + i];
    return sum / cycle.length;
  });
}

/** Action of a firm in a profile. */
const actionOf = (profile: number, firm: number, m: number): number => Math.floor(profile / m ** firm) % m;

function averagePrice({ firms, prices }: PayoffTable, cycle: readonly number[]): number {
  let sum = 0;
  for (const profile of cycle) for (let i = 0; i < firms; i++) sum += prices[i][actionOf(profile, i, prices[i].length)];
  return sum / (cycle.length * firms);
}

const SHOWN = 16; // periods of the response, the one before the deviation included
const COUNTED = 400; // periods of discounted profit: beyond, .95^400 = 1e-9 is left

function deviate(table: PayoffTable, { strategies, cycle }: Session, delta: number): Deviation {
  const { firms, prices, profit } = table;
  const m = prices[0].length;
  const own = Array.from({ length: SHOWN }, () => 0);
  const rivals = own.slice();
  let [gained, kept] = [0, 0];
  for (const before of cycle) {
    let plain = before;
    let at = before;
    for (let t = 0, weight = 1; t < COUNTED; t++) {
      if (t < SHOWN) {
        own[t] += prices[0][actionOf(at, 0, m)] / cycle.length;
        for (let i = 1; i < firms; i++) rivals[t] += prices[i][actionOf(at, i, m)] / (cycle.length * (firms - 1));
      }
      plain = answer(strategies, m, plain);
      at = answer(strategies, m, at);
      if (t === 0) at = bestAction(table, at);
      gained += weight * profit[at * firms];
      kept += weight * profit[plain * firms];
      weight *= delta;
    }
  }
  return { own, rivals, profitable: gained > kept };
}

/** The profile with firm 0's action replaced by its most profitable one this period. */
function bestAction({ firms, prices, profit }: PayoffTable, profile: number): number {
  const m = prices[0].length;
  const rest = profile - actionOf(profile, 0, m);
  let best = 0;
  for (let a = 1; a < m; a++) if (profit[(rest + a) * firms] > profit[(rest + best) * firms]) best = a;
  return rest + best;
}

/** Many sessions together. */
export interface Summary {
  readonly sessions: number;
  readonly converged: number;
  readonly gain: number;
  readonly gainSd: number;
  readonly gainSe: number;
  readonly gains: readonly number[];
  readonly periods: number;
  readonly price: number;
  readonly constant: number; // share of sessions that end at one profile
  readonly profitable: number; // share of sessions in which the deviation pays
  readonly own: readonly number[];
  readonly rivals: readonly number[];
}

export function summarise(outcomes: readonly Outcome[]): Summary {
  const n = outcomes.length;
  const mean = (f: (o: Outcome) => number) => outcomes.reduce((sum, o) => sum + f(o), 0) / n;
  const gain = mean((o) => o.gain);
  const sd = Math.sqrt((mean((o) => (o.gain - gain) * (o.gain - gain)) * n) / Math.max(1, n - 1));
  return {
    sessions: n,
    converged: outcomes.filter((o) => o.converged).length,
    gain,
    gainSd: sd,
    gainSe: sd / Math.sqrt(n),
    gains: outcomes[0].gains.map((_, i) => mean((o) => o.gains[i])),
    periods: mean((o) => o.periods),
    price: mean((o) => o.price),
    constant: mean((o) => (o.constant ? 1 : 0)),
    profitable: mean((o) => (o.deviation.profitable ? 1 : 0)),
    own: outcomes[0].deviation.own.map((_, t) => mean((o) => o.deviation.own[t])),
    rivals: outcomes[0].deviation.rivals.map((_, t) => mean((o) => o.deviation.rivals[t])),
  };
}
