import type { Text } from "../../text/text.ts";
import type { Axis } from "../axis.ts";

/** Of methods that take any number: each end of each is read by the scenario's schema before a run begins. */
export const MOST_AXES = 200;

/** A way of choosing the points of a design. One file, and one line on the registry. */
export interface Sampler {
  readonly id: string;
  readonly label: Text;
  /** What it is good for, with where it comes from. */
  readonly description: Text;
  /** Fewest and most axes it takes. */
  readonly axes: readonly [least: number, most: number];
  /** How many points, trajectories or base samples are taken unless told otherwise. */
  readonly usual: number;
  /** How many points there will be, known before any is made. */
  count(axes: readonly Axis[], n: number): number;
  /**
   * Points in the unit cube, row-major, points x axes. `n` is the number of points asked for; a method that needs a
   * multiple of it (trajectories, base samples) says so in its description. `seed` is a key word of random draws.
   */
  points(axes: readonly Axis[], n: number, seed: number): Float64Array;
}
