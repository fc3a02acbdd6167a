import { exp, log } from "../math/elementary.ts";
import type { DemandSystem } from "./demand-system.ts";

interface NestedLogit {
  readonly appeal: ArrayLike<number>; // a_j, in units of utility
  readonly alpha: number; // marginal utility of money
  readonly sigma: number; // correlation of tastes within a nest, [0, 1)
  readonly nest: ArrayLike<number>; // nest of each product
  readonly outside?: number; // utility of buying nothing, in a nest of its own; default 0
}

interface Shares {
  readonly share: Float64Array;
  readonly within: Float64Array; // share of its nest
  readonly outside: number;
  readonly logSum: number;
}

/**
 * Nested logit in Berry's (1994) form: utility d_j = a_j - alpha p_j; within nest g shares are e^(d_j/(1-sigma))/D_g,
 * and a nest is chosen with D_g^(1-sigma) over the sum of those and the outside option.
 */
export function nestedLogitDemand(spec: NestedLogit): DemandSystem {
  const { appeal, alpha, sigma, nest } = spec;
  const goods = appeal.length;
  return {
    goods,
    quantities: (p) => nestedShares(spec, p).share,
    outside: (p) => nestedShares(spec, p).outside,
    surplus: (p) => nestedShares(spec, p).logSum / alpha,
    jacobian(p) {
      const { share, within } = nestedShares(spec, p);
      const out = new Float64Array(goods * goods);
      const steep = 1 / (1 - sigma);
      for (let k = 0; k < goods; k++) {
        for (let j = 0; j < goods; j++) {
          const nearby = nest[k] === nest[j] ? sigma * steep * within[j] : 0;
          out[k * goods + j] = -alpha * share[k] * ((k === j ? steep : 0) - nearby - share[j]);
        }
      }
      return out;
    },
  };
}

function nestedShares({ appeal, alpha, sigma, nest, outside = 0 }: NestedLogit, p: Float64Array): Shares {
  const nests = Math.max(...Array.from(nest)) + 1;
  const u = p.map((x, j) => (appeal[j] - alpha * x) / (1 - sigma));
  const top = new Float64Array(nests).fill(-Infinity);
  u.forEach((x, j) => (top[nest[j]] = Math.max(top[nest[j]], x)));
  const sum = new Float64Array(nests);
  const within = u.map((x, j) => exp(x - top[nest[j]]));
  within.forEach((e, j) => (sum[nest[j]] += e));
  within.forEach((e, j) => (within[j] = e / sum[nest[j]]));
  const value = sum.map((s, g) => (s > 0 ? (1 - sigma) * (top[g] + log(s)) : -Infinity));
  const best = Math.max(outside, ...value);
  const weight = value.map((v) => exp(v - best));
  const nothing = exp(outside - best);
  const all = weight.reduce((a, b) => a + b, nothing);
  return {
    share: within.map((w, j) => (w * weight[nest[j]]) / all),
    within,
    outside: nothing / all,
    logSum: best + log(all),
  };
}
