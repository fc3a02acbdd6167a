import { levelAt, levelsOf } from "../axis.ts";
import type { Sampler } from "./sampler.ts";

/** Every combination of the axes' levels; the last axis varies fastest. */
export const grid: Sampler = {
  id: "grid",
  label: { en: "Grid", zh: "网格" },
  description: {
    en: "Every combination of every axis' values, or of `points` evenly spaced ones over its range.",
    zh: "各参数取值的全部组合；给出范围的参数按 points 等分取点。",
  },
  axes: [1, 12],
  usual: 0,
  count: (axes) => axes.map(levelsOf).reduce((a, b) => a * b, 1),
  points(axes) {
    const levels = axes.map(levelsOf);
    const n = levels.reduce((a, b) => a * b, 1);
    const out = new Float64Array(n * axes.length);
    for (let i = 0; i < n; i++) {
      let rest = i;
      for (let d = axes.length - 1; d >= 0; d--) {
        out[i * axes.length + d] = levelAt(axes[d], rest % levels[d], levels[d]);
        rest = Math.floor(rest / levels[d]);
      }
    }
    return out;
  },
};
