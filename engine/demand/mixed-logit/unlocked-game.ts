import type { Conditions, PricingGame } from "../../equilibrium/pricing-game.ts";
import type { AgentChoice } from "./agent-choice.ts";
import { type Earnings, earn, newEarnings } from "./earnings.ts";
import { forAgents } from "./kept-choices.ts";
import { lookAhead, type Sought } from "./outlook.ts";
import { ownerEarnings, scan } from "./scan.ts";

/** What a pricing game asks of its buyers. */
export type Asked = Required<Pick<PricingGame, "profits" | "conditions" | "curvature" | "scan">>;

/**
 * Pricing on the scenario's population. For agent i and owner f, with y_j what serving i earns on good j,
 *
 *   profit  A S_f,  S_f = sum over f's goods of P_j y_j
 *   d/dp_k  A P_k B_k - a t_k [k sets m] S_f,  B_k = y'_k - (t_k/mu)(y_k - S_f)
 *
 * summed over agents in order; second derivatives likewise, so that Newton needs no differences. With an outlook
 * y is what serving i earns now and later.
 */
export function unlockedGame({ demand, ahead }: Sought): Asked {
  const goods = demand.products.length;
  return {
    profits(p) {
      const out = new Float64Array(goods);
      const y = newEarnings(goods);
      forAgents(demand, p, (at) => {
        earn(at, p, y);
        lookAhead(ahead, at, y);
        for (let c = 0; c < at.count; c++) out[at.good[c]] += at.adopts * at.pick[c] * y.level[c];
      });
      return out;
    },
    conditions: (p, owner) => conditions({ demand, ahead }, p, owner),
    curvature: (p, owner) => curvature({ demand, ahead }, p, owner),
    scan: (p, owner, values) => scan({ demand, ahead }, p, owner, values),
  };
}

function conditions({ demand, ahead }: Sought, p: Float64Array, owner: Int32Array): Conditions {
  const profits = new Float64Array(p.length);
  const marginal = new Float64Array(p.length);
  const y = newEarnings(p.length);
  const sums = new Float64Array(Math.max(...owner) + 1);
  forAgents(demand, p, (at) => {
    earn(at, p, y);
    lookAhead(ahead, at, y);
    ownerEarnings(at, y, owner, sums);
    const { count, good, adopts, pick, pull, best } = at;
    for (let c = 0; c < count; c++) {
      const k = good[c];
      const s = sums[owner[k]];
      const part = adopts * pick[c];
      profits[k] += part * y.level[c];
      marginal[k] += part * (y.first[c] - pull[c] * (y.level[c] - s));
      if (c === best) marginal[k] -= at.slope * at.rate[c] * s;
    }
  });
  return { profits, marginal };
}

function curvature({ demand, ahead }: Sought, p: Float64Array, owner: Int32Array): Float64Array {
  const n = p.length;
  const out = new Float64Array(n * n);
  const y = newEarnings(n);
  const sums = new Float64Array(Math.max(...owner) + 1);
  const turn = new Float64Array(n);
  forAgents(demand, p, (at) => {
    earn(at, p, y);
    lookAhead(ahead, at, y);
    ownerEarnings(at, y, owner, sums);
    for (let d = 0; d < at.count; d++) turn[d] = y.first[d] - at.pull[d] * y.level[d];
    for (let c = 0; c < at.count; c++) curveRow(at, y, { owner, turn, s: sums[owner[at.good[c]]], c, out, n });
  });
  return out;
}

interface Row {
  readonly owner: Int32Array;
  readonly turn: Float64Array; // y'_l - (t_l/mu) y_l, by row
  readonly s: number; // S of the owner of the row's good
  readonly c: number;
  readonly out: Float64Array;
  readonly n: number;
}

/** Adds agent i's part of d marginal_k / d p_l for every l, k being the good in row c. */
function curveRow(at: AgentChoice, y: Earnings, { owner, turn, s, c, out, n }: Row): void {
  const { count, pick, pull, rate, good, adopts, slope, best } = at;
  const k = good[c];
  const mine = owner[k];
  const tk = pull[c];
  const b = y.first[c] - tk * (y.level[c] - s);
  const sk = pick[c] * b; // dS/dp_k
  const down = pick[c] * tk;
  for (let d = 0; d < count; d++) {
    const tl = pull[d];
    const sl = pick[d] * (tl * s + (owner[good[d]] === mine ? turn[d] : 0)); // dS/dp_l
    let skl = tl * pick[c] * pick[d] * b + down * sl;
    if (d === c) skl += pick[c] * (y.second[c] - tk * y.first[c] - tl * b);
    const al = d === best ? -slope * rate[d] : 0; // dA/dp_l
    const own = al * sk + adopts * skl;
    out[k * n + good[d]] += c === best ? own - slope * rate[c] * sl : own;
  }
  if (c === best) out[k * n + k] += at.bend * rate[c] * rate[c] * s;
}
