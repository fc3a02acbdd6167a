import { exp, log } from "../math/elementary.ts";
import type { DemandSystem } from "./demand-system.ts";
import { logitChoice } from "./logit.ts";

export interface StateDependent {
  readonly appeal: ArrayLike<number>; // a_j [money]
  readonly mu: number; // scale of tastes [money]
  readonly outside: number; // a_0 [money]; -Infinity: everybody buys
  readonly loyalty: number; // what the good bought last is worth on top [money]
  readonly size?: number; // buyers, default 1
}

/** Options of a logit in units of mu: the goods, and last the outside option. */
const utilities = ({ appeal, mu, outside }: StateDependent, p: Float64Array): Float64Array =>
  Float64Array.of(...Array.from(p, (x, j) => (appeal[j] - x) / mu), outside / mu);

/**
 * Chances of each option, in rows by the one held; the last row and column is buying nothing, to which nobody is loyal.
 */
export function choicesByState(market: StateDependent, p: Float64Array): Float64Array[] {
  const u = utilities(market, p);
  const goods = p.length;
  return Array.from({ length: goods + 1 }, (_, held) => {
    const own = u.map((x, j) => (j === held && j < goods ? x + market.loyalty / market.mu : x));
    const { shares, outside } = logitChoice(own.subarray(0, goods), own[goods]);
    return Float64Array.of(...shares, outside);
  });
}

/**
 * What is bought in the long run where buyers choose anew each period and the good bought last is worth more (state
 * dependence; Dube, Hitsch & Rossi 2010), all paying one price, loyal or not. The chain is reversible, so its shares in
 * the long run have a closed form: with w_j = e^((a_j - p_j)/mu), share j is proportional to
 *
 *   w_j sum over k of w_k e^(loyalty/mu [k = j])
 */
export function stateDependentDemand(market: StateDependent): DemandSystem {
  const { appeal, mu, loyalty, size = 1 } = market;
  const goods = appeal.length;
  const bonus = exp(loyalty / mu) - 1;
  const weigh = (p: Float64Array) => {
    const u = utilities(market, p);
    const top = u.reduce((a, b) => Math.max(a, b));
    const w = u.map((x) => exp(x - top));
    const all = w.reduce((a, b) => a + b);
    const weight = w.map((x, j) => x * (all + (j < goods ? bonus * x : 0)));
    return { w, all, weight, top, total: weight.reduce((a, b) => a + b) };
  };
  return {
    goods,
    quantities(p) {
      const { weight, total } = weigh(p);
      return weight.subarray(0, goods).map((x) => (size * x) / total);
    },
    outside(p) {
      const { weight, total } = weigh(p);
      return (size * weight[goods]) / total;
    },
    /** The mean log-sum over what is held in the long run. */
    surplus(p) {
      const { w, all, weight, total, top } = weigh(p);
      return weight.reduce((sum, part, j) => {
        const best = mu * (top + log(all + (j < goods ? bonus * w[j] : 0)));
        return sum + (size * part * best) / total;
      }, 0);
    },
    jacobian(p) {
      const { w, all, weight, total } = weigh(p);
      const out = new Float64Array(goods * goods);
      for (let j = 0; j < goods; j++) {
        // d weight_k / d p_j, and of their sum; d w_j / d p_j = -w_j/mu.
        const own = all + 2 * bonus * w[j];
        const sum = (-w[j] / mu) * (all + own);
        for (let k = 0; k < goods; k++) {
          const slope = (-w[j] / mu) * (w[k] + (k === j ? own : 0));
          out[k * goods + j] = (size * (slope - (weight[k] / total) * sum)) / total;
        }
      }
      return out;
    },
  };
}
