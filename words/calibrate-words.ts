import { type Axis, type Identification, type Language, type Said, say, type Scenario } from "../engine/index.ts";
import type { Calibration, Fit } from "../experiments/calibrate.ts";
import { axisName, settingText } from "./axis-words.ts";
import { number, percent } from "./format.ts";
import { outputHeading, outputValue } from "./output-words.ts";
import { ITEM, labelled } from "./punctuation.ts";

const fitted: Said<(value: string, from: string) => string> = {
  en: (value, from) => `${value}, was ${from}`,
  zh: (value, from) => `${value}，原为 ${from}`,
};
const errorLine: Said<(before: string, after: string) => string> = {
  en: (before, after) => `Error in tolerances: ${before} → ${after}`,
  zh: (before, after) => `误差（以容许偏差计）：${before} → ${after}`,
};
const heldOut: Said<(error: string) => string> = {
  en: (error) => `, on the hold-out ${error}`,
  zh: (error) => `，留出的检验 ${error}`,
};

/** What the parameters came to, and how large the misses are, line by line. */
export function calibrationLines({ settings, error }: Calibration, axes: readonly Axis[], lang: Language): string[] {
  const held = Number.isFinite(error.holdout) ? say(heldOut, lang)(number(error.holdout)) : "";
  return [
    ...settings.map(({ value, from }, d) =>
      labelled(axisName(axes[d], lang), say(fitted, lang)(settingText(value), settingText(from)), lang),
    ),
    `${say(errorLine, lang)(number(error.before), number(error.fitted))}${held}`,
  ];
}

const FIT_HEAD: Said<readonly string[]> = {
  en: ["target", "observed", "model", "90% of runs within", "error", ""],
  zh: ["目标", "观测", "模型", "九成运行落在", "误差", ""],
};
const HOLD_OUT = { en: "hold-out", zh: "检验" };

/** Observed against model, target by target. */
export function fitTable(
  fits: readonly Fit[],
  s: Scenario,
  lang: Language,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  return {
    head: say(FIT_HEAD, lang),
    rows: fits.map((f) => {
      const show = (x: number) => outputValue(f.output, x, lang);
      const error = f.observed === 0 ? show(f.mean - f.observed) : percent(f.mean / f.observed - 1);
      return [
        outputHeading(f.output, s, lang),
        show(f.observed),
        show(f.mean),
        `${show(f.low)} – ${show(f.high)}`,
        error,
        f.holdout ? say(HOLD_OUT, lang) : "",
      ];
    }),
  };
}

const idleText: Said<(names: string) => string> = {
  en: (names) => `Warning: the data do not identify ${names}: it moves no target`,
  zh: (names) => `警告：数据无法确定 ${names}，它几乎不影响任何目标`,
};
const confoundedText: Said<(names: string, condition: string) => string> = {
  en: (names, condition) =>
    `Warning: the data can hardly tell ${names} apart: one makes up for the other (condition number ${condition})`,
  zh: (names, condition) => `警告：数据难以区分 ${names}，它们可以相互抵消（条件数 ${condition}）`,
};
const identified: Said<(condition: string) => string> = {
  en: (condition) => `The data tell the parameters apart (condition number ${condition})`,
  zh: (condition) => `数据足以确定这些参数（条件数 ${condition}）`,
};

/** Whether the data tell the parameters apart. */
export function identificationText(
  { condition, idle, confounded }: Identification,
  axes: readonly Axis[],
  lang: Language,
): string {
  const names = (which: readonly number[]) => which.map((d) => axisName(axes[d], lang)).join(say(ITEM, lang));
  const lines = [
    ...(idle.length > 0 ? [say(idleText, lang)(names(idle))] : []),
    ...(confounded.length > 0 ? [say(confoundedText, lang)(names(confounded), number(condition))] : []),
  ];
  return lines.length > 0 ? lines.join("\n") : say(identified, lang)(number(condition));
}
