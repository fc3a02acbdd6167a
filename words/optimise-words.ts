import { type Axis, type Language, type Said, say, type Scenario, type Setting, type Text } from "../engine/index.ts";
import type { Best } from "../experiments/optimise.ts";
import { axisName, settingAmount } from "./axis-words.ts";
import { outputAmount, outputName } from "./output-words.ts";
import { labelled } from "./punctuation.ts";
import { plural } from "../engine/text/plural.ts";

const HEADS: Readonly<Record<Best["objective"]["kind"], Text>> = {
  maximise: { en: "Highest", zh: "最高" },
  minimise: { en: "Lowest", zh: "最低" },
  goal: { en: "Goal", zh: "目标" },
};
const AT_END: Text = {
  en: " (at the end of its range: the best may lie beyond)",
  zh: "（在范围边缘，更优的取值可能在范围之外）",
};
const found: Said<(value: string, now: string) => string> = {
  en: (value, now) => `${value}, now ${now}`,
  zh: (value, now) => `${value}，现为 ${now}`,
};
const judged: Said<(fresh: string, searched: string) => string> = {
  en: (fresh, searched) => `  on fresh draws: ${fresh} (${searched} on those of the search)`,
  zh: (fresh, searched) => `  换新随机数复核：${fresh}（搜索时为 ${searched}）`,
};
const gained: Said<(base: string, mean: string, interval: string) => string> = {
  en: (base, mean, interval) => `  against ${base} as it is: ${mean} more, 95% interval ${interval}`,
  zh: (base, mean, interval) => `  比现状 ${base} 多 ${mean}，95% 区间 ${interval}`,
};
const kept: Said<(condition: string, value: string) => string> = {
  en: (condition, value) => `  keeps to ${condition}: ${value}`,
  zh: (condition, value) => `  满足 ${condition}：${value}`,
};
const broken: Said<(condition: string, value: string) => string> = {
  en: (condition, value) => `  BREAKS ${condition}: ${value}; no setting that was tried does better`,
  zh: (condition, value) => `  不满足 ${condition}：${value}；试过的取值中没有更好的`,
};
const tried: Said<(points: number) => string> = {
  en: (points) => `  ${plural(points, "point")} tried`,
  zh: (points) => `  试了 ${points} 个点`,
};

/** The best found, line by line. */
export function bestLines(best: Best, axes: readonly Axis[], s: Scenario, lang: Language): string[] {
  const { objective, settings, base, gain, fresh, searched, evaluations } = best;
  const show = (x: number) => outputAmount(objective.output, x, s, lang);
  const amount = (d: number, x: Setting) => settingAmount(axes[d], x, s.currency, lang);
  const sought = objective.kind === "goal" ? ` ${show(objective.goal)}` : "";
  const lines = settings.map(({ value, atEnd }, d) => {
    const text = say(found, lang)(amount(d, value), amount(d, base[d]));
    return `  ${labelled(axisName(axes[d], lang), text, lang)}${atEnd ? say(AT_END, lang) : ""}`;
  });
  return [
    labelled(say(HEADS[objective.kind], lang), `${outputName(objective.output, s, lang)}${sought}`, lang),
    ...lines,
    say(judged, lang)(show(fresh), show(searched)),
    say(gained, lang)(show(gain.base), show(gain.mean), `[${show(gain.low)}, ${show(gain.high)}]`),
    ...best.subject.map((c) => say(c.kept ? kept : broken, lang)(c.text, outputAmount(c.output, c.value, s, lang))),
    say(tried, lang)(evaluations),
  ];
}
