import type { Axis, Scenario } from "../engine/index.ts";
import type { Measurer } from "../workers/runner.ts";

export interface SearchOptions {
  readonly signal?: AbortSignal;
  /** How many points have been tried, of `evaluations` at most. */
  readonly onTried?: (tried: number) => void;
}

/** A search read from a design file and checked against its scenario: ready to run wherever runs are made. */
export interface PreparedSearch<Found> {
  readonly axes: readonly Axis[];
  readonly scenario: Scenario;
  readonly evaluations: number;
  run(runner: Measurer, options?: SearchOptions): Promise<Found>;
}
