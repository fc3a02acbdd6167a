import { sum } from "../math/sum.ts";
import { exp, log } from "../math/elementary.ts";
import { logitChoice } from "../equilibrium/logit.ts";

/**
 * Buyers who choose anew each period by logit and pay s to change: a Markov chain over options. It is reversible, so
 * its stationary shares have a closed form: pi_i is proportional to e^U_i sum_k e^(U_k - s [k != i]).
 */
export function switchingChain(utility: Float64Array, s: number) {
  const n = utility.length;
  const transition = Array.from(
    { length: n },
    (_, i) =>
      logitChoice(
        utility.map((u, k) => (k === i ? u : u - s)),
        -Infinity,
      ).shares,
  );
  const weights = utility.map((u, i) => exp(u) * utility.reduce((sum, x, k) => sum + exp(k === i ? x : x - s), 0));
  const total = sum(weights);
  return { transition, stationary: weights.map((w) => w / total) };
}

/** Shares one period later. */
export const advance = (shares: Float64Array, transition: readonly Float64Array[]): Float64Array =>
  shares.map((_, k) => transition.reduce((sum, row, i) => sum + shares[i] * row[k], 0));

/** Shares after `periods`. */
export function sharesAfter(start: Float64Array, transition: readonly Float64Array[], periods: number): Float64Array {
  let shares = start;
  for (let t = 0; t < periods; t++) shares = advance(shares, transition);
  return shares;
}

/**
 * The chain's second-largest eigenvalue, which sets how fast it forgets: power iteration on the chain made symmetric by
 * its stationary shares, with the leading eigenvector sqrt(pi) taken out at every step.
 */
export function secondEigenvalue(transition: readonly Float64Array[], stationary: Float64Array): number {
  const n = stationary.length;
  const lead = stationary.map(Math.sqrt);
  let v = Float64Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1) * (i + 1));
  let value = 0;
  for (let step = 0; step < 20_000; step++) {
    const along = v.reduce((sum, x, i) => sum + x * lead[i], 0);
    v = v.map((x, i) => x - along * lead[i]);
    const length = Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
    if (length < 1e-13) return 0;
    v = v.map((x) => x / length);
    const next = v.map((_, i) => v.reduce((sum, x, k) => sum + (lead[i] / lead[k]) * transition[i][k] * x, 0));
    const rayleigh = next.reduce((sum, x, i) => sum + x * v[i], 0);
    v = next;
    if (step > 10 && Math.abs(rayleigh - value) < 1e-16) return rayleigh;
    value = rayleigh;
  }
  return value;
}

/** Periods in which a difference from stationary shares halves. */
export const halfLife = (eigenvalue: number): number => (eigenvalue < 1e-12 ? 0 : log(0.5) / log(eigenvalue));
