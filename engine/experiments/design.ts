import { seedWord } from "../math/random.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { type Axis, type Setting, settingAt } from "./axis.ts";
import { samplers } from "./samplers/index.ts";

/** A design: which scenarios are run, how often, and what is taken from each. Plain data. */
export interface Design {
  readonly method: string; // of the samplers' registry
  readonly n: number; // points, trajectories or base samples, as the method counts
  readonly replications: number; // of each point
  readonly seed: string | number;
  readonly axes: readonly Axis[];
  readonly outputs: readonly string[]; // as parseOutput reads them
}

/** Everything a design will run, by number; nothing is run yet. */
export interface Plan {
  readonly design: Design;
  readonly points: Float64Array; // points x axes, in the unit cube
  readonly runs: number;
}

/**
 * One of the runs of a plan. Replications are the same draws at every point, so differences between points are paired.
 */
export interface PlannedRun {
  readonly run: number;
  readonly point: number;
  readonly replication: number;
  readonly settings: readonly Setting[]; // one per axis
}

export function planRuns(design: Design): Plan {
  const { method, axes, n, seed, replications } = design;
  const points = samplers.get(method).points(axes, n, seedWord(`design/${seed}`));
  return { design, points, runs: (axes.length === 0 ? 1 : points.length / axes.length) * replications };
}

/** Run k of a plan: a point's replications follow each other. */
export function runAt({ design, points }: Plan, run: number): PlannedRun {
  const { axes, replications } = design;
  const point = Math.floor(run / replications);
  const settings = axes.map((axis, d) => settingAt(axis, points[point * axes.length + d]));
  return { run, point, replication: run % replications, settings };
}

/** The scenario of given settings, one per axis. */
export type Realise = (settings: readonly Setting[]) => Scenario;
