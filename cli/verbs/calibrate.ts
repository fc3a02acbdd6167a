import plot from "simple-ascii-chart";
import { failAt, type OpenDesign, realiser, resolveAxes } from "../../engine/authoring.ts";
import {
  type Axis,
  basePoint,
  identification,
  type Identification,
  type Language,
  minimise,
  parsePath,
  type Scenario,
  settingAt,
  type Setting,
} from "../../engine/index.ts";
import { date, number, percent, setting } from "../../report/format.ts";
import { outputName, outputValue } from "../../report/output-words.ts";
import { driveSearch, evaluate, means, type Point, type Trials } from "../../workers/search.ts";
import type { Measurer } from "../../workers/runner.ts";
import { axisName } from "../../report/axis-words.ts";
import { openDesign, scenarioOpener } from "../experiment.ts";
import { writeWhole } from "../folder/files.ts";
import { print, progressLine, say } from "../io.ts";
import { jsonLine, jsonText } from "../json.ts";
import { withMeasurer } from "../runner.ts";
import { plainTable } from "../terminal.ts";
import type { Options, Verb } from "../verb.ts";

/** One observed number. */
interface Target {
  readonly output: string;
  readonly series: string | null; // the series it is a point of
  readonly observed: number;
  readonly scale: number; // a miss of this size counts as 1
  readonly holdout: boolean;
}

interface Fit extends Target {
  readonly mean: number; // over fresh draws
  readonly low: number; // of nine runs in ten
  readonly high: number;
}

interface Calibration {
  readonly settings: readonly { readonly path: string; readonly value: Setting; readonly from: Setting }[];
  readonly error: { readonly before: number; readonly fitted: number; readonly holdout: number }; // root mean square of scaled misses
  readonly identification: Identification;
  readonly fits: readonly Fit[];
  readonly evaluations: number;
}

export const calibrate: Verb = {
  name: "calibrate",
  args: "<design>",
  summary: {
    en: "Fit parameters to observed numbers and series, with a hold-out and a warning where the data cannot tell",
    zh: "用观测到的数值和序列拟合参数，留出一部分作检验，并指出数据无法识别的参数",
  },
  flags: [["--backend <local|redis://...>", { en: "where the runs happen", zh: "在哪里运行" }]],
  example: "pricewar calibrate calibrate-demand",
  async run([name], options) {
    const design = openDesign(name, options);
    const targets = targetsOf(design);
    const open = scenarioOpener(name, design, options);
    const { scenario } = open({});
    const axes = resolveAxes(design, open);
    if (axes.length === 0) throw failAt(design.root, ["parameters"], { en: "calibrate needs at least one parameter", zh: "calibrate 至少需要一个参数" }); // prettier-ignore
    const trials: Trials = { axes, realise: realiser(axes, open), outputs: targets.map((t) => t.output), replications: design.file.replications ?? 5, seed: design.file.seed }; // prettier-ignore
    const found = await fit(targets, trials, design.file.evaluations ?? 40 + 25 * axes.length, options);
    if (options.out !== undefined) {
      writeWhole(options.out, jsonText(found));
      say(options.lang === "zh" ? `结果已写入 ${options.out}` : `Results are in ${options.out}`);
    }
    print(options.json ? jsonLine(found) : asText(found, axes, scenario, options.lang));
  },
};

const USUAL_SCALE = 0.1; // of the observed value, where a target gives no sd

/** Every observed number; a series is one target a date. @throws ScenarioErrors, located. */
function targetsOf({ file, root }: OpenDesign): Target[] {
  if (file.targets.length === 0)
    throw failAt(root, [], { en: "calibrate needs targets", zh: "calibrate 需要 targets" });
  const all = file.targets.flatMap(({ output, series, value, points, sd, holdout }, k): Target[] => {
    const scale = (x: number) => sd ?? (Math.abs(x) * USUAL_SCALE || 1);
    if (output !== undefined && value !== undefined) return [{ output, series: null, observed: value, scale: scale(value), holdout }]; // prettier-ignore
    if (series !== undefined && parsePath(series) && points) return Object.entries(points).map(([day, x]) => ({ output: `${series}@${day}`, series, observed: x, scale: scale(x), holdout })); // prettier-ignore
    throw failAt(root, ["targets", k], { en: "a target is {output, value} or {series, points: {date: value}}", zh: "target 应写作 {output, value} 或 {series, points: {日期: 值}}" }); // prettier-ignore
  });
  if (all.some((t) => !t.holdout)) return all;
  throw failAt(root, ["targets"], { en: "every target is held out; nothing is left to fit", zh: "所有 target 都被留作检验，没有可用于拟合的" }); // prettier-ignore
}

/** Scaled misses of the targets that are fitted. */
const misses = (targets: readonly Target[], values: readonly number[]): number[] =>
  targets.flatMap((t, k) => (t.holdout ? [] : [(values[k] - t.observed) / t.scale]));

const rms = (x: readonly number[]): number => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / x.length);

