import { seedWord } from "../math/random.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { type Axis, type Setting, settingAt } from "./axis.ts";
import { samplers } from "./samplers/index.ts";

/** A design: which scenarios are run, how often, and what is taken from each. Plain data. */
export interface Design {
  /** Of the samplers' registry. */
  readonly method: string;
  /** Points, trajectories or base samples, as the method counts. */
  readonly n: number;
  /** Of each point. */
  readonly replications: number;
  readonly seed: string | number;
  readonly axes: readonly Axis[];
  /** As parseOutput reads them. */
  readonly outputs: readonly string[];
}

/** Everything a design will run, by number; nothing is run yet. */
export interface Plan {
  readonly design: Design;
  /** Points x axes, in the unit cube. */
  readonly points: Float64Array;
  readonly runs: number;
}

/**
 * One of the runs of a plan. Replications are the same draws at every point, so differences between points are paired.
 */
export interface PlannedRun {
  readonly run: number;
  readonly point: number;
  readonly replication: number;
  /** One per axis. */
  readonly settings: readonly Setting[];
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

/** The scenario of given settings, one per axis; where what is not known is drawn as well, of a replication. */
export type Realise = (settings: readonly Setting[], replication?: number) => Scenario;
