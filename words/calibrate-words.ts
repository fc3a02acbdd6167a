import {
  type Axis,
  type Identification,
  type Language,
  type Said,
  say,
  type Scenario,
  type Setting,
  type Text,
} from "../engine/index.ts";
import type { Calibration, Fit } from "../experiments/calibrate.ts";
import { axisName, settingAmount, settingText } from "./axis-words.ts";
import { number, percent } from "./format.ts";
import { outputHeading, outputValue } from "./output-words.ts";
import { ITEM, labelled } from "./punctuation.ts";

const fitted: Said<(value: string, from: string) => string> = {
  en: (value, from) => `${value}, was ${from}`,
  zh: (value, from) => `${value}，原为 ${from}`,
};
const AT_END: Text = {
  en: " (at the end of its range: the best may lie beyond)",
  zh: "（在范围边缘，最优取值可能在范围之外）",
};
const precise: Said<(error: string, low: string, high: string) => string> = {
  en: (error, low, high) => `  standard error ${error}; 95% interval ${low} – ${high} (profile likelihood)`,
  zh: (error, low, high) => `  标准误 ${error}；95% 区间 ${low} – ${high}（剖面似然）`,
};
const UNBOUNDED: Text = { en: "beyond its range", zh: "超出范围" };
const NOT_KNOWN: Text = {
  en: "unknown: too few targets, or none that it moves apart from the others",
  zh: "未知：目标太少，或没有目标能把它与其他参数区分开",
};
const profiled: Said<(points: string) => string> = {
  en: (points) => `  deviance above the best: ${points}`,
  zh: (points) => `  偏差（相对最优的增量）：${points}`,
};
const errorLine: Said<(before: string, after: string) => string> = {
  en: (before, after) => `Error in tolerances: ${before} → ${after}`,
  zh: (before, after) => `误差（以容许偏差计）：${before} → ${after}`,
};
const heldOut: Said<(error: string) => string> = {
  en: (error) => `, on the hold-out ${error}`,
  zh: (error) => `，留出的检验 ${error}`,
};

const betterAt: Said<(value: string) => string> = {
  en: (value) => `  the profile found a better fit at ${value}: search again with more agents, runs or points`,
  zh: (value) => `  剖面在 ${value} 处找到更好的拟合：请用更多智能体、运行或点数重新搜索`,
};

/** What the parameters came to, and how large the misses are, line by line. */
export function calibrationLines(
  { settings, error }: Calibration,
  axes: readonly Axis[],
  { currency }: Scenario,
  lang: Language,
): string[] {
  const amount = (d: number, x: Setting) => settingAmount(axes[d], x, currency, lang);
  const held = Number.isFinite(error.holdout) ? say(heldOut, lang)(number(error.holdout)) : "";
  return [
    ...settings.flatMap((setting, d) => {
      const { value, from, atEnd } = setting;
      const text = say(fitted, lang)(amount(d, value), amount(d, from));
      const end = atEnd ? say(AT_END, lang) : "";
      return [`${labelled(axisName(axes[d], lang), text, lang)}${end}`, ...precisionLines(setting, lang)];
    }),
    `${say(errorLine, lang)(number(error.before), number(error.fitted))}${held}`,
  ];
}

/** How well the data pin a parameter down. */
function precisionLines(
  { standardError, interval, profile, better }: Calibration["settings"][number],
  lang: Language,
): string[] {
  if (profile.length < 2) return [];
  const end = (x: number | null) => (x === null ? say(UNBOUNDED, lang) : settingText(x));
  const error = Number.isFinite(standardError) ? settingText(standardError) : say(NOT_KNOWN, lang);
  const points = profile.map((p) => `${settingText(p.value)} (${number(p.deviance, 2)})`);
  return [
    say(precise, lang)(error, end(interval[0]), end(interval[1])),
    say(profiled, lang)(points.join("  ")),
    ...(better === null ? [] : [say(betterAt, lang)(settingText(better))]),
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
