import { QuantileStream } from "./quantiles.ts";
import { studentT } from "./student.ts";

/** Levels of the bands that are drawn and printed. */
export const BANDS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** What is known of one output over the runs. */
export interface Moments {
  /** Runs in which it exists. */
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  /** 95 % confidence interval of the mean. */
  readonly low: number;
  readonly high: number;
  readonly min: number;
  readonly max: number;
  /** At BANDS. */
  readonly quantiles: readonly number[];
}

/** Mean, spread and quantiles of a stream, in one pass (Welford 1962) and bounded memory. */
export class MomentStream {
  #n = 0;
  #mean = 0;
  #squares = 0;
  #min = Infinity;
  #max = -Infinity;
  readonly #quantiles = new QuantileStream(BANDS);

  add(x: number): void {
    if (!Number.isFinite(x)) return;
    this.#n++;
    const off = x - this.#mean;
    this.#mean += off / this.#n;
    this.#squares += off * (x - this.#mean);
    this.#min = Math.min(this.#min, x);
    this.#max = Math.max(this.#max, x);
    this.#quantiles.add(x);
  }

  /** Half the width of the 95 % interval of the mean; infinite before there are two runs. */
  get halfWidth(): number {
    return this.#n < 2 ? Infinity : studentT(this.#n - 1) * Math.sqrt(this.#squares / (this.#n - 1) / this.#n);
  }

  result(): Moments {
    const mean = this.#n > 0 ? this.#mean : NaN;
    return {
      n: this.#n,
      mean,
      sd: this.#n > 1 ? Math.sqrt(this.#squares / (this.#n - 1)) : NaN,
      low: mean - this.halfWidth,
      high: mean + this.halfWidth,
      min: this.#n > 0 ? this.#min : NaN,
      max: this.#n > 0 ? this.#max : NaN,
      quantiles: this.#quantiles.values(),
    };
  }
}
