import { SOBOL_DIMENSIONS, sobolPoints } from "../../math/sobol-points.ts";
import type { Sampler } from "./sampler.ts";

/**
 * Saltelli et al. (2010), Comput. Phys. Commun. 181:259: two matrices A and B of n points, then k matrices AB_i, which
 * are A with column i from B. Row by row, n (k + 2) points: A_j, AB_1j ... AB_kj, B_j, so that a run cut short still
 * holds whole rows. The first point, a corner in both matrices, would say nothing and is left out.
 */
export const saltelli: Sampler = {
  id: "saltelli",
  label: { en: "Sobol' indices", zh: "Sobol' 指数" },
  description: {
    en: "`runs` x (parameters + 2) points for variance-based indices, first order and total (Saltelli et al. 2010).",
    zh: "共 runs ×（参数个数 + 2）个点，用于基于方差的一阶与总效应指数（Saltelli 等，2010）。",
  },
  axes: [1, SOBOL_DIMENSIONS / 2],
  usual: 64,
  count: (axes, n) => n * (axes.length + 2),
  points(axes, n) {
    const k = axes.length;
    const pairs = sobolPoints(n, 2 * k, 1);
    const out = new Float64Array(n * (k + 2) * k);
    for (let j = 0; j < n; j++) {
      const a = pairs.subarray(j * 2 * k, j * 2 * k + k);
      const b = pairs.subarray(j * 2 * k + k, (j + 1) * 2 * k);
      const row = j * (k + 2);
      for (let i = 0; i <= k; i++) out.set(a, (row + i) * k);
      for (let i = 0; i < k; i++) out[(row + 1 + i) * k + i] = b[i];
      out.set(b, (row + k + 1) * k);
    }
    return out;
  },
};
