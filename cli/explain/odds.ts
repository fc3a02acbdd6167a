import {
  type Explained,
  type Explanation,
  FIRM,
  type Language,
  type Odds,
  say,
  type Scenario,
} from "../../engine/index.ts";
import { VERDICT, verdictWord } from "../../words/explain-words.ts";
import { date, list, percent } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";
import { ODDS_HEAD, ODDS_NOTE, oddsOver } from "./odds-words.ts";
import { BASKET } from "./split-words.ts";

/** How likely each word is, over what is not known: the basket, vendors, products. */
export function oddsText(found: Explanation, s: Scenario, lang: Language): string {
  const table = plainTable(say(ODDS_HEAD, lang), []);
  const named = [
    ...(found.index ? [{ name: say(BASKET, lang), e: found.index }] : []),
    ...found.vendors.map((e) => ({ name: vendorName(s, e.id, lang), e })),
    ...found.products.map((e) => ({
      name: `${vendorName(s, e.id.split(".")[0], lang)} ${productName(s, e.id, lang)}`,
      e,
    })),
  ];
  for (const { name, e } of named) table.push([name, verdictWord(e, lang), list(e.odds.map(told(lang)), lang)]);
  const draws = say(oddsOver, lang)(say(s.title, lang), date(found.from, lang), date(found.to, lang), found.runs);
  return `${draws}\n\n${table.toString()}\n${paragraph(say(ODDS_NOTE, lang)(percent(FIRM)))}`;
}

const told =
  (lang: Language) =>
  ({ word, share, low, high }: Odds): string =>
    `${say(VERDICT[word ?? "none"], lang)} ${percent(share)} [${percent(low)}–${percent(high)}]`;

export const oddsJson = ({ index, vendors, products, runs }: Explanation): unknown => ({
  draws: runs,
  index: index && row(index),
  vendors: vendors.map(row),
  products: products.map(row),
});

const row = ({ id, verdict, leading, odds }: Explained) => ({ id, verdict, leading, odds });
