import { band, GROWTH_CAUSES, type GrowthAttribution, quantile, say } from "../../engine/index.ts";
import { GROWTH_WORDS } from "../../words/explain-words.ts";
import { number } from "../../words/format.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";
import type { Asked } from "./asked.ts";
import { CAUSES_HEAD, CAUSES_REST, multiplied, TOGETHER } from "./cause-words.ts";

export function growthCausesText(found: readonly GrowthAttribution[], { options: { lang } }: Asked): string {
  const table = plainTable(say(CAUSES_HEAD, lang), [1]);
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
  for (const cause of GROWTH_CAUSES) row(say(GROWTH_WORDS[cause], lang), (x) => x.causes[cause]);
  row(say(CAUSES_REST, lang), (x) => x.rest);
  row(say(TOGETHER, lang), (x) => x.times);
  return `${paragraph(say(multiplied, lang)(found.length))}\n${table.toString()}`;
}
