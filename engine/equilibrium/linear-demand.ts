import type { DemandSystem } from "./demand-system.ts";

/**
 * Linear demand q = a - B p, cut off at zero: row k of B (goods x goods) holds how quantity k falls with each price.
 * Where a product sells nothing its own row is flat, a kink the solver meets with one-sided derivatives.
 */
export function linearDemand(a: ArrayLike<number>, b: ArrayLike<number>): DemandSystem {
  const goods = a.length;
  const raw = (p: Float64Array, k: number) => {
    let q = a[k];
    for (let j = 0; j < goods; j++) q -= b[k * goods + j] * p[j];
    return q;
  };
  return {
    goods,
    quantities: (p) => p.map((_, k) => Math.max(0, raw(p, k))),
    jacobian: (p) =>
      Float64Array.from({ length: goods * goods }, (_, at) => (raw(p, Math.floor(at / goods)) > 0 ? -b[at] : 0)),
  };
}
