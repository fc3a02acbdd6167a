import { exp, log } from "../math/elementary.ts";
import type { DemandSystem } from "./demand-system.ts";

/** Choice probabilities of the multinomial logit: e^u_j over the sum, the outside option's utility included. */
export function logitChoice(utility: Float64Array, outside: number): { shares: Float64Array; outside: number } {
  let top = outside;
  for (const u of utility) top = Math.max(top, u);
  const shares = utility.map((u) => exp(u - top));
  const nothing = exp(outside - top);
  let sum = nothing;
  for (const e of shares) sum += e;
  for (let j = 0; j < shares.length; j++) shares[j] /= sum;
  return { shares, outside: nothing / sum };
}

interface Logit {
  readonly appeal: ArrayLike<number>; // a_j [money]
  readonly mu: number; // scale of tastes [money]
  readonly outside: number; // a_0 [money]; -Infinity: everybody buys
  readonly size?: number; // buyers, default 1
}

/**
 * Unit demand with Gumbel tastes: u_j = (a_j - p_j)/mu, outside a_0/mu (McFadden 1974;
 * Anderson, de Palma & Thisse 1992).
 */
export function logitDemand({ appeal, mu, outside, size = 1 }: Logit): DemandSystem {
  const goods = appeal.length;
  const choice = (p: Float64Array) =>
    logitChoice(
      p.map((x, j) => (appeal[j] - x) / mu),
      outside / mu,
    );
  return {
    goods,
    quantities: (p) => choice(p).shares.map((s) => s * size),
    outside: (p) => choice(p).outside * size,
    jacobian(p) {
      const { shares } = choice(p);
      const out = new Float64Array(goods * goods);
      for (let k = 0; k < goods; k++) {
        for (let j = 0; j < goods; j++) {
          out[k * goods + j] = ((size * shares[k]) / mu) * (shares[j] - (j === k ? 1 : 0));
        }
      }
      return out;
    },
    surplus: (p) =>
      size *
      mu *
      logSum(
        p.map((x, j) => (appeal[j] - x) / mu),
        outside / mu,
      ),
  };
}

/** ln(e^outside + sum e^u_j): expected utility of the best of all, up to Euler's constant (Small & Rosen 1981). */
export function logSum(utility: Float64Array, outside: number): number {
  let top = outside;
  for (const u of utility) top = Math.max(top, u);
  let sum = exp(outside - top);
  for (const u of utility) sum += exp(u - top);
  return top + log(sum);
}
