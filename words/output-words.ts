import {
  findSeries,
  focusOf,
  type Format,
  inBoth,
  isMoneyOutput,
  type Language,
  parseOutput,
  parsePath,
  REGIMES,
  type Said,
  say,
  type Scenario,
  type Series,
  type Text,
} from "../engine/index.ts";
import { focusName, whenText } from "./focus-words.ts";
import { date, large, money, number, percent, priceMoney, tokens } from "./format.ts";
import { aside, COMMA, zhJoin } from "./punctuation.ts";
import { productName, vendorName } from "./names.ts";
import { moneyWord, unitWords } from "./units.ts";

/** Outputs of experiments in words: “HHI”, “DeepSeek, share of tokens, mean”. */

const HEADLINE: Readonly<Record<string, Text>> = {
  priceFall: { en: "fall of list prices", zh: "目录价跌幅" },
  paidFall: { en: "fall of prices paid", zh: "实付价跌幅" },
  costFall: { en: "fall of unit cost", zh: "单位成本降幅" },
  tokenGrowth: { en: "tokens, last week over first", zh: "token 量，期末为期初的倍数" },
  surplusGain: { en: "gain of users' surplus", zh: "用户剩余增量" },
  profitGain: { en: "gain of vendors' gross profit", zh: "厂商毛利增量" },
  moves: { en: "price moves", zh: "调价次数" },
  free: { en: "free products", zh: "免费产品数" },
  belowCost: { en: "products sold below cost", zh: "亏本销售的产品数" },
  exits: { en: "vendors that left", zh: "退出的厂商数" },
};

const FRACTIONS = new Set(["headline.priceFall", "headline.paidFall", "headline.costFall"]);

const seriesOf = (id: string): Series | undefined => {
  const at = parsePath(parseOutput(id)?.path ?? "");
  return at ? findSeries(at) : undefined;
};

/** How an output's values are said. */
export const outputFormat = (id: string): Format => seriesOf(id)?.format ?? (FRACTIONS.has(id) ? "share" : "number");

const OVER: Readonly<Record<string, Text>> = {
  start: { en: "at the start", zh: "期初" },
  mean: { en: "mean", zh: "均值" },
  min: { en: "lowest", zh: "最低" },
  max: { en: "highest", zh: "最高" },
  sum: { en: "sum", zh: "合计" },
  end: { en: "at the end", zh: "期末" },
};

const REGIME: Text = { en: "regime", zh: "市场格局" };

/** What an output is called. */
export function outputName(id: string, scenario: Scenario, lang: Language): string {
  if (id === "regime") return say(REGIME, lang);
  if (id.startsWith("headline.")) return say(HEADLINE[id.slice("headline.".length)] ?? inBoth(id), lang);
  const path = parseOutput(id)?.path;
  const at = path ? parsePath(path) : null;
  if (!at) return id;
  const label = say(findSeries(at)?.label ?? inBoth(at.name), lang);
  const what = at.entity === "market" ? label : inSentence(label);
  const parts = [entityName(at, scenario, lang), what, whenTaken(id, lang)].filter((part) => part !== undefined);
  return parts.join(say(COMMA, lang));
}

/** “mean”, “at the end”, a date, “sum, May 2024”; undefined where an output does not say. */
function whenTaken(id: string, lang: Language): string | undefined {
  const { period, over } = parseOutput(id) ?? {};
  const days = period && periodText(id.slice(id.indexOf("@") + 1), period, lang);
  const how = id.includes(":") || (period && period.from < period.to) ? OVER[over ?? ""] : undefined;
  const parts = [how && say(how, lang), days].filter((part) => typeof part === "string");
  return parts.length > 0 ? parts.join(say(COMMA, lang)) : undefined;
}

/** A day, a month, a year, or a stretch of days. */
function periodText(written: string, { from, to }: { from: string; to: string }, lang: Language): string {
  if (from === to) return date(from, lang);
  if (written.includes("..")) return `${date(from, lang)} – ${date(to, lang)}`;
  return written;
}

