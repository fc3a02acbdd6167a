import { sobolIndices } from "../experiments/effects.ts";
import { saltelli } from "../experiments/samplers/saltelli.ts";
import type { RangeAxis } from "../experiments/axis.ts";
import { sine } from "../math/sine.ts";
import type { Branch, Checker, Row } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch, has, numbers, settings } from "./read.ts";

const N = 8192; // base samples
const WITHIN = 0.02; // what the case asks of an estimator with as many

/** Ishigami's function and Sobol's g-function: our estimator on our points against the analytic indices. */
export const varianceIndices: Checker = {
  id: "variance-indices",
  label: { en: "Variance-based sensitivity indices", zh: "基于方差的敏感度指数" },
  accepts: (file) => file.topic === "sensitivity" && has(file, "ishigami", "g"),
  *check(file) {
    const { ishigami, g_function: g } = branch(file.expected) as { [name: string]: Branch };
    const rows: Row[] = [];
    for (const [key, tree] of Object.entries(ishigami ?? {})) {
      const { a, b } = settings(key);
      rows.push(
        ...compareTrees(
          tree,
          indices(3, (u) => ishigamiAt(u, a, b)),
          WITHIN,
          `ishigami.${key}`,
        ),
      );
      yield 0.3;
    }
    for (const [key, tree] of Object.entries(g ?? {})) {
      const a = numbers(JSON.parse(key));
      rows.push(
        ...compareTrees(
          tree,
          indices(a.length, (u) => gAt(u, a)),
          WITHIN,
          `g_function.${key}`,
        ),
      );
      yield 0.7;
    }
    return rows;
  },
};

const UNIT: RangeAxis = {
  kind: "range",
  path: "x",
  also: [],
  unit: "",
  low: 0,
  high: 1,
  scale: "linear",
  integer: false,
  points: 2,
  base: null,
};

function indices(k: number, f: (u: Float64Array) => number): Found {
  const points = saltelli.points(
    Array.from({ length: k }, () => UNIT),
    N,
    1,
  );
  const y = Float64Array.from({ length: points.length / k }, (_, i) => f(points.subarray(i * k, (i + 1) * k)));
  const found = sobolIndices(y, k, 1);
  return { S: found.map((x) => x.first.value), ST: found.map((x) => x.total.value) };
}

/** sin x1 + a sin^2 x2 + b x3^4 sin x1 on (-pi, pi)^3 (Ishigami & Homma 1990). */
function ishigamiAt(u: Float64Array, a: number, b: number): number {
  const [x1, x2, x3] = Array.from(u, (v) => Math.PI * (2 * v - 1));
  const [s1, s2] = [sine(x1), sine(x2)];
  return s1 + a * s2 * s2 + b * x3 * x3 * x3 * x3 * s1;
}

const gAt = (u: Float64Array, a: readonly number[]): number =>
  a.reduce((product, ai, i) => (product * (Math.abs(4 * u[i] - 2) + ai)) / (1 + ai), 1);
