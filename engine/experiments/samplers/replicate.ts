import type { Sampler } from "./sampler.ts";

/** The scenario as it is: all that varies is luck. */
export const replicate: Sampler = {
  id: "replicate",
  label: { en: "Ensemble", zh: "集合" },
  description: {
    en: "The scenario as it is, over and over: only the draws differ.",
    zh: "情景不变，只换随机数，反复运行。",
  },
  axes: [0, 0],
  usual: 1,
  count: () => 1,
  points: () => new Float64Array(0),
};