const ofMarket: Said<(name: string) => string> = { en: (name) => `the ${inSentence(name)}`, zh: (name) => name };
const ofThem: Said<(what: string, when: string) => string> = {
  en: (what, when) => `${what} ${when}`,
  zh: (what, when) => zhJoin(when, what),
};

/** What an output is called inside a sentence: “DeepSeek's share of tokens on 31 Dec 2024”, “the fall of list prices”. */
export function outputInSentence(id: string, scenario: Scenario, lang: Language): string {
  const focus = focusOf(id);
  if (!focus || focus.entity === "market") return say(ofMarket, lang)(outputName(id, scenario, lang));
  const what = focusName(focus, scenario, lang);
  return focus.when === "" ? what : say(ofThem, lang)(what, whenText(focus, scenario, lang));
}

/** “Share of tokens” after a comma; HHI stays as it is. */
const inSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label[0].toLowerCase() + label.slice(1) : label;

function entityName(
  { entity, id }: { entity: string; id: string },
  scenario: Scenario,
  lang: Language,
): string | undefined {
  if (entity === "market") return undefined;
  if (entity === "vendor") return vendorName(scenario, id, lang);
  if (entity === "product") return `${vendorName(scenario, id.split(".")[0], lang)} ${productName(scenario, id, lang)}`;
  return id;
}

/** A value of an output as people read it: shares as percentages, large numbers with a scale word. */
export function outputValue(id: string, x: number, lang: Language): string {
  const format = outputFormat(id);
  if (format === "share" || format === "flag") return percent(x);
  if (format === "tokens") return tokens(x, lang);
  return Math.abs(x) >= LARGE ? large(x, lang) : number(x);
}

const LARGE = 1e5;

/** The canonical unit of an output; a product's prices are of what its arena bills by. */
export function canonicalUnit(id: string, { vendors, arenas }: Scenario): string {
  if (isMoneyOutput(id) && id.startsWith("headline.")) return "money/week";
  const { path, over } = parseOutput(id) ?? {};
  const at = parsePath(path ?? "");
  const ofSeries = (at && findSeries(at)?.unit) ?? "";
  const unit = over === "sum" ? ofSeries.replace(/\/week$/, "") : ofSeries; // a sum over weeks has none
  if (at?.entity !== "product" || unit !== "money/Mtok") return unit;
  const [vendor, product] = [at.id.split(".")[0], at.id.slice(at.id.indexOf(".") + 1)];
  const meter = arenas[vendors[vendor]?.products[product]?.arena ?? ""]?.meter ?? "token";
  return { token: unit, month: "money/user/week", second: "money/Ms" }[meter];
}

/** What an output's amounts are in: “¥ a week”, “tokens a week”; empty for shares, indices and counts. */
export function outputUnit(id: string, scenario: Scenario, lang: Language): string {
  const unit = canonicalUnit(id, scenario);
  return /^(money|Mtok)/.test(unit) ? unitWords(unit, scenario.currency, lang) : "";
}

/** What an output is called at the head of a row or a chart, its unit with it: values below need none. */
export function outputHeading(id: string, scenario: Scenario, lang: Language): string {
  const unit = outputUnit(id, scenario, lang);
  return outputName(id, scenario, lang) + (unit === "" ? "" : aside(unit, lang));
}

/** A value of an output in a sentence, with currency and period: “¥54.2 mn a week”, “5420 万元/周”. */
export function outputAmount(id: string, x: number, scenario: Scenario, lang: Language): string {
  const unit = outputUnit(id, scenario, lang);
  if (unit === "") return outputValue(id, x, lang);
  const { currency } = scenario;
  const sign = moneyWord(currency, lang);
  if (!unit.startsWith(sign)) return `${outputValue(id, x, lang)} ${unit}`;
  const amount = outputFormat(id) === "price" ? priceMoney(x, currency, lang) : money(x, currency, lang);
  return amount + unit.slice(sign.length);
}

/** The name of a regime by its number. */
export const regimeName = (k: number, lang: Language): string => say(REGIMES[k]?.label ?? inBoth("–"), lang);
