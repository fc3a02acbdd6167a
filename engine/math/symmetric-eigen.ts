interface Eigen {
  readonly values: Float64Array; // increasing
  readonly vectors: readonly Float64Array[]; // of unit length, in the same order
}

/** Eigenvalues and vectors of a small symmetric matrix, row-major n x n, by Jacobi's rotations (1846). */
export function symmetricEigen(matrix: ArrayLike<number>, n: number): Eigen {
  const a = Float64Array.from(matrix);
  const v = Float64Array.from({ length: n * n }, (_, i) => (Math.floor(i / n) === i % n ? 1 : 0));
  for (let round = 0; round < 60; round++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += a[p * n + q] * a[p * n + q];
    if (off < 1e-300) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, [p, q]);
  }
  const order = Array.from({ length: n }, (_, i) => i).toSorted((i, j) => a[i * n + i] - a[j * n + j]);
  return {
    values: Float64Array.from(order, (i) => a[i * n + i]),
    vectors: order.map((i) => Float64Array.from({ length: n }, (_, k) => v[k * n + i])),
  };
}

/** One rotation, which makes a_pq zero. */
function rotate(a: Float64Array, v: Float64Array, n: number, [p, q]: readonly [number, number]): void {
  const apq = a[p * n + q];
  if (apq === 0) return;
  const theta = (a[q * n + q] - a[p * n + p]) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) turn(a, [k * n + p, k * n + q], c, s);
  for (let k = 0; k < n; k++) turn(a, [p * n + k, q * n + k], c, s);
  for (let k = 0; k < n; k++) turn(v, [k * n + p, k * n + q], c, s);
}

function turn(m: Float64Array, [i, j]: readonly [number, number], c: number, s: number): void {
  const [x, y] = [m[i], m[j]];
  m[i] = c * x - s * y;
  m[j] = s * x + c * y;
}
