import { SOBOL_DIMENSIONS, sobolPoints } from "../../math/sobol-points.ts";
import type { Sampler } from "./sampler.ts";

/** The sequence from its first point, which is the low corner: dropping it would unbalance every later block. */
export const sobol: Sampler = {
  id: "sobol",
  label: { en: "Sobol' sequence", zh: "Sobol' 序列" },
  description: {
    en: "Points that fill the space evenly, best in powers of two (Sobol' 1967; direction numbers of Joe & Kuo 2008).",
    zh: "均匀填充空间的低差异序列，点数最好取 2 的幂（Sobol'，1967；方向数取自 Joe 与 Kuo，2008）。",
  },
  axes: [1, SOBOL_DIMENSIONS],
  usual: 128,
  count: (_, n) => n,
  points: (axes, n) => sobolPoints(n, axes.length),
};
