import { levelAt, levelsOf } from "../axis.ts";
import { MOST_AXES, type Sampler } from "./sampler.ts";

export const list: Sampler = {
  id: "list",
  label: { en: "List of points", zh: "逐点列出" },
  description: {
    en: "The combinations that the design lists under `points`, or in a CSV `file`: no others.",
    zh: "只运行设计在 points 中（或 CSV 文件 file 中）列出的组合。",
  },
  axes: [1, MOST_AXES],
  usual: 0,
  count: (axes) => levelsOf(axes[0]),
  points(axes) {
    const n = levelsOf(axes[0]);
    const out = new Float64Array(n * axes.length);
    for (let k = 0; k < n; k++) axes.forEach((axis, d) => (out[k * axes.length + d] = levelAt(axis, k, n)));
    return out;
  },
};
