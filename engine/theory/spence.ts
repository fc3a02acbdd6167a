import { exp } from "../math/elementary.ts";
import { root } from "../math/search.ts";

/**
 * A monopolist that learns, without discounting: demand p = a - q, unit cost cmin + c0 e^(-k
 * E) after output E, for T periods.
 */
interface SpenceMonopoly {
  readonly a: number;
  readonly T: number;
  readonly c0: number;
  readonly k: number;
  readonly cmin: number;
}

/**
 * Spence (1981), “The learning curve and competition”, Bell Journal of Economics 12: output is constant, where marginal
 * revenue is the marginal cost of the last unit ever made. The first price may lie below the first cost.
 */
export function spenceMonopoly({ a, T, c0, k, cmin }: SpenceMonopoly) {
  const last = (q: number) => cmin + c0 * exp(-k * q * T);
  const profitAt = (q: number) => T * (a - q - cmin) * q - (c0 / k) * (1 - exp(-k * q * T));
  const roots = crossings((q) => a - 2 * q - last(q), 0, a / 2);
  const output = roots.reduce((best, q) => (profitAt(q) > profitAt(best) ? q : best), 0);
  return {
    output,
    price: a - output,
    terminalCost: last(output),
    initialCost: cmin + c0,
    profit: profitAt(output),
    staticOutput: Math.max(0, (a - cmin - c0) / 2),
  };
}

/** Every change of sign of f on a fine grid of [lo, hi], made exact: marginal revenue may cross cost more than once. */
function crossings(f: (x: number) => number, lo: number, hi: number, cells = 400): number[] {
  const out: number[] = [];
  for (let i = 0; i < cells; i++) {
    const [a, b] = [lo + ((hi - lo) * i) / cells, lo + ((hi - lo) * (i + 1)) / cells];
    if (f(a) === 0) out.push(a);
    else if (f(a) > 0 !== f(b) > 0) out.push(root(f, a, b));
  }
  return out;
}
