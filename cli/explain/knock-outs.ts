import { type Arm, type Language, say, type Scenario } from "../../engine/index.ts";
import { outcomeFormat, outcomeName } from "../../words/explain-words.ts";
import { number } from "../../words/format.ts";
import { plainTable } from "../terminal.ts";
import type { Asked } from "./asked.ts";
import { orderMatters, PAIRS_NOTE, pairsOf, WITHOUT_HEAD } from "./cause-words.ts";

export function knockOutText(arms: readonly Arm[], { shown: { scenario }, runs, options: { lang } }: Asked): string {
  const tables = arms.map((arm) => armText(arm, scenario, runs, lang));
  return [...tables, arms.length > 1 ? orderNote(arms, scenario, lang) : "", say(PAIRS_NOTE, lang)].join("\n");
}

function armText({ label, wedges: found }: Arm, s: Scenario, runs: number, lang: Language): string {
  const table = plainTable(say(WITHOUT_HEAD, lang), [1, 2, 3, 5]);
  for (const w of found) {
    if (w.base === 0 && w.mean === 0) continue;
    const { value: show, gap } = outcomeFormat(w.path, s.currency, lang);
    const saved = w.mean === 0 && w.low === w.high ? "–" : `${number(w.varianceSaved, 2)}×`;
    table.push([
      outcomeName(w.path, s, lang),
      show(w.base),
      show(w.base + w.mean),
      gap(w.mean),
      `${gap(w.low)} – ${gap(w.high)}`,
      saved,
    ]);
  }
  return `${say(pairsOf, lang)(say(label, lang), runs)}\n${table.toString()}\n`;
}

/** Effects of single knock-outs need not add up to that of all together. */
function orderNote(arms: readonly Arm[], s: Scenario, lang: Language): string {
  const path = "market.unitValue";
  const mean = (arm: Arm) => arm.wedges.find((w) => w.path === path)!.mean;
  const all = mean(arms[arms.length - 1]);
  const sum = arms.slice(0, -1).reduce((total, arm) => total + mean(arm), 0);
  return say(orderMatters, lang)(outcomeName(path, s, lang), number(sum), number(all), number(all - sum));
}
