/**
 * How much of each product people buy at any prices. Everything in this folder sees demand through this: plain and
 * nested logit, linear, and the scenario's own population are all demand systems.
 */
export interface DemandSystem {
  readonly goods: number;
  /** Quantities at prices p, by product. */
  quantities(p: Float64Array): Float64Array;
  /** Their derivatives, goods x goods: row k, column j holds d q_k / d p_j. */
  jacobian(p: Float64Array): Float64Array;
  /** Consumer surplus at prices p, up to a constant; where the system has one. */
  surplus?(p: Float64Array): number;
  /** Share or quantity of buying nothing; where the system has one. */
  outside?(p: Float64Array): number;
}

/**
 * Diversion ratios, goods x goods: of the units product j (row) loses when its price rises a little, the share that
 * goes to product k (column). The diagonal holds the share that goes to buying nothing, so a row sums to one.
 */
export function diversion(demand: DemandSystem, p: Float64Array): Float64Array {
  const n = demand.goods;
  const jacobian = demand.jacobian(p);
  const out = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    let toRivals = 0;
    for (let k = 0; k < n; k++) {
      if (k === j) continue;
      out[j * n + k] = -jacobian[k * n + j] / jacobian[j * n + j];
      toRivals += out[j * n + k];
    }
    out[j * n + j] = 1 - toRivals;
  }
  return out;
}

/** Price elasticities, goods x goods: row k, column j is that of quantity k with respect to price j. */
export function elasticities(demand: DemandSystem, p: Float64Array): Float64Array {
  const n = demand.goods;
  const q = demand.quantities(p);
  return demand.jacobian(p).map((d, at) => (d * p[at % n]) / q[Math.floor(at / n)]);
}
