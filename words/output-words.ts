import { type Language, metrics, parseOutput, parsePath, REGIMES, type Scenario, type Text } from "../engine/index.ts";
import { date, large, number, percent, tokens, zhJoin } from "./format.ts";
import { productName, vendorName } from "./names.ts";

/** Outputs of experiments in words: “HHI”, “DeepSeek, share of tokens, mean”. */

const HEADLINE: Readonly<Record<string, Text>> = {
  priceFall: { en: "fall of list prices", zh: "目录价跌幅" },
  paidFall: { en: "fall of prices paid", zh: "实付价跌幅" },
  costFall: { en: "fall of unit cost", zh: "单位成本降幅" },
  tokenGrowth: { en: "tokens, last week over first", zh: "token 量，期末为期初的倍数" },
  surplusGain: { en: "gain of users' surplus a week", zh: "用户剩余的周增量" },
  profitGain: { en: "gain of vendors' gross profit a week", zh: "厂商毛利的周增量" },
  moves: { en: "price moves", zh: "调价次数" },
  free: { en: "free products", zh: "免费产品数" },
  belowCost: { en: "products sold below cost", zh: "亏本销售的产品数" },
  exits: { en: "vendors that left", zh: "退出的厂商数" },
};

const FRACTIONS = new Set(["headline.priceFall", "headline.paidFall", "headline.costFall"]);

const OVER: Readonly<Record<string, Text>> = {
  start: { en: "at the start", zh: "期初" },
  mean: { en: "mean", zh: "均值" },
  min: { en: "lowest", zh: "最低" },
  max: { en: "highest", zh: "最高" },
  end: { en: "at the end", zh: "期末" },
};

/** What an output is called. */
export function outputName(id: string, scenario: Scenario, lang: Language): string {
  if (id === "regime") return { en: "regime", zh: "市场格局" }[lang];
  if (id.startsWith("headline.")) return HEADLINE[id.slice("headline.".length)]?.[lang] ?? id;
  const path = parseOutput(id)?.path;
  const at = path ? parsePath(path) : null;
  if (!at) return id;
  const label = metrics.has(at.name) ? metrics.get(at.name).label[lang] : at.name;
  const what = at.entity === "market" ? label : inSentence(label);
  const mark = /[@:](.+)$/.exec(id)?.[1];
  const when = mark === undefined ? undefined : (OVER[mark]?.[lang] ?? date(mark, lang));
  const parts = [entityName(at, scenario, lang), what, when].filter((part) => part !== undefined);
  return parts.join(lang === "zh" ? "，" : ", ");
}

/** What an output is called inside a sentence: “DeepSeek’s share of tokens”, “the fall of list prices”. */
export function outputInSentence(id: string, scenario: Scenario, lang: Language): string {
  const [, vendor, metric] = /^vendors\.([^.]+)\.(\w+)$/.exec(id) ?? [];
  if (vendor === undefined)
    return lang === "zh" ? outputName(id, scenario, lang) : `the ${inSentence(outputName(id, scenario, lang))}`;
  const [who, what] = [vendorName(scenario, vendor, lang), metrics.get(metric).label[lang]];
  return lang === "zh" ? zhJoin(`${who}的`, what) : `${who}’s ${inSentence(what)}`;
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
  const name = parsePath(parseOutput(id)?.path ?? "")?.name ?? "";
  if (FRACTIONS.has(id) || /Share$|Margin$|^alive$/.test(name)) return percent(x);
  if (name.startsWith("tokens")) return tokens(x, lang);
  return Math.abs(x) >= LARGE ? large(x, lang) : number(x);
}

const LARGE = 1e5;

/** The name of a regime by its number. */
export const regimeName = (k: number, lang: Language): string => REGIMES[k]?.label[lang] ?? "–";
