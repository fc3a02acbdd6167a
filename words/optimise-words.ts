import type { Axis, Language, Scenario, Setting } from "../engine/index.ts";
import type { Best } from "../experiments/optimise.ts";
import { axisName } from "./axis-words.ts";
import { setting } from "./format.ts";
import { outputName, outputValue } from "./output-words.ts";

const HEADS = {
  maximise: { en: "Highest", zh: "最高" },
  minimise: { en: "Lowest", zh: "最低" },
  goal: { en: "Goal", zh: "目标" },
} as const;

/** The best found, line by line. */
export function bestLines(found: Best, axes: readonly Axis[], s: Scenario, lang: Language): string[] {
  const zh = lang === "zh";
  const { output, kind, goal } = found.objective;
  const show = (x: number) => outputValue(output, x, lang);
  const text = (x: Setting) => (typeof x === "number" ? setting(x) : x);
  const sought = kind === "goal" ? ` ${show(goal)}` : "";
  const { gain } = found;
  const lines = found.settings.map(({ value, atEnd: end }, d) => {
    const warn = end
      ? zh
        ? "（在范围边缘，更优的取值可能在范围之外）"
        : " (at the end of its range: the best may lie beyond)"
      : "";
    return `  ${axisName(axes[d], lang)}${zh ? "：" : ": "}${text(value)}${zh ? "，现为" : ", now"} ${text(found.base[d])}${warn}`;
  });
  return [
    `${HEADS[kind][lang]}${zh ? "：" : ": "}${outputName(output, s, lang)}${sought}`,
    ...lines,
    zh
      ? `  换新随机数复核：${show(found.fresh)}（搜索时为 ${show(found.searched)}）`
      : `  on fresh draws: ${show(found.fresh)} (${show(found.searched)} on those of the search)`,
    zh
      ? `  比现状 ${show(gain.base)} 多 ${show(gain.mean)}，95% 区间 [${show(gain.low)}, ${show(gain.high)}]`
      : `  against ${show(gain.base)} as it is: ${show(gain.mean)} more, 95% interval [${show(gain.low)}, ${show(gain.high)}]`,
    zh ? `  试了 ${found.evaluations} 个点` : `  ${found.evaluations} points tried`,
  ];
}
