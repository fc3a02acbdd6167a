import { sum } from "../math/sum.ts";
import type { Setting } from "./axis.ts";
import { type Plan, runAt } from "./design.ts";
import { type Moments, MomentStream } from "./moments.ts";
import { probability, type Probability } from "./probability.ts";
import { REGIMES } from "./regime.ts";
import { isSensitivity, sensitivity, type Sensitivity } from "./sensitivity.ts";

/** What an experiment comes to. Plain data, NaN where a number does not exist. */
export interface ExperimentSummary {
  readonly method: string;
  readonly runs: number; // planned
  readonly done: number;
  readonly failed: number;
  readonly failures: readonly { readonly run: number; readonly error: string }[]; // the first hundred
  readonly outputs: readonly (Moments & { readonly id: string })[];
  /** Where the regime is among the outputs: how often each of REGIMES came about, over all runs. */
  readonly regimes?: readonly Probability[];
  readonly sensitivity?: Readonly<Record<string, Sensitivity>>; // by output
  readonly map?: RegimeMap;
  /** Where the points are few and chosen: what each came to, its replications put together. */
  readonly points?: readonly PointSummary[];
}

/** One point of a design. */
export interface PointSummary {
  readonly settings: readonly Setting[]; // one per axis
  readonly means: readonly number[]; // one per output
  readonly shares?: readonly number[]; // of replications in each of REGIMES
}

/** One output over the cells of a grid of two axes. */
export interface RegimeMap {
  readonly output: string;
  readonly x: string; // paths
  readonly y: string;
  readonly cells: readonly {
    readonly x: Setting;
    readonly y: Setting;
    readonly mean: number;
    /** For the regime: the share of replications in each of REGIMES. */
    readonly shares?: readonly number[];
  }[];
}

const MOST_FAILURES = 100;
const MOST_POINTS = 1000; // told one by one

/** A list, a grid or one parameter is read point by point: a spread over them would be one of our choosing. */
const toldByPoint = ({ design: { method, axes, replications }, runs }: Plan): boolean =>
  (["list", "grid"].includes(method) || (axes.length === 1 && !isSensitivity(method))) &&
  runs / replications <= MOST_POINTS;

/** Takes runs in order of their number and sums them up; keeps numbers by point only where the method needs them. */
export class SummaryStream {
  readonly #plan: Plan;
  readonly #map: string | null;
  readonly #regime: number; // its column, -1 where it is no output
  readonly #moments: readonly MomentStream[];
  readonly #byPoint: Float64Array | null; // point x output: sums over replications
  readonly #counts: Float64Array | null;
  readonly #regimes: Float64Array | null; // point x regime
  readonly #failures: { run: number; error: string }[] = [];
  readonly #regimeCounts = REGIMES.map(() => 0);
  #done = 0;
  #failed = 0;

  /** @param map an output to be mapped over a grid of two axes */
  constructor(plan: Plan, map: string | null = null) {
    const { design, runs } = plan;
    const points = runs / design.replications;
    const kept = isSensitivity(design.method) || map !== null || toldByPoint(plan);
    this.#plan = plan;
    this.#regime = design.outputs.indexOf("regime");
    this.#map = map;
    this.#moments = design.outputs.map(() => new MomentStream());
    this.#byPoint = kept ? new Float64Array(points * design.outputs.length) : null;
    this.#counts = kept ? new Float64Array(points * design.outputs.length) : null;
    this.#regimes = kept && this.#regime >= 0 ? new Float64Array(points * REGIMES.length) : null;
  }

  /** @param values of the outputs; null for a run that failed */
  add(run: number, values: ArrayLike<number> | null, error: string | null): void {
    if (values === null) {
      this.#failed++;
      if (this.#failures.length < MOST_FAILURES) this.#failures.push({ run, error: error ?? "" });
      return;
    }
    this.#done++;
    const { point } = runAt(this.#plan, run);
    const width = this.#moments.length;
    for (let k = 0; k < width; k++) {
      this.#moments[k].add(values[k]);
      if (this.#byPoint && Number.isFinite(values[k])) {
        this.#byPoint[point * width + k] += values[k];
        this.#counts![point * width + k]++;
      }
    }
    if (this.#regime < 0) return;
    this.#regimeCounts[values[this.#regime]]++;
    if (this.#regimes) this.#regimes[point * REGIMES.length + values[this.#regime]]++;
  }

  result(): ExperimentSummary {
    const { design, runs } = this.#plan;
    const outputs = design.outputs.map((id, k) => ({ id, ...this.#moments[k].result() }));
    return {
      method: design.method,
      runs,
      done: this.#done,
      failed: this.#failed,
      failures: this.#failures,
      outputs,
      ...(this.#regime >= 0 && { regimes: this.#regimeCounts.map((n) => probability(n, this.#done)) }),
      ...(isSensitivity(design.method) && { sensitivity: this.#sensitivity() }),
      ...(this.#map !== null && { map: this.#mapped(this.#map) }),
      ...(toldByPoint(this.#plan) && { points: this.#pointByPoint() }),
    };
  }

  /** One output's mean at every point. */
  #means(column: number): Float64Array {
    const width = this.#moments.length;
    return Float64Array.from({ length: this.#byPoint!.length / width }, (_, p) => {
      const n = this.#counts![p * width + column];
      return n > 0 ? this.#byPoint![p * width + column] / n : NaN;
    });
  }

  #pointByPoint(): PointSummary[] {
    const { design, runs } = this.#plan;
    const columns = design.outputs.map((_, k) => this.#means(k));
    return Array.from({ length: runs / design.replications }, (_, point) => ({
      settings: runAt(this.#plan, point * design.replications).settings,
      means: columns.map((column) => column[point]),
      ...(this.#regimes && { shares: this.#sharesAt(point) }),
    }));
  }

  #sensitivity(): Record<string, Sensitivity> {
    return Object.fromEntries(this.#plan.design.outputs.map((id, k) => [id, sensitivity(this.#plan, this.#means(k))]));
  }

  #mapped(output: string): RegimeMap {
    const { design } = this.#plan;
    const [x, y] = design.axes.map((axis) => axis.path);
    const cells = Array.from(this.#means(design.outputs.indexOf(output)), (mean, point) => {
      const [atX, atY] = runAt(this.#plan, point * design.replications).settings;
      return { x: atX, y: atY, mean, ...(output === "regime" && { shares: this.#sharesAt(point) }) };
    });
    return { output, x, y, cells };
  }

  #sharesAt(point: number): number[] {
    const row = Array.from(this.#regimes!.subarray(point * REGIMES.length, (point + 1) * REGIMES.length));
    const all = sum(row);
    return row.map((n) => n / all);
  }
}
