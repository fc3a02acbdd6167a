import { band, SHARE_CAUSES, type ShareAttribution } from "../../engine/index.ts";
import { SHARE_WORDS } from "../../words/explain-words.ts";
import { percent, points } from "../../words/format.ts";
import { vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";
import type { Asked } from "./asked.ts";

export function shareText(
  vendor: string,
  found: readonly ShareAttribution[],
  { scenario, options: { lang } }: Asked,
): string {
  const zh = lang === "zh";
  const table = plainTable([zh ? "来自" : "comes from", zh ? "均值" : "mean", zh ? "十次中八次" : "8 of 10 runs"], [1]);
  const row = (label: string, pick: (x: ShareAttribution) => number, show: (x: number) => string) => {
    const values = found.map(pick);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    table.push([label, show(mean), band(values).map(show).join(" – ")]);
  };
  row(zh ? "五者都抹平时" : "all five alike", (x) => x.base, percent);
  for (const cause of SHARE_CAUSES)
    row(
      SHARE_WORDS[cause][lang],
      (x) => x.causes[cause],
      (x) => points(x, lang),
    );
  row(zh ? "实际份额" : "share as it is", (x) => x.share, percent);
  const name = vendorName(scenario, vendor, lang);
  const title = zh
    ? `${name}的 token 份额从哪里来（Shapley 值，32 种组合，${found.length} 次运行）`
    : `Where ${name}'s share of tokens comes from (Shapley values, 32 coalitions, ${found.length} runs)`;
  const note = zh
    ? "抹平：人人同价（期初价的几何平均，从不变动）、同质、无转换成本、无生态、无品牌差别。价格按各次运行中实际的调价重放，没有人再作反应。"
    : "Alike: one price for all (the geometric mean of opening prices, never moved), one quality, no switching cost, no ecosystem, no\nbrand. Prices are replayed as each run had them; nobody reacts anew.";
  return `${title}\n${table.toString()}\n${note}`;
}