async function fit(
  targets: readonly Target[],
  trials: Trials,
  evaluations: number,
  options: Options,
): Promise<Calibration> {
  const line = progressLine(options.lang === "zh" ? "校准" : "calibrating", options.quiet, options.lang);
  const { axes } = trials;
  const start = axes.map(basePoint);
  return withMeasurer(options, async (runner, signal) => {
    const missesAt = async (points: readonly Point[]) =>
      (await evaluate(points, trials, runner, signal)).map((runs) => misses(targets, means(runs)));
    let tried = 0;
    const onBatch = (count: number) => line.update(Math.min(0.95, (tried = count) / evaluations));
    const search = minimise({ dimensions: axes.length, evaluations, tolerance: 0.003, start });
    const best = await driveSearch(search, async (points) => (await missesAt(points)).map(rms), onBatch);
    const [before] = await missesAt([start]);
    const jacobian = await jacobianAt(best.point, missesAt);
    const fits = await judge(best.point, targets, trials, runner, signal);
    const held = fits.filter((f) => f.holdout).map((f) => (f.mean - f.observed) / f.scale);
    return {
      settings: axes.map((axis, d) => ({ path: axis.path, value: settingAt(axis, best.point[d]), from: axis.base ?? settingAt(axis, start[d]) })), // prettier-ignore
      error: { before: rms(before), fitted: best.value, holdout: held.length > 0 ? rms(held) : NaN },
      identification: identification(jacobian, axes.length),
      fits,
      evaluations: tried,
    };
  }).finally(line.end);
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
  signal: AbortSignal,
): Promise<Fit[]> {
  const replications = Math.max(20, 2 * trials.replications);
  const [runs] = await evaluate([point], { ...trials, seed: `${trials.seed}/fresh`, replications }, runner, signal);
  const mean = means(runs);
  return targets.map((target, k) => {
    const sorted = runs.map((r) => r[k]).filter(Number.isFinite).toSorted((a, b) => a - b); // prettier-ignore
    const at = (p: number) => sorted[Math.round(p * (sorted.length - 1))] ?? NaN;
    return { ...target, mean: mean[k], low: at(0.05), high: at(0.95) };
  });
}

function asText(found: Calibration, axes: readonly Axis[], s: Scenario, lang: Language): string {
  const zh = lang === "zh";
  const text = (x: Setting) => (typeof x === "number" ? setting(x) : x);
  const { error } = found;
  const held = Number.isFinite(error.holdout) ? (zh ? `，留出的检验 ${number(error.holdout)}` : `, on the hold-out ${number(error.holdout)}`) : ""; // prettier-ignore
  return [
    ...found.settings.map(({ value, from }, d) => `${axisName(axes[d], lang)}${zh ? "：" : ": "}${text(value)}${zh ? "，原为" : ", was"} ${text(from)}`), // prettier-ignore
    `${zh ? "误差（以容许偏差计）：" : "Error in tolerances: "}${number(error.before)} → ${number(error.fitted)}${held}`,
    fitTable(found.fits, s, lang),
    ...plots(found.fits, s, lang),
    identificationText(found.identification, axes, lang),
  ].join("\n\n");
}

function fitTable(fits: readonly Fit[], s: Scenario, lang: Language): string {
  const head = lang === "zh" ? ["目标", "观测", "模型", "九成运行落在", "误差", ""] : ["target", "observed", "model", "90% of runs within", "error", ""]; // prettier-ignore
  const table = plainTable(head, [1, 2, 3, 4]);
  for (const f of fits) {
    const show = (x: number) => outputValue(f.output, x, lang);
    const error = f.observed === 0 ? show(f.mean - f.observed) : percent(f.mean / f.observed - 1);
    table.push([outputName(f.output, s, lang), show(f.observed), show(f.mean), `${show(f.low)} – ${show(f.high)}`, error, f.holdout ? (lang === "zh" ? "检验" : "hold-out") : ""]); // prettier-ignore
  }
  return table.toString();
}

/** Observed against fitted, one plot a series. */
function plots(fits: readonly Fit[], s: Scenario, lang: Language): string[] {
  const series = [...new Set(fits.map((f) => f.series).filter((path) => path !== null))];
  return series.map((path) => {
    const points = fits.filter((f) => f.series === path);
    const label = lang === "zh" ? ["观测", "模型"] : ["observed", "model"];
    return plot(
      [points.map((f, k): [number, number] => [k, f.observed]), points.map((f, k): [number, number] => [k, f.mean])],
      {
        width: 56,
        height: 10,
        title: outputName(path, s, lang),
        color: ["ansiYellow", "ansiCyan"],
        legend: { position: "right", series: label },
        formatter: (x, { axis }) => (axis === "x" ? date(points[Math.round(x)]?.output.split("@")[1] ?? "", lang, true) : outputValue(path, x, lang)), // prettier-ignore
      },
    );
  });
}

function identificationText(
  { condition, idle, confounded }: Identification,
  axes: readonly Axis[],
  lang: Language,
): string {
  const zh = lang === "zh";
  const names = (which: readonly number[]) => which.map((d) => axisName(axes[d], lang)).join(zh ? "、" : ", ");
  const lines = [];
  if (idle.length > 0) lines.push(zh ? `警告：数据无法确定 ${names(idle)}，它几乎不影响任何目标` : `Warning: the data do not identify ${names(idle)}: it moves no target`); // prettier-ignore
  if (confounded.length > 0) lines.push(zh ? `警告：数据难以区分 ${names(confounded)}，它们可以相互抵消（条件数 ${number(condition)}）` : `Warning: the data can hardly tell ${names(confounded)} apart: one makes up for the other (condition number ${number(condition)})`); // prettier-ignore
  return lines.length > 0 ? lines.join("\n") : zh ? `数据足以确定这些参数（条件数 ${number(condition)}）` : `The data tell the parameters apart (condition number ${number(condition)})`; // prettier-ignore
}
