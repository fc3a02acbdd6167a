import { say } from "../../../engine/index.ts";
import { aside } from "../../../words/punctuation.ts";
import { openDay, vendorIndices } from "../../equilibrium/day.ts";
import { equilibriumJson, mergerJson } from "../../equilibrium/json.ts";
import { mergerText } from "../../equilibrium/merger-text.ts";
import { searchMerger, searchPrices } from "../../equilibrium/search.ts";
import { equilibriumText } from "../../equilibrium/text.ts";
import { figure } from "../figure.ts";
import type { Opened } from "../given.ts";
import { PRICES } from "../mcp-words.ts";
import { type Bench, type Finding, hashOf } from "../tool.ts";
import { seedsOf } from "./run.ts";

interface Asked {
  readonly at?: string;
  readonly merge?: readonly string[];
  readonly seed: string | number;
}

/** Prices of theory on one day, product by product. */
export function equilibrium(opened: Opened, { at, merge = [], seed }: Asked, { lang, budget }: Bench): Finding {
  const { scenario, name, flags } = opened;
  budget.book(1, [scenario]);
  const day = openDay(scenario, { at, seed });
  const said = { opened, hash: hashOf([opened]), seeds: seedsOf(seed, 1), lang };
  const words = say(PRICES, lang);
  const priced = (id: string, part: string, label: string, value: number | null) =>
    figure(
      `products.${id}.${part}`,
      { value: value ?? NaN, name: `${id}${aside(label, lang)}`, date: day.at, unit: `${scenario.currency}/Mtok` },
      said,
    );
  const options = merge.length > 0 ? ` --merge ${merge.join(",")}` : "";
  const command = `pricewar equilibrium ${name} --at ${day.at}${options} --seed ${seed} ${flags}`.trim();
  if (merge.length > 0) {
    const { found: table, agents } = searchMerger(day, { merge: vendorIndices(day.model, merge), seed });
    const details = mergerJson(day.model, table, { at: day.at, agents });
    const figures = details.products.flatMap((p) => [
      priced(p.id, "before", words.before, p.before ?? null),
      priced(p.id, "after", words.after, p.after ?? null),
    ]);
    return {
      answer: mergerText(scenario, day.model, table, { at: day.at, lang, agents }),
      figures,
      details,
      command,
      seed,
      runs: 1,
    };
  }
  const { found, agents } = searchPrices(day, { seed });
  const details = equilibriumJson(day.model, found, { at: day.at, agents });
  const figures = details.products.flatMap((p) => [
    priced(p.id, "price", words.listed, p.price),
    priced(p.id, "unitCost", words.cost, p.unitCost),
    priced(p.id, "nash", words.nash, p.nash),
    priced(p.id, "cartel", words.cartel, p.cartel),
  ]);
  const answer = equilibriumText(scenario, day.model, found, {
    at: day.at,
    lang,
    agents,
  });
  return { answer, figures, details, command, seed, runs: 1 };
}
