import { symmetricEigen } from "../math/symmetric-eigen.ts";

const LEAST = 1e-10; // of the largest eigenvalue: below it the data say nothing of a direction

/**
 * Standard errors of least-squares parameters from the Jacobian at the optimum: roots of the diagonal of s^2 (J'J)^-1
 * (Seber & Wild 1989, Nonlinear Regression, ch. 2). Infinite for a parameter that the data say nothing of.
 *
 * @param jacobian of scaled residuals, row-major residuals x k
 * @param variance s^2 of a scaled residual: 1 where the scales are standard deviations
 */
export function standardErrors(jacobian: ArrayLike<number>, k: number, variance: number): number[] {
  const { values, vectors } = symmetricEigen(gramOf(jacobian, k), k);
  const least = LEAST * Math.max(...values);
  return Array.from({ length: k }, (_, d) => {
    const parts = vectors.map((v, i) =>
      values[i] > least ? (v[d] * v[d]) / values[i] : v[d] * v[d] > 1e-12 ? Infinity : 0,
    );
    return Math.sqrt(variance * parts.reduce((a, b) => a + b, 0));
  });
}

/** J'J, row-major. */
const gramOf = (jacobian: ArrayLike<number>, k: number): number[] =>
  Array.from({ length: k * k }, (_, at) => {
    const [a, b] = [Math.floor(at / k), at % k];
    let sum = 0;
    for (let r = 0; r < jacobian.length / k; r++) sum += jacobian[r * k + a] * jacobian[r * k + b];
    return sum;
  });

/**
 * How others move when one parameter is moved by 1 and they fit as well as they can: what a profile likelihood holds
 * to first order. 1 for the one itself.
 */
export function profileDirection(jacobian: ArrayLike<number>, k: number, d: number): number[] {
  const gram = gramOf(jacobian, k);
  const others = Array.from({ length: k }, (_, i) => i).filter((i) => i !== d);
  const n = others.length;
  const { values, vectors } = symmetricEigen(
    others.flatMap((a) => others.map((b) => gram[a * k + b])),
    n,
  );
  const least = LEAST * Math.max(...values, 0);
  const out = Array.from({ length: k }, (_, i) => (i === d ? 1 : 0));
  vectors.forEach((v, i) => {
    if (values[i] <= least) return;
    const along = others.reduce((sum, a, m) => sum + v[m] * gram[a * k + d], 0) / values[i];
    others.forEach((a, m) => (out[a] -= v[m] * along));
  });
  return out;
}
