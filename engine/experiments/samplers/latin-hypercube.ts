import { nameHash, uniform } from "../../math/random.ts";
import { MOST_AXES, type Sampler } from "./sampler.ts";

const ORDER = nameHash("latin-hypercube order");
const PLACE = nameHash("latin-hypercube place");

/** McKay, Beckman & Conover (1979), Technometrics 21:239: one point in each of n strata of every axis. */
export const latinHypercube: Sampler = {
  id: "latin-hypercube",
  label: { en: "Latin hypercube", zh: "拉丁超立方" },
  description: {
    en:
      "Each axis is cut into as many strata as there are points and each stratum is hit once (McKay, " +
      "Beckman & Conover 1979).",
    zh: "每个参数按点数分层，每层恰取一点（McKay、Beckman 与 Conover，1979）。",
  },
  axes: [1, MOST_AXES],
  usual: 100,
  count: (_, n) => n,
  points(axes, n, seed) {
    const out = new Float64Array(n * axes.length);
    axes.forEach((_, d) => {
      permutation(n, seed, d).forEach((stratum, i) => {
        out[i * axes.length + d] = (stratum + uniform(seed, PLACE, i, d)) / n;
      });
    });
    return out;
  },
};

/** 0 to n-1 in an order drawn for one axis (Fisher-Yates). */
function permutation(n: number, seed: number, axis: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(uniform(seed, ORDER, i, axis) * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
