import { sobolPoints } from "../math/sobol-points.ts";
import type { Checker, Row, Tree } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch, tolerance } from "./read.ts";

/** Points of the Sobol' sequence against published ones: the first so many, or one by its number. */
export const sobolSequence: Checker = {
  id: "sobol-sequence",
  label: { en: "Sobol' sequence", zh: "Sobol' 序列" },
  accepts: (file) => file.topic === "sampling" && "direction_numbers" in branch(file.params),
  *check(file) {
    const rows: Row[] = [];
    for (const [key, tree] of Object.entries(branch(file.expected))) {
      rows.push(...compareTrees(tree, found(key, tree), tolerance(file), key));
      yield 0.5;
    }
    return rows;
  },
};

function found(key: string, tree: Tree): Found {
  const single = /^point_(\d+)_(\d+)d$/.exec(key);
  if (single) return sobolPoints(1, Number(single[2]), Number(single[1]));
  const first = /^(?:published_)?first(\d+)_(\d+)d$/.exec(key);
  if (first) return rowsOf(sobolPoints(Number(first[1]), Number(first[2])), Number(first[2]));
  const spread = /^centered_L2_discrepancy_sobol_first(\d+)_(\d+)d$/.exec(key);
  if (spread && typeof tree === "number")
    return centredDiscrepancy(sobolPoints(Number(spread[1]), Number(spread[2])), Number(spread[2]));
  return undefined; // other sequences
}

const rowsOf = (points: Float64Array, k: number): Float64Array[] =>
  Array.from({ length: points.length / k }, (_, i) => points.subarray(i * k, (i + 1) * k));

/** Centred L2 discrepancy, squared: Hickernell (1998), Math. Comp. 67:299, eq. 5.1c. */
function centredDiscrepancy(points: Float64Array, k: number): number {
  const rows = rowsOf(points, k).map((row) => row.map((x) => x - 0.5));
  const n = rows.length;
  const single = rows.reduce((sum, z) => sum + z.reduce((p, x) => p * (1 + 0.5 * Math.abs(x) - 0.5 * x * x), 1), 0);
  let pairs = 0;
  for (const z of rows)
    for (const w of rows)
      pairs += z.reduce((p, x, d) => p * (1 + 0.5 * (Math.abs(x) + Math.abs(w[d]) - Math.abs(x - w[d]))), 1);
  return Array.from({ length: k }).reduce<number>((p) => (p * 13) / 12, 1) - (2 / n) * single + pairs / (n * n);
}
