import { nameHash, uniform } from "../../math/random.ts";
import { MOST_AXES, type Sampler } from "./sampler.ts";

const LEVELS = 4;
/** The step of a trajectory in the unit cube, p / (2(p - 1)) with p levels: every level is visited equally often. */
export const MORRIS_STEP = LEVELS / (2 * (LEVELS - 1));

const START = nameHash("morris start");
const ORDER = nameHash("morris order");

/** Morris (1991), Technometrics 33:161: n trajectories of k + 1 points; neighbours differ in one axis by the step. */
export const morris: Sampler = {
  id: "morris",
  label: { en: "Morris trajectories", zh: "Morris 轨迹" },
  description: {
    en: "`runs` random trajectories of one step per parameter: screens many parameters cheaply (Morris 1991).",
    zh: "runs 条随机轨迹，每条逐一变动各参数：以较少的运行筛选重要参数（Morris，1991）。",
  },
  axes: [1, MOST_AXES],
  usual: 20,
  count: (axes, n) => n * (axes.length + 1),
  points(axes, n, seed) {
    const k = axes.length;
    const out = new Float64Array(n * (k + 1) * k);
    for (let r = 0; r < n; r++) trajectory(k, seed, r).forEach((point, i) => out.set(point, (r * (k + 1) + i) * k));
    return out;
  },
};

function trajectory(k: number, seed: number, r: number): number[][] {
  // A start among the levels from which a step up stays inside; from its mirror image the step goes down.
  const low = Array.from(
    { length: k },
    (_, d) => Math.floor(uniform(seed, START, r, 2 * d) * (LEVELS / 2)) / (LEVELS - 1),
  );
  const up = low.map((_, d) => uniform(seed, START, r, 2 * d + 1) < 0.5);
  const order = low.map((_, d) => d).toSorted((a, b) => uniform(seed, ORDER, r, a) - uniform(seed, ORDER, r, b));
  const point = low.map((x, d) => (up[d] ? x : x + MORRIS_STEP));
  const points = [point.slice()];
  for (const d of order) {
    point[d] += up[d] ? MORRIS_STEP : -MORRIS_STEP;
    points.push(point.slice());
  }
  return points;
}
