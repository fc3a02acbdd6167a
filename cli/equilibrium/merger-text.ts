import {
  type Language,
  type MergerTable,
  type Model,
  type Said,
  say,
  type Scenario,
  type Text,
} from "../../engine/index.ts";
import { large, number, price, priceUnit } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";

const HEAD: Said<readonly string[]> = {
  en: ["product", "before", "after", "change", "GUPPI", "break-even efficiency"],
  zh: ["产品", "合并前", "合并后", "变化", "GUPPI", "抵消涨价所需的降本"],
};
const earned: Said<(merged: string, rivals: string, surplus: string) => string> = {
  en: (merged, rivals, surplus) =>
    `Profit a week: those who merge ${merged}, others ${rivals}. Users' surplus a week ${surplus}.`,
  zh: (merged, rivals, surplus) => `每周利润：合并各方 ${merged}，其他厂商 ${rivals}；每周用户剩余 ${surplus}。`,
};
const MEANS: Text = {
  en:
    "Competitive prices before and after, everybody free to choose. GUPPI: margin of what is newly owned times " +
    "diversion to it, over price. Break-even efficiency: fall of unit cost that would leave prices as they were.",
  zh: "合并前后的竞争价格，假定人人可自由选择。GUPPI：新归己方的产品毛利乘以转移率再除以价格；抵消涨价所需的降本：使价格不变的单位成本降幅。",
};
const NONE: Text = { en: "No equilibrium in pure strategies was found.", zh: "没有找到纯策略均衡。" };

const signed = (x: number): string => `${x >= 0 ? "+" : "−"}${number(Math.abs(100 * x), 2)}%`;

/** Prices before and after a merger, and whom it costs what. */
export function mergerText(
  scenario: Scenario,
  model: Model,
  found: MergerTable,
  { lang, at }: { readonly lang: Language; readonly at: string },
): string {
  const table = plainTable(say(HEAD, lang), [1, 2, 3, 4, 5]);
  found.products.forEach((j, k) => {
    const { id } = model.products[j];
    const label = `${vendorName(scenario, id.split(".")[0], lang)} ${productName(scenario, id, lang)}`;
    const [before, after] = [found.before[k], found.after[k]];
    const merged = found.merged[k] ? [signed(found.guppi[k]), signed(found.efficiency[k])] : ["", ""];
    table.push([label, price(before, lang), price(after, lang), signed(after / before - 1), ...merged]);
  });
  const change = (x: number) => `${x >= 0 ? "+" : "−"}${large(Math.abs(x), lang)}`;
  const { profit, rivals, surplus } = found;
  return [
    `${say(scenario.title, lang)}  ${at}  ${priceUnit(scenario.currency, lang)}`,
    table.toString(),
    "",
    ...(found.converged ? [] : [say(NONE, lang)]),
    say(earned, lang)(change(profit.after - profit.before), change(rivals.after - rivals.before), change(surplus)),
    say(MEANS, lang),
  ].join("\n");
}
