import type { Axis, Identification, Language, Scenario, Setting } from "../engine/index.ts";
import type { Calibration, Fit } from "../experiments/calibrate.ts";
import { axisName } from "./axis-words.ts";
import { number, percent, setting } from "./format.ts";
import { outputName, outputValue } from "./output-words.ts";

/** What the parameters came to, and how large the misses are, line by line. */
export function calibrationLines({ settings, error }: Calibration, axes: readonly Axis[], lang: Language): string[] {
  const zh = lang === "zh";
  const text = (x: Setting) => (typeof x === "number" ? setting(x) : x);
  const held = Number.isFinite(error.holdout)
    ? zh
      ? `，留出的检验 ${number(error.holdout)}`
      : `, on the hold-out ${number(error.holdout)}`
    : "";
  return [
    ...settings.map(
      ({ value, from }, d) =>
        `${axisName(axes[d], lang)}${zh ? "：" : ": "}${text(value)}${zh ? "，原为" : ", was"} ${text(from)}`,
    ),
    `${zh ? "误差（以容许偏差计）：" : "Error in tolerances: "}${number(error.before)} → ${number(error.fitted)}${held}`,
  ];
}

/** Observed against model, target by target. */
export function fitTable(
  fits: readonly Fit[],
  s: Scenario,
  lang: Language,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const zh = lang === "zh";
  return {
    head: zh
      ? ["目标", "观测", "模型", "九成运行落在", "误差", ""]
      : ["target", "observed", "model", "90% of runs within", "error", ""],
    rows: fits.map((f) => {
      const show = (x: number) => outputValue(f.output, x, lang);
      const error = f.observed === 0 ? show(f.mean - f.observed) : percent(f.mean / f.observed - 1);
      return [
        outputName(f.output, s, lang),
        show(f.observed),
        show(f.mean),
        `${show(f.low)} – ${show(f.high)}`,
        error,
        f.holdout ? (zh ? "检验" : "hold-out") : "",
      ];
    }),
  };
}

/** Whether the data tell the parameters apart. */
export function identificationText(
  { condition, idle, confounded }: Identification,
  axes: readonly Axis[],
  lang: Language,
): string {
  const zh = lang === "zh";
  const names = (which: readonly number[]) => which.map((d) => axisName(axes[d], lang)).join(zh ? "、" : ", ");
  const lines = [];
  if (idle.length > 0)
    lines.push(
      zh
        ? `警告：数据无法确定 ${names(idle)}，它几乎不影响任何目标`
        : `Warning: the data do not identify ${names(idle)}: it moves no target`,
    );
  if (confounded.length > 0)
    lines.push(
      zh
        ? `警告：数据难以区分 ${names(confounded)}，它们可以相互抵消（条件数 ${number(condition)}）`
        : `Warning: the data can hardly tell ${names(confounded)} apart: one makes up for the other (condition number ${number(condition)})`,
    );
  return lines.length > 0
    ? lines.join("\n")
    : zh
      ? `数据足以确定这些参数（条件数 ${number(condition)}）`
      : `The data tell the parameters apart (condition number ${number(condition)})`;
}
