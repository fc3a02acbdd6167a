import { symmetricEigen } from "../math/symmetric-eigen.ts";

/** Whether the data can tell the parameters apart. */
export interface Identification {
  /** Of the Jacobian with columns of unit length; beyond 30 parameters trade off against each other. */
  readonly condition: number;
  /** Axes that move no target to speak of. */
  readonly idle: readonly number[];
  /** Axes whose joint move the targets hardly notice; empty where the condition is good. */
  readonly confounded: readonly number[];
}

const STRONG = 30; // Belsley, Kuh & Welsch (1980), Regression Diagnostics, ch. 3: strong dependence
const IDLE = 1e-3; // of the largest column
const PART = 0.3; // of the weakest direction, from which an axis belongs to it

/** @param jacobian of scaled residuals by axes in the unit cube, row-major residuals x k */
export function identification(jacobian: ArrayLike<number>, k: number): Identification {
  const rows = jacobian.length / k;
  const column = (d: number) => Array.from({ length: rows }, (_, r) => jacobian[r * k + d]);
  const norms = Array.from({ length: k }, (_, d) => Math.sqrt(column(d).reduce((sum, x) => sum + x * x, 0)));
  const most = Math.max(...norms);
  const idle = norms.flatMap((norm, d) => (norm <= IDLE * most ? [d] : []));
  const live = norms.flatMap((norm, d) => (norm > IDLE * most ? [d] : []));
  if (live.length === 0) return { condition: Infinity, idle, confounded: [] };
  const unit = live.map((d) => column(d).map((x) => x / norms[d]));
  const gram = unit.flatMap((x) => unit.map((y) => x.reduce((sum, v, r) => sum + v * y[r], 0)));
  const { values, vectors } = symmetricEigen(gram, live.length);
  const least = Math.max(0, values[0]);
  const condition = least > 1e-14 ? Math.sqrt(values[live.length - 1] / least) : Infinity;
  const weak = condition > STRONG ? live.filter((_, i) => Math.abs(vectors[0][i]) > PART) : [];
  return { condition: idle.length > 0 ? Infinity : condition, idle, confounded: weak };
}
