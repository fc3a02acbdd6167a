import { sum } from "../../math/sum.ts";
import { exp, log } from "../../math/elementary.ts";
import { type Lotteries, type MarkovPricingGame, SELLERS, triangularExcess } from "./game.ts";
import type { MarkovEquilibrium } from "./solve.ts";

/** What one state looks like under an equilibrium. */
interface StateView {
  readonly sales: readonly [number, number, number]; // chances that firm 1, firm 2, nobody sells
  readonly hhi: number; // of expected sales; NaN where nobody sells
  readonly price: number; // paid on average
  readonly surplus: number; // consumers' [money]
  readonly profit: number; // both firms', from sales [money]
  readonly turnover: number; // scrap values received less setup costs paid, expected [money]
}

/** A market's expected course from one state, and where it ends up. */
interface Industry {
  readonly hhi: Float64Array; // expected, by period from 0
  readonly distribution: Float64Array; // over states, at the end
  readonly price: number; // expected at the end
  readonly hhiEnd: number;
  readonly surplus: number;
  readonly totalSurplus: number; // consumers', profits and turnover
  readonly salesSurplus: number; // the same without turnover
  readonly surplusValue: number; // net present value
  readonly totalValue: number;
  readonly path: (period: number) => Float64Array; // distribution after a period
}

function viewState(game: MarkovPricingGame, e: MarkovEquilibrium, s: number): StateView {
  const { active, appeal, cost, outside, scale, mirror } = game;
  const r = mirror[s];
  const u = [
    active[s] ? (appeal[s] - e.price[s]) / scale : -Infinity,
    active[r] ? (appeal[r] - e.price[r]) / scale : -Infinity,
    outside / scale,
  ];
  const top = Math.max(...u);
  const weights = top > -Infinity ? u.map((x) => exp(x - top)) : [0, 0, 1];
  const whole = sum(weights);
  const [d1, d2, d0] = weights.map((w) => w / whole);
  const sold = d1 + d2;
  const part = (d: number, p: number) => (d > 0 ? d * p : 0);
  return {
    sales: [d1, d2, d0],
    hhi: sold > 0 ? (d1 * d1 + d2 * d2) / (sold * sold) : NaN,
    price: sold > 0 ? (part(d1, e.price[s]) + part(d2, e.price[r])) / sold : NaN,
    surplus: top > -Infinity ? scale * (top + log(whole)) : 0,
    profit: part(d1, e.price[s] - cost[s]) + part(d2, e.price[r] - cost[r]),
    turnover: 0,
  };
}

/** Expected scrap value received, or setup cost paid (negative), by firm 1 in a state at the end of a period. */
function turnoverFlow({ turnover, active }: MarkovPricingGame, e: MarkovEquilibrium, s: number): number {
  if (!turnover) return 0;
  const stay = stayValue(turnover, active, e, s);
  const draw = active[s] ? turnover.scrap : turnover.setup;
  const tail = triangularExcess(draw, stay) + stay * e.leave[s]; // E[X; X > stay]
  return active[s] ? tail : -(draw.centre - tail);
}

/** The threshold implied by the chance of leaving: the inverse of the draw's distribution. */
function stayValue(
  turnover: NonNullable<MarkovPricingGame["turnover"]>,
  active: Uint8Array,
  e: MarkovEquilibrium,
  s: number,
) {
  const { centre, half } = active[s] ? turnover.scrap : turnover.setup;
  const q = e.leave[s];
  const z = q <= 0.5 ? 1 - Math.sqrt(2 * q) : Math.sqrt(2 * (1 - q)) - 1;
  return centre + half * z;
}

/** Where a state goes in one period: the sale, then turnover. */
function transition(game: MarkovPricingGame, e: MarkovEquilibrium, views: readonly StateView[]) {
  const { moves, turnover, mirror } = game;
  return (from: Float64Array): { to: Float64Array; turnover: number } => {
    const middle = new Float64Array(game.states);
    for (let s = 0; s < game.states; s++) {
      if (from[s] === 0) continue;
      SELLERS.forEach((who, k) => spread(moves[who], s, from[s] * views[s].sales[k], middle));
    }
    if (!turnover) return { to: middle, turnover: 0 };
    const to = new Float64Array(game.states);
    let flow = 0;
    for (let s = 0; s < game.states; s++) {
      if (middle[s] === 0) continue;
      flow += middle[s] * (turnoverFlow(game, e, s) + turnoverFlow(game, e, mirror[s]));
      const [out1, out2] = [e.leave[s], e.leave[mirror[s]]];
      const chances = [out1 * out2, (1 - out1) * out2, out1 * (1 - out2), (1 - out1) * (1 - out2)];
      chances.forEach((c, who) => (to[turnover.after[4 * s + who]] += middle[s] * c));
    }
    return { to, turnover: flow };
  };
}

function spread({ start, to, chance }: Lotteries, s: number, mass: number, out: Float64Array): void {
  if (mass === 0) return;
  for (let k = start[s]; k < start[s + 1]; k++) out[to[k]] += mass * chance[k];
}

/** Follows the distribution over states for `periods`; exact, no simulation. */
export function industry(game: MarkovPricingGame, e: MarkovEquilibrium, from: number, periods: number): Industry {
  const views = Array.from({ length: game.states }, (_, s) => viewState(game, e, s));
  const next = transition(game, e, views);
  const mean = (at: Float64Array, f: (v: StateView) => number) =>
    at.reduce((sum, m, s) => (m > 0 && !Number.isNaN(f(views[s])) ? sum + m * f(views[s]) : sum), 0);
  const hhi = new Float64Array(periods + 1);
  const history: Float64Array[] = [];
  let at = new Float64Array(game.states);
  at[from] = 1;
  let [discount, surplusValue, totalValue, flow] = [1, 0, 0, 0];
  for (let t = 0; ; t++) {
    history.push(at);
    hhi[t] =
      mean(at, (v) => v.hhi) /
      Math.max(
        1e-300,
        mean(at, (v) => (Number.isNaN(v.hhi) ? NaN : 1)),
      );
    const { to, turnover } = next(at);
    flow = turnover;
    surplusValue += discount * mean(at, (v) => v.surplus);
    totalValue += discount * (mean(at, (v) => v.surplus + v.profit) + turnover);
    discount *= game.discount;
    if (t === periods) break;
    at = to as Float64Array<ArrayBuffer>;
  }
  const sales = mean(at, (v) => v.surplus + v.profit);
  return {
    hhi,
    distribution: at,
    hhiEnd: hhi[periods],
    price:
      mean(at, (v) => v.price) /
      Math.max(
        1e-300,
        mean(at, (v) => (Number.isNaN(v.price) ? NaN : 1)),
      ),
    surplus: mean(at, (v) => v.surplus),
    totalSurplus: sales + flow,
    salesSurplus: sales,
    surplusValue,
    totalValue,
    path: (t) => history[t],
  };
}
