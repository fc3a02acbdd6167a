import type { Axis, Design, Plan, Realise, Search } from "../engine/index.ts";
import { runExperiment } from "./experiment.ts";
import type { Measurer } from "../workers/runner.ts";

/** What a search runs at each of its points. */
export interface Trials {
  readonly axes: readonly Axis[];
  readonly realise: Realise;
  readonly outputs: readonly string[];
  readonly replications: number;
  readonly seed: string | number;
}

export type Point = readonly number[];

/** Outputs at points of the unit cube: point x replication x output. A failed run is NaN throughout. */
export async function evaluate(
  points: readonly Point[],
  { axes, realise, outputs, replications, seed }: Trials,
  runner: Measurer,
  signal?: AbortSignal,
): Promise<number[][][]> {
  const design: Design = { method: "points", n: points.length, replications, seed, axes, outputs };
  const plan: Plan = { design, points: Float64Array.from(points.flat()), runs: points.length * replications };
  const out: number[][][] = points.map(() => []);
  const all = Array.from({ length: plan.runs }, (_, k) => k);
  for await (const { planned, measured } of runExperiment({ plan, realise }, all, runner, { signal })) {
    out[planned.point].push(measured ? Array.from(measured.values) : outputs.map(() => NaN));
  }
  return out;
}

/** The mean of each output over the replications of a point that came through. */
export const means = (runs: readonly (readonly number[])[]): number[] =>
  (runs[0] ?? []).map((_, k) => {
    const there = runs.map((r) => r[k]).filter(Number.isFinite);
    return there.reduce((a, b) => a + b, 0) / there.length;
  });

/** Drives a search: evaluates each batch it asks for, until it is done. `onBatch` hears how many points were tried. */
export async function driveSearch<T>(
  search: Search<T>,
  objective: (points: readonly Point[]) => Promise<readonly number[]>,
  onBatch: (tried: number) => void = () => {},
): Promise<T> {
  let tried = 0;
  let step = search.next();
  while (!step.done) {
    const values = await objective(step.value);
    onBatch((tried += values.length));
    step = search.next(values);
  }
  return step.value;
}
