import {
  type Axis,
  inBoth,
  type Language,
  type Said,
  say,
  type Sensitivity,
  type Setting,
  type Text,
} from "../engine/index.ts";
import { setting } from "./format.ts";
import { moneyWord, unitWords } from "./units.ts";

/** Parameters of experiments in words. */

export const axisName = (axis: Axis, lang: Language): string => say(axis.label ?? inBoth(axis.path), lang);

export const settingText = (x: Setting): string => (typeof x === "number" ? setting(x) : x);

/** A setting in a sentence, with the currency and unit of what it sets: “¥8.85 per Mtok”, “8.85 元/百万 token”. */
export function settingAmount({ unit }: Axis, x: Setting, currency: string, lang: Language): string {
  const words = typeof x === "number" ? unitWords(unit, currency, lang) : "";
  const sign = moneyWord(currency, lang);
  const text = settingText(x);
  return words === "" ? text : say(amount, lang)(text, words, sign);
}

const amount: Said<(x: string, unit: string, money: string) => string> = {
  en: (x, unit, money) => (unit.startsWith(money) ? money + x + unit.slice(money.length) : `${x} ${unit}`),
  zh: (x, unit) => `${x} ${unit}`,
};

/** An outcome with what the parameter was set to: “41% at 0.4”. */
export const atSetting: Said<(outcome: string, setting: string) => string> = {
  en: (outcome, setting) => `${outcome} at ${setting}`,
  zh: (outcome, setting) => `取 ${setting} 时 ${outcome}`,
};

/** What the numbers of a method mean, for whoever meets them the first time. */
export const METHOD_NOTES: Readonly<Record<Sensitivity["kind"], Text>> = {
  swings: {
    en: "Each parameter at the two ends of its range, all others as they are.",
    zh: "每次只把一个参数放到范围两端，其余不变。",
  },
  "elementary-effects": {
    en: "μ*: mean size of the effect over the whole range; μ: with its sign; σ: how far it depends on the other parameters.",
    zh: "μ*：在整个范围内效应大小的均值；μ：带方向的均值；σ：受其他参数影响的程度。",
  },
  "sobol-indices": {
    en: "Share of the output's variance: alone, and with all interactions. 95% bootstrap intervals; a wide one asks for more --runs.",
    zh: "占结果方差的份额：单独作用，以及计入全部交互。方括号为自助法 95% 区间；区间太宽时请增加运行数。",
  },
};
