import { type Band, BandStream } from "./bands.ts";
import { type Moments, MomentStream } from "./moments.ts";
import type { Measured } from "./outputs.ts";
import { probability, type Probability } from "./probability.ts";
import { holds, type Statement } from "./statement.ts";

/** One scenario over many replications. */
export interface EnsembleSummary {
  readonly runs: number;
  readonly failed: number;
  readonly outputs: readonly (Moments & { readonly id: string })[];
  readonly bands: readonly Band[];
  readonly statements: readonly (Probability & { readonly statement: string })[];
  /** What the runs were stopped by: their number, or an interval narrow enough. */
  readonly stopped: "runs" | "width";
}

/** When enough runs have been made: the 95 % interval of an output's mean is no wider than this. */
export interface Precision {
  readonly output: string;
  readonly width: number;
}

const LEAST = 10; // runs, before an interval is believed
const EVERY = 5; // runs, between looks at it: a stop must not depend on which worker was faster

/** Takes runs in order of their number. Outputs are the ensemble's, then those that only statements ask for. */
export class EnsembleStream {
  readonly #outputs: readonly string[];
  readonly #statements: readonly Statement[];
  readonly #precision: Precision | null;
  readonly #moments: readonly MomentStream[];
  readonly #bands = new BandStream();
  readonly #hits: number[];
  #runs = 0;
  #failed = 0;

  constructor(outputs: readonly string[], statements: readonly Statement[], precision: Precision | null) {
    this.#outputs = outputs;
    this.#statements = statements;
    this.#precision = precision;
    this.#moments = outputs.map(() => new MomentStream());
    this.#hits = statements.map(() => 0);
  }

  /** @param measured of `measuredOutputs`; null for a run that failed */
  add(measured: Measured | null): void {
    if (measured === null) {
      this.#failed++;
      return;
    }
    this.#runs++;
    this.#moments.forEach((m, k) => m.add(measured.values[k]));
    this.#bands.add(measured);
    this.#statements.forEach((s, k) => {
      if (holds(s, measured.values[this.#outputs.length + k])) this.#hits[k]++;
    });
  }

  /** What each run must measure. */
  get measuredOutputs(): string[] {
    return [...this.#outputs, ...this.#statements.map((s) => s.output.id)];
  }

  /** Whether the interval asked for is narrow enough. */
  get precise(): boolean {
    if (!this.#precision || this.#runs < LEAST || this.#runs % EVERY !== 0) return false;
    return 2 * this.#moments[this.#outputs.indexOf(this.#precision.output)].halfWidth <= this.#precision.width;
  }

  result(): EnsembleSummary {
    return {
      runs: this.#runs,
      failed: this.#failed,
      outputs: this.#outputs.map((id, k) => ({ id, ...this.#moments[k].result() })),
      bands: this.#bands.result(),
      statements: this.#statements.map((s, k) => ({ statement: s.text, ...probability(this.#hits[k], this.#runs) })),
      stopped: this.precise ? "width" : "runs",
    };
  }
}
