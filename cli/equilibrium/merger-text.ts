import {
  type Language,
  type MergerTable,
  type Model,
  type Said,
  say,
  type Scenario,
  type Text,
} from "../../engine/index.ts";
import { listPrice, money, number, priceUnit } from "../../words/format.ts";
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
const NONE: Text = {
  en: "No equilibrium in pure strategies was found before or after: there are no prices to compare.",
  zh: "合并前或合并后没有找到纯策略均衡，无价格可比。",
};
const foundWith: Said<(agents: string) => string> = {
  en: (agents) => `Of ${agents} buyers spread evenly over who they are: no price hangs on a seed's crowd.`,
  zh: (agents) => `按 ${agents} 个买家计算，特征均匀取点，价格不随种子抽到的人群而变。`,
};
const noneWith: Said<(agents: string) => string> = {
  en: (agents) => `Searched with up to ${agents} agents: some vendor always gains by a large move.`,
  zh: (agents) => `已用到 ${agents} 个智能体仍未找到：总有厂商能靠大幅调价获利。`,
};

/** What a table was made for. */
export interface Told {
  readonly lang: Language;
  readonly at: string;
  readonly agents: number | null; // with which the prices were found
}

/** With how many buyers prices were found, or not. */
export function searchedWith({ found, agents }: Pick<Told, "agents"> & { found: boolean }, lang: Language): string[] {
  return agents === null ? [] : [say(found ? foundWith : noneWith, lang)(String(agents))];
}

const signed = (x: number): string => `${x >= 0 ? "+" : "−"}${number(Math.abs(100 * x), 2)}%`;

const OUT_OF_REACH: Text = { en: "out of reach", zh: "无法抵消" };

/** A cost that would have to fall by more than all of it cannot. */
const efficiency = (fall: number, lang: Language): string => (fall < 1 ? signed(fall) : say(OUT_OF_REACH, lang));

/** Prices before and after a merger, and whom it costs what. */
export function mergerText(scenario: Scenario, model: Model, found: MergerTable, { lang, at, agents }: Told): string {
  const title = `${say(scenario.title, lang)}  ${at}  ${priceUnit(scenario.currency, lang)}`;
  const table = plainTable(say(HEAD, lang), [1, 2, 3, 4, 5]);
  found.products.forEach((j, k) => {
    const { id, meter } = model.products[j];
    const label = `${vendorName(scenario, id.split(".")[0], lang)} ${productName(scenario, id, lang)}`;
    const [before, after] = [found.before[k], found.after[k]];
    const merged = found.merged[k] ? [signed(found.guppi[k]), efficiency(found.efficiency[k], lang)] : ["", ""];
    const [was, is] = [before, after].map((x) => listPrice(x, meter, lang));
    table.push([label, was, is, signed(after / before - 1), ...merged]);
  });
  if (!found.converged) return [title, say(NONE, lang), ...searchedWith({ found: false, agents }, lang)].join("\n");
  const change = (x: number) => `${x >= 0 ? "+" : ""}${money(x, scenario.currency, lang)}`;
  const { profit, rivals, surplus } = found;
  return [
    title,
    table.toString(),
    "",
    ...searchedWith({ found: true, agents }, lang),
    say(earned, lang)(change(profit.after - profit.before), change(rivals.after - rivals.before), change(surplus)),
    say(MEANS, lang),
  ].join("\n");
}
