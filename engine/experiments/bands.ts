import { BANDS } from "./moments.ts";
import type { Measured } from "./outputs.ts";
import { QuantileStream } from "./quantiles.ts";

/** Quantiles of a series over many runs, date by date. */
export interface Band {
  readonly path: string;
  readonly dates: readonly string[];
  readonly quantiles: readonly (readonly number[])[]; // level of BANDS x date
}

const EXACT = 200; // values kept a date; a fan of many series and dates must fit in memory

/** Takes runs in order of their number; memory does not grow with them. */
export class BandStream {
  #paths: readonly string[] = [];
  #dates: readonly string[] = [];
  #streams: QuantileStream[][] = []; // path x date

  add({ paths, dates, series }: Measured): void {
    if (this.#streams.length === 0) {
      [this.#paths, this.#dates] = [paths, dates];
      this.#streams = paths.map(() => dates.map(() => new QuantileStream(BANDS, EXACT)));
    }
    series.forEach((values, p) => values.forEach((x, t) => this.#streams[p][t].add(x)));
  }

  result(): Band[] {
    return this.#paths.map((path, p) => {
      const byDate = this.#streams[p].map((stream) => stream.values());
      return { path, dates: this.#dates, quantiles: BANDS.map((_, k) => byDate.map((values) => values[k])) };
    });
  }
}
