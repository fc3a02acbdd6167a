import { seedWord } from "../math/random.ts";
import type { Plan } from "./design.ts";
import {
  type ElementaryEffects,
  elementaryEffects,
  type SobolIndices,
  sobolIndices,
  type Swing,
  swings,
} from "./effects.ts";

/** What one output owes to each axis, by the method of the design. */
export type Sensitivity =
  | { readonly kind: "swings"; readonly axes: readonly Swing[] }
  | { readonly kind: "elementary-effects"; readonly axes: readonly ElementaryEffects[]; readonly trajectories: number }
  | { readonly kind: "sobol-indices"; readonly axes: readonly SobolIndices[]; readonly samples: number };

type Analysis = (plan: Plan, y: Float64Array) => Sensitivity;

/** Samplers whose points are laid out for an analysis of their own. */
const ANALYSES: Readonly<Record<string, Analysis>> = {
  "one-at-a-time": ({ design }, y) => ({ kind: "swings", axes: swings(y, design.axes.length) }),
  morris: ({ design, points }, y) => {
    const k = design.axes.length;
    const whole = wholeBlocks(y, k + 1);
    const kept = whole.flatMap((b) => Array.from(points.subarray(b * (k + 1) * k, (b + 1) * (k + 1) * k)));
    const axes =
      whole.length > 0 ? elementaryEffects(Float64Array.from(kept), take(y, whole, k + 1), k, word(design.seed)) : [];
    return { kind: "elementary-effects", axes, trajectories: whole.length };
  },
  saltelli: ({ design }, y) => {
    const k = design.axes.length;
    const whole = wholeBlocks(y, k + 2);
    const axes = whole.length > 1 ? sobolIndices(take(y, whole, k + 2), k, word(design.seed)) : [];
    return { kind: "sobol-indices", axes, samples: whole.length };
  },
};

const word = (seed: string | number) => seedWord(`analysis/${seed}`);

export const isSensitivity = (method: string): boolean => method in ANALYSES;

/**
 * @param y one output at every point, the mean of its replications; NaN where all of them failed. A trajectory or a
 * base sample with a hole in it is left out whole.
 */
export const sensitivity = (plan: Plan, y: Float64Array): Sensitivity => ANALYSES[plan.design.method](plan, y);

function wholeBlocks(y: Float64Array, size: number): number[] {
  const blocks = Array.from({ length: Math.floor(y.length / size) }, (_, b) => b);
  return blocks.filter((b) => y.subarray(b * size, (b + 1) * size).every(Number.isFinite));
}

const take = (y: Float64Array, blocks: readonly number[], size: number): Float64Array =>
  Float64Array.from(blocks.flatMap((b) => Array.from(y.subarray(b * size, (b + 1) * size))));
