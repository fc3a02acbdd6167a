import { inBoth, type Language, type Said, say, type Scenario, type Text } from "../engine/index.ts";
import type { Posterior } from "../experiments/posterior.ts";
import { number, percent, setting } from "./format.ts";
import { outputHeading, outputValue } from "./output-words.ts";

/** What a parameter is called: its lever's name where it has one. */
export const parameterName = (path: string, { levers }: Scenario, lang: Language): string =>
  say(levers.find(({ paths }) => paths[0].path === path)?.label ?? inBoth(path), lang);

interface Rows {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const KNOWN_HEAD: Said<readonly string[]> = {
  en: ["parameter", "range tried", "mean", "middle 80%", "learnt"],
  zh: ["参数", "尝试的范围", "均值", "中间 80%", "已知程度"],
};

/** What the targets say of each parameter. */
export const knownTable = ({ parameters }: Posterior, s: Scenario, lang: Language): Rows => ({
  head: say(KNOWN_HEAD, lang),
  rows: parameters.map(({ path, prior, mean, low, high, learnt }) => [
    parameterName(path, s, lang),
    `${setting(prior[0])} – ${setting(prior[1])}`,
    setting(mean),
    `${setting(low)} – ${setting(high)}`,
    percent(Math.max(0, learnt)),
  ]),
});

const PREDICTED_HEAD: Said<readonly string[]> = {
  en: ["target", "observed", "middle 80% of draws", ""],
  zh: ["目标", "观测", "抽样的中间 80%", ""],
};
const WITHIN: Said<(held: boolean, within: boolean) => string> = {
  en: (held, within) => [held ? "hold-out" : "", within ? "" : "outside"].filter(Boolean).join(", "),
  zh: (held, within) => [held ? "检验" : "", within ? "" : "区间外"].filter(Boolean).join("，"),
};

/** Each target against what the draws come to. */
export const predictedTable = ({ fits }: Posterior, s: Scenario, lang: Language): Rows => ({
  head: say(PREDICTED_HEAD, lang),
  rows: fits.map(({ output, observed, low, high, holdout, covered }) => [
    outputHeading(output, s, lang),
    outputValue(output, observed, lang),
    `${outputValue(output, low, lang)} – ${outputValue(output, high, lang)}`,
    say(WITHIN, lang)(holdout, covered),
  ]),
});

const worth: Said<(tried: number, effective: string, draws: number) => string> = {
  en: (tried, effective, draws) =>
    `${tried} points tried, worth ${effective} equal ones given the targets; ${draws} draws stand for them.`,
  zh: (tried, effective, draws) =>
    `共试 ${tried} 个点，按目标加权后相当于 ${effective} 个等权的点，以 ${draws} 组抽样代表。`,
};
const widenedBy: Said<(times: string) => string> = {
  en: (times) =>
    `Too few points meet the targets as exactly as they are given: their errors were taken as ${times} times as large. ` +
    "Where more runs do not help, the model cannot meet all of them at once.",
  zh: (times) =>
    `在给定误差内符合目标的点太少：误差按 ${times} 倍计。若增加运行次数仍是如此，则是模型无法同时满足所有目标。`,
};
const coverage: Said<(within: number, all: number) => string> = {
  en: (within, all) => `${within} of ${all} targets lie in the middle 80% of the draws.`,
  zh: (within, all) => `${all} 个目标中有 ${within} 个落在抽样的中间 80% 内。`,
};

/** How far the belief can be relied on. */
export const posteriorLines = ({ tried, effective, widened, draws, fits }: Posterior, lang: Language): string[] => [
  say(worth, lang)(tried, number(effective, 0), draws.length),
  ...(widened > 1 ? [say(widenedBy, lang)(number(widened, 2))] : []),
  say(coverage, lang)(fits.filter((f) => f.covered).length, fits.length),
];

export const tooFewToKnow: Said<(least: number) => string> = {
  en: (least) => `What knowing one of them would be worth takes ${least} runs or more to say.`,
  zh: (least) => `要说明弄清其中一个参数的价值，至少需要 ${least} 次运行。`,
};
export const KNOWING: Text = {
  en: "What knowing one of them would take off the variance of the first outcome:",
  zh: "若确知其中一个参数，第一个结果的方差可减少：",
};
