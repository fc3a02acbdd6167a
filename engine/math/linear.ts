/**
 * Dense linear algebra on row-major matrices, small ones: elimination in a fixed order, so the same bits everywhere.
 */

/**
 * Solves A x = b by elimination with row pivoting; leaves A and b alone. Null when A is singular to working precision.
 */
export function solve(a: ArrayLike<number>, b: ArrayLike<number>): Float64Array | null {
  const n = b.length;
  const m = Float64Array.from(a);
  const x = Float64Array.from(b);
  for (let c = 0; c < n; c++) {
    const p = pivotRow(m, n, c);
    if (!(Math.abs(m[p * n + c]) > 1e-300)) return null;
    if (p !== c) swapRows(m, x, n, p, c);
    for (let r = c + 1; r < n; r++) {
      const f = m[r * n + c] / m[c * n + c];
      if (f === 0) continue;
      for (let k = c; k < n; k++) m[r * n + k] -= f * m[c * n + k];
      x[r] -= f * x[c];
    }
  }
  for (let r = n - 1; r >= 0; r--) {
    for (let k = r + 1; k < n; k++) x[r] -= m[r * n + k] * x[k];
    x[r] /= m[r * n + r];
  }
  return x.every(Number.isFinite) ? x : null;
}

function pivotRow(m: Float64Array, n: number, c: number): number {
  let p = c;
  for (let r = c + 1; r < n; r++) if (Math.abs(m[r * n + c]) > Math.abs(m[p * n + c])) p = r;
  return p;
}

function swapRows(m: Float64Array, x: Float64Array, n: number, p: number, c: number): void {
  for (let k = 0; k < n; k++) [m[p * n + k], m[c * n + k]] = [m[c * n + k], m[p * n + k]];
  [x[p], x[c]] = [x[c], x[p]];
}

/** Whether the symmetric part of an n x n matrix is negative definite: Cholesky of its negative goes through. */
export function isNegativeDefinite(a: ArrayLike<number>, n: number): boolean {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = -0.5 * (a[i * n + j] + a[j * n + i]);
      for (let k = 0; k < j; k++) sum -= l[i * n + k] * l[j * n + k];
      if (i === j && !(sum > 0)) return false;
      l[i * n + j] = i === j ? Math.sqrt(sum) : sum / l[j * n + j];
    }
  }
  return true;
}

/** The rows and columns `pick` of an n x n matrix. */
export function submatrix(a: ArrayLike<number>, n: number, pick: readonly number[]): Float64Array {
  const out = new Float64Array(pick.length * pick.length);
  pick.forEach((r, i) => pick.forEach((c, j) => (out[i * pick.length + j] = a[r * n + c])));
  return out;
}
