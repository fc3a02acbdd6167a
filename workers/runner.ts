import type {
  CompileOptions,
  Measured,
  OfQuestion,
  PieceOf,
  Pricing,
  QuestionId,
  Recording,
  Scenario,
} from "../engine/index.ts";

/** One run: everything that decides its numbers. */
export interface Job {
  readonly scenario: Scenario;
  readonly seed: string | number;
  readonly replication?: number;
  /** To the same bits; default the fastest there is. */
  readonly kernel?: CompileOptions["kernel"];
  /** Also price competition (static Nash) on these days, and on the days of launches between: for `explain`. */
  readonly nashBetween?: { readonly from: string; readonly to: string };
  /** Or every so many days: for lines of theory next to prices. */
  readonly nashEvery?: number;
  /** Or everybody prices as theory says, every quarter, whatever the scenario has them do: for benchmarks of games. */
  readonly pricing?: Pricing;
  /** URLs of the user's own plugins, loaded wherever the job runs. */
  readonly plugins?: readonly string[];
}

/** A question put to one replication: all its runs are made in one place. */
export interface Ask<Q extends QuestionId> extends Pick<
  Job,
  "scenario" | "seed" | "replication" | "kernel" | "plugins"
> {
  readonly question: Q;
  readonly of: OfQuestion<Q>;
}

export interface RunOptions {
  /** Aborting makes the run reject with an AbortError soon after. */
  readonly signal?: AbortSignal;
  /** Share done, rising to 1, about ten times a second; 1 is said before the result is handed over, nothing after. */
  readonly onProgress?: (done: number) => void;
  /** How many of the pool's threads share the run's people, to the same bits. Default: all for a big run, else one. */
  readonly threads?: number;
}

/** What an experiment needs of a back end: outputs of runs, several at once. */
export interface Measurer extends Pick<Runner, "width" | "measure"> {
  /** Told how far the whole is, where others may want to know. */
  announce?(done: number, runs: number): void;
}

/** Where runs happen. Back ends differ in nothing but that: the same job gives the same bits on each. */
export interface Runner {
  /** How many runs at once. */
  readonly width: number;
  /** @throws JobError when the run fails or its worker dies; AbortError when cancelled. */
  run(job: Job, options?: RunOptions): Promise<Recording>;
  /** The same run, of which only the outputs named come back: the recording stays where it was made. */
  measure(job: Job, outputs: readonly string[], options?: RunOptions): Promise<Measured>;
  /** What one replication says to a question; recordings stay where they were made. */
  ask<Q extends QuestionId>(ask: Ask<Q>, options?: RunOptions): Promise<PieceOf<Q>>;
  close(): Promise<void>;
}

/** A run that failed, with what is needed to repeat it. */
export class JobError extends Error {
  readonly scenario: string;
  readonly seed: string;

  constructor(job: Pick<Job, "scenario" | "seed" | "replication">, reason: unknown) {
    const why = reason instanceof Error ? reason.message : String(reason);
    super(`run failed: scenario ${job.scenario.id}, seed ${job.seed}/${job.replication ?? 0}: ${why}`, {
      cause: reason,
    });
    this.name = "JobError";
    this.scenario = job.scenario.id;
    this.seed = `${job.seed}/${job.replication ?? 0}`;
  }
}

export const aborted = (): DOMException => new DOMException("the run was cancelled", "AbortError");
