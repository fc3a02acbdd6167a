import { basePoint } from "../axis.ts";
import { MOST_AXES, type Sampler } from "./sampler.ts";

/** The base, then for each axis its low end and its high end with all others at the base: 2k + 1 points. */
export const oneAtATime: Sampler = {
  id: "one-at-a-time",
  label: { en: "One at a time", zh: "逐一变动" },
  description: {
    en: "Each parameter at its low and its high end, all others as they are: a tornado chart, blind to interactions.",
    zh: "每次只把一个参数放到下限或上限，其余不变：用于龙卷风图，看不到参数之间的交互。",
  },
  axes: [1, MOST_AXES],
  usual: 0,
  count: (axes) => 2 * axes.length + 1,
  points(axes) {
    const k = axes.length;
    const base = axes.map(basePoint);
    const out = new Float64Array((2 * k + 1) * k);
    for (let i = 0; i <= 2 * k; i++) out.set(base, i * k);
    for (let d = 0; d < k; d++) {
      out[(2 * d + 1) * k + d] = 0;
      out[(2 * d + 2) * k + d] = 1;
    }
    return out;
  },
};
