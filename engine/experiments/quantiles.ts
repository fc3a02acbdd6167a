import { sortedQuantile } from "../math/quantile.ts";

/**
 * Quantiles of a stream in bounded memory: exact up to a thousand values, the extended P-squared estimate beyond
 * (Jain & Chlamtac 1985, CACM 28:1076; several quantiles at once: Raatikainen 1987). What comes out depends on the
 * order of what goes in, so runs are put in by number.
 */
export class QuantileStream {
  readonly #at: readonly number[];
  readonly #most: number;
  #exact: number[] | null = [];
  #heights: number[] = [];
  #positions: number[] = [];
  #count = 0;

  /** @param at levels in (0, 1), increasing; @param most values kept before the estimate takes over */
  constructor(at: readonly number[], most = 1000) {
    this.#at = at;
    this.#most = most;
  }

  get count(): number {
    return this.#count;
  }

  /** NaN, a value that does not exist, is left out. */
  add(x: number): void {
    if (Number.isNaN(x)) return;
    this.#count++;
    if (this.#exact === null) this.#shift(x);
    else if (this.#exact.push(x) === this.#most) this.#settle(this.#exact);
  }

  /** One value a level; NaN before there is any. */
  values(): number[] {
    if (this.#exact === null) return this.#at.map((_, k) => this.#heights[2 * (k + 1)]);
    const sorted = Float64Array.from(this.#exact).toSorted();
    return this.#at.map((p) => sortedQuantile(sorted, p));
  }

  /** Markers at the ends, at each level, and half way between neighbours. */
  #levels(): number[] {
    const all = [0, ...this.#at, 1];
    return all.flatMap((p, k) => (k === 0 ? [p] : [(all[k - 1] + p) / 2, p]));
  }

  #settle(values: readonly number[]): void {
    const sorted = Float64Array.from(values).toSorted();
    this.#positions = this.#levels().map((p) => Math.round(p * (sorted.length - 1)));
    this.#heights = this.#positions.map((i) => sorted[i]);
    this.#exact = null;
  }

  #shift(x: number): void {
    const [h, n] = [this.#heights, this.#positions];
    const last = h.length - 1;
    h[0] = Math.min(h[0], x);
    h[last] = Math.max(h[last], x);
    let cell = 0;
    while (cell < last - 1 && x >= h[cell + 1]) cell++;
    for (let i = cell + 1; i <= last; i++) n[i]++;
    this.#levels().forEach((p, i) => {
      if (i === 0 || i === last) return;
      const off = p * (this.#count - 1) - n[i];
      const step = Math.sign(off);
      if (Math.abs(off) < 1 || n[i + step] - n[i] === step) return;
      const to = parabola(h, n, i, step);
      h[i] = h[i - 1] < to && to < h[i + 1] ? to : h[i] + (step * (h[i + step] - h[i])) / (n[i + step] - n[i]);
      n[i] += step;
    });
  }
}

/** The piecewise-parabolic prediction that gives P-squared its name. */
function parabola(h: readonly number[], n: readonly number[], i: number, step: number): number {
  const up = ((n[i] - n[i - 1] + step) * (h[i + 1] - h[i])) / (n[i + 1] - n[i]);
  const down = ((n[i + 1] - n[i] - step) * (h[i] - h[i - 1])) / (n[i] - n[i - 1]);
  return h[i] + (step / (n[i + 1] - n[i - 1])) * (up + down);
}
