import { type Explained, FIRM, type Language, type RangeRow, say } from "../../engine/index.ts";
import { verdictWord } from "../../words/explain-words.ts";
import { list, percent, setting } from "../../words/format.ts";
import { vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";
import type { Asked } from "./asked.ts";
import { RANGES_HEAD, RANGES_NOTE, SAME } from "./range-words.ts";

/** The verdicts with one lever at a time at the ends of what is plausible: the basket's, and vendors' that change. */
export function rangesText(rows: readonly RangeRow[], { scenario, options: { lang } }: Asked): string {
  const table = plainTable(say(RANGES_HEAD, lang), [1]);
  const asIs = rows[0].explanation;
  for (const { label, value, explanation } of rows) {
    const moved = explanation.vendors.filter((e) => e.verdict !== asIs.vendors.find(({ id }) => id === e.id)?.verdict);
    const told = moved.map((e) => `${vendorName(scenario, e.id, lang)} ${verdictWord(e, lang)}`);
    table.push([
      say(label, lang),
      value === null ? "" : setting(value),
      explanation.index ? wordOf(explanation.index, lang) : "–",
      list(told, lang) || (explanation === asIs ? "" : say(SAME, lang)),
    ]);
  }
  return `${table.toString()}\n${paragraph(say(RANGES_NOTE, lang)(percent(FIRM)))}`;
}

const wordOf = (e: Explained, lang: Language): string =>
  e.verdict === null ? "–" : `${verdictWord(e, lang)} ${percent(e.robustness)}`;

export const rangesJson = (rows: readonly RangeRow[]): unknown =>
  rows.map(({ id, label, value, explanation: { index, vendors, products } }) => ({
    id,
    label,
    value,
    index: index && word(index),
    vendors: vendors.map(word),
    products: products.map(word),
  }));

const word = ({ id, verdict, robustness }: Explained) => ({ id, verdict, robustness });
