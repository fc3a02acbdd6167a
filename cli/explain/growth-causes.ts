import { band, GROWTH_CAUSES, type GrowthAttribution, quantile } from "../../engine/index.ts";
import { GROWTH_WORDS } from "../../words/explain-words.ts";
import { number } from "../../words/format.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";
import type { Asked } from "./asked.ts";

export function growthCausesText(found: readonly GrowthAttribution[], { options: { lang } }: Asked): string {
  const zh = lang === "zh";
  const table = plainTable(zh ? ["倍数来自", "倍数", "十次中八次"] : ["multiplied by", "times", "8 of 10 runs"], [1]);
  const row = (label: string, pick: (x: GrowthAttribution) => number) => {
    const x = found.map(pick);
    table.push([
      label,
      number(quantile(x, 0.5)),
      band(x)
        .map((end) => number(end))
        .join(" – "),
    ]);
  };
  for (const cause of GROWTH_CAUSES) row(GROWTH_WORDS[cause][lang], (x) => x.causes[cause]);
  row(zh ? "其余：新品发布、原有新用户爬坡" : "the rest: launches, earlier newcomers ramping up", (x) => x.rest);
  row(zh ? "合计" : "all together", (x) => x.times);
  const title = zh
    ? `token 量为什么增长（对数的 Shapley 值，各因素相乘；${found.length} 次运行的中位数）`
    : `What multiplied tokens (Shapley values of logs: causes multiply; medians of ${found.length} runs)`;
  return `${paragraph(title)}\n${table.toString()}`;
}
