import { failAt, type OpenDesign, type OpenWith, type Target } from "../engine/authoring.ts";
import { basePoint, identification, type Identification, minimise, settingAt, type Setting } from "../engine/index.ts";
import type { PreparedSearch, SearchOptions } from "./prepared-search.ts";
import { type Precision, precisionOf } from "./precision.ts";
import { openTargeted } from "./targeted.ts";
import type { Measurer } from "../workers/runner.ts";
import { driveSearch, evaluate, means, type Point, type Trials } from "./search.ts";

export interface Fit extends Target {
  readonly mean: number; // over fresh draws
  readonly low: number; // of nine runs in ten
  readonly high: number;
}

interface Found {
  readonly path: string;
  readonly value: Setting;
  readonly from: Setting;
}

export interface Calibration {
  readonly settings: readonly (Found & Precision)[];
  /** Root mean square of scaled misses. */
  readonly error: { readonly before: number; readonly fitted: number; readonly holdout: number };
  readonly identification: Identification;
  readonly fits: readonly Fit[];
  readonly evaluations: number;
}

/** Fits a design's parameters to its targets. @throws ScenarioErrors, located. */
export function prepareCalibrate(design: OpenDesign, open: OpenWith): PreparedSearch<Calibration> {
  const { scenario, targets, axes, trials } = openTargeted(design, open, 5);
  if (axes.length === 0)
    throw failAt(design.root, ["parameters"], {
      en: "calibrate needs at least one parameter",
      zh: "calibrate 至少需要一个参数",
    });
  const evaluations = design.file.evaluations ?? 40 + 25 * axes.length;
  return {
    axes,
    scenario,
    evaluations,
    run: (runner, options) => fit(targets, { ...trials, evaluations }, runner, options),
  };
}

/** Scaled misses of the targets that are fitted. */
const misses = (targets: readonly Target[], values: readonly number[]): number[] =>
  targets.flatMap((t, k) => (t.holdout ? [] : [(values[k] - t.observed) / t.scale]));

const rms = (x: readonly number[]): number => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / x.length);

async function fit(
  targets: readonly Target[],
  trials: Trials & { readonly evaluations: number },
  runner: Measurer,
  { signal, onTried }: SearchOptions = {},
): Promise<Calibration> {
  const { axes, evaluations } = trials;
  const start = axes.map(basePoint);
  const missesAt = async (points: readonly Point[]) =>
    (await evaluate(points, trials, runner, signal)).map((runs) => misses(targets, means(runs)));
  let tried = 0;
  const onBatch = (count: number) => {
    tried = count;
    onTried?.(count);
  };
  const search = minimise({ dimensions: axes.length, evaluations, tolerance: 0.003, start });
  const best = await driveSearch(search, async (points) => (await missesAt(points)).map(rms), onBatch);
  const [before] = await missesAt([start]);
  const jacobian = await jacobianAt(best.point, missesAt);
  const measured = targets.every((t) => t.measured || t.holdout);
  const precision = await precisionOf({ point: best.point, axes, jacobian, measured }, missesAt);
  const fits = await judge(best.point, targets, trials, runner, signal);
  const held = fits.filter((f) => f.holdout).map((f) => (f.mean - f.observed) / f.scale);
  return {
    settings: axes.map((axis, d) => ({
      path: axis.path,
      value: settingAt(axis, best.point[d]),
      from: axis.base ?? settingAt(axis, start[d]),
      ...precision[d],
    })),
    error: { before: rms(before), fitted: best.value, holdout: held.length > 0 ? rms(held) : NaN },
    identification: identification(jacobian, axes.length),
    fits,
    evaluations: tried,
  };
}

const STEP = 0.05; // of a range, for slopes: wide enough to rise above what is left of the noise

/** Slopes of the misses by central differences on the search's draws; residuals x axes. */
async function jacobianAt(
  point: Point,
  missesAt: (points: readonly Point[]) => Promise<number[][]>,
): Promise<Float64Array> {
  const clamp = (u: number) => Math.min(1, Math.max(0, u));
  const pairs = point.flatMap((u, d) => [-STEP, STEP].map((h) => point.with(d, clamp(u + h))));
  const at = await missesAt(pairs);
  const k = point.length;
  const out = new Float64Array(at[0].length * k);
  for (let d = 0; d < k; d++) {
    const width = pairs[2 * d + 1][d] - pairs[2 * d][d];
    for (let r = 0; r < at[0].length; r++) out[r * k + d] = (at[2 * d + 1][r] - at[2 * d][r]) / width;
  }
  return out.map((x) => (Number.isFinite(x) ? x : 0));
}

/** Every target on draws the search has not seen. */
async function judge(
  point: Point,
  targets: readonly Target[],
  trials: Trials,
  runner: Measurer,
  signal: AbortSignal | undefined,
): Promise<Fit[]> {
  const replications = Math.max(20, 2 * trials.replications);
  const [runs] = await evaluate([point], { ...trials, seed: `${trials.seed}/fresh`, replications }, runner, signal);
  const mean = means(runs);
  return targets.map((target, k) => {
    const sorted = runs
      .map((r) => r[k])
      .filter(Number.isFinite)
      .toSorted((a, b) => a - b);
    const at = (p: number) => sorted[Math.round(p * (sorted.length - 1))] ?? NaN;
    return { ...target, mean: mean[k], low: at(0.05), high: at(0.95) };
  });
}
