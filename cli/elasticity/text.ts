import { type Language, say, type Scenario, segmentsOf } from "../../engine/index.ts";
import { number, priceUnit } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";
import type { ElasticitySummary } from "./summary.ts";
import * as words from "./words.ts";

type Banded = ElasticitySummary["market"]["all"];

export function elasticityText(found: ElasticitySummary, scenario: Scenario, lang: Language): string {
  const shown = ({ median, low, high }: Banded) =>
    found.draws > 1 ? `${number(median, 2)} (${number(low, 2)} – ${number(high, 2)})` : number(median, 2);
  const segments = segmentsOf(scenario);
  const rows = plainTable(say(words.HEAD, lang), [1, 2, 3]);
  const add = (name: string, { all, users, own }: ElasticitySummary["market"]) =>
    rows.push([name, shown(all), shown(users), shown(own)]);
  add(say(words.MARKET, lang), found.market);
  for (const [id, row] of Object.entries(found.segments)) add(say(segments[id].label, lang), row);
  const products = plainTable(say(words.PRODUCT_HEAD, lang), [1, 2]);
  for (const { id, price, own } of found.products)
    products.push([
      `${vendorName(scenario, id.split(".")[0], lang)} ${productName(scenario, id, lang)}`,
      number(price.median),
      shown(own),
    ]);
  return [
    `${say(words.title, lang)(say(scenario.title, lang), found.at, found.draws)}`,
    rows.toString(),
    priceUnit(scenario.currency, lang),
    products.toString(),
    paragraph(say(words.NOTE, lang), 0),
  ].join("\n\n");
}
