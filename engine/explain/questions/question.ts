import type { Recording } from "../../recording/recorder.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { Span } from "../../benchmarks/nash-prices.ts";

/** Runs a scenario with the draws of the replication in hand. `nashBetween` also prices competition on those days. */
export type Simulate = (scenario: Scenario, options?: { readonly nashBetween?: Span }) => Promise<Recording>;

/**
 * Whose draws these are, and how to take long steps: one at a time, so that a cancel is heard and progress is shown.
 */
export interface Turn {
  readonly seed: string | number;
  readonly replication: number;
  work<T>(steps: Generator<number, T>): Promise<T>;
}

/**
 * A question about a scenario, put to one replication at a time: what each one answers is small plain data, so that it
 * can be worked out wherever runs are made, and put together anywhere.
 */
export interface Question<Of, Piece, Answer> {
  /** Runs a replication takes. */
  runs(of: Of): number;
  /** Replications without which there is no answer. */
  readonly least: number;
  one(scenario: Scenario, of: Of, simulate: Simulate, turn: Turn): Promise<Piece>;
  all(scenario: Scenario, of: Of, pieces: readonly Piece[]): Answer;
}
