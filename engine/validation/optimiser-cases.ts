import { minimise, solveNow } from "../experiments/minimise.ts";
import { exp } from "../math/elementary.ts";
import { sine } from "../math/sine.ts";
import type { Branch, Checker, Row } from "./case.ts";
import { compareTrees } from "./compare.ts";
import { branch, tolerance } from "./read.ts";

/** A function to be minimised, on a box. */
interface TestFunction {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly unique: boolean; // one minimiser; of several, any may be found
  at(x: readonly number[]): number;
}

const cosine = (x: number) => sine(x + Math.PI / 2);
const fill = (n: number, x: number) => Array<number>(n).fill(x);

function hartmann(a: readonly (readonly number[])[], p: readonly (readonly number[])[]): TestFunction {
  const weight = [1, 1.2, 3, 3.2];
  const bump = (x: readonly number[], i: number) =>
    exp(-x.reduce((sum, v, d) => sum + a[i][d] * (v - p[i][d] / 1e4) * (v - p[i][d] / 1e4), 0));
  return {
    low: fill(a[0].length, 0),
    high: fill(a[0].length, 1),
    unique: true,
    at: (x) => -weight.reduce((sum, w, i) => sum + w * bump(x, i), 0),
  };
}

/** Dixon & Szegő (1978), “Towards Global Optimisation 2”, and Rosenbrock (1960). */
const FUNCTIONS: Readonly<Record<string, TestFunction>> = {
  branin: {
    low: [-5, 0],
    high: [10, 15],
    unique: false,
    at([x, y]) {
      const q = y - (5.1 / (4 * Math.PI * Math.PI)) * x * x + (5 / Math.PI) * x - 6;
      return q * q + 10 * (1 - 1 / (8 * Math.PI)) * cosine(x) + 10;
    },
  },
  six_hump_camel: {
    low: [-3, -2],
    high: [3, 2],
    unique: false,
    at: ([x, y]) => (4 - 2.1 * x * x + (x * x * x * x) / 3) * x * x + x * y + (-4 + 4 * y * y) * y * y,
  },
  goldstein_price: {
    low: [-2, -2],
    high: [2, 2],
    unique: true,
    at([x, y]) {
      const [s, d] = [x + y + 1, 2 * x - 3 * y];
      const left = 1 + s * s * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y);
      return left * (30 + d * d * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y));
    },
  },
  hartmann3: hartmann(
    [
      [3, 10, 30],
      [0.1, 10, 35],
      [3, 10, 30],
      [0.1, 10, 35],
    ],
    [
      [3689, 1170, 2673],
      [4699, 4387, 7470],
      [1091, 8732, 5547],
      [381, 5743, 8828],
    ],
  ),
  hartmann6: hartmann(
    [
      [10, 3, 17, 3.5, 1.7, 8],
      [0.05, 10, 17, 0.1, 8, 14],
      [3, 3.5, 1.7, 10, 17, 8],
      [17, 8, 0.05, 10, 0.1, 14],
    ],
    [
      [1312, 1696, 5569, 124, 8283, 5886],
      [2329, 4135, 8307, 3736, 1004, 9991],
      [2348, 1451, 3522, 2883, 3047, 6650],
      [4047, 8828, 8732, 5743, 1091, 381],
    ],
  ),
  rosenbrock4: {
    low: fill(4, -5),
    high: fill(4, 10),
    unique: true,
    at: (x) =>
      x.slice(1).reduce((sum, v, i) => sum + 100 * (v - x[i] * x[i]) * (v - x[i] * x[i]) + (1 - x[i]) * (1 - x[i]), 0),
  },
};

const EVALUATIONS = 20_000;

/** The search behind `optimise` and `calibrate` against functions whose minima are known. */
export const optimiserCases: Checker = {
  id: "optimiser",
  label: { en: "Minima of test functions", zh: "测试函数的极小值" },
  accepts: (file) =>
    file.topic === "optimisation" && Object.keys(branch(file.expected)).some((key) => Object.hasOwn(FUNCTIONS, key)),
  *check(file) {
    const rows: Row[] = [];
    for (const [key, tree] of Object.entries(branch(file.expected) as { [name: string]: Branch })) {
      if (!Object.hasOwn(FUNCTIONS, key)) continue;
      const f = FUNCTIONS[key];
      const box = (point: readonly number[]) => point.map((u, d) => f.low[d] + u * (f.high[d] - f.low[d]));
      const search = minimise({ dimensions: f.low.length, evaluations: EVALUATIONS, tolerance: 1e-9 });
      const best = solveNow(search, (point) => f.at(box(point)));
      rows.push(
        ...compareTrees(
          tree,
          { fmin: best.value, argmin: f.unique ? box(best.point) : undefined },
          tolerance(file),
          key,
        ),
      );
      yield 0.5;
    }
    return rows;
  },
};
