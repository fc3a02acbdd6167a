import { quantile, type Scenario, type Split } from "../../engine/index.ts";
import { PARTS } from "../../words/explain-words.ts";
import { change, number, percent } from "../../words/format.ts";
import { productName } from "../../words/names.ts";
import type { Commands, Material, Question } from "./material.ts";

/** what made prices fall. */
export function prices({ whole }: Material, c: Commands, s: Scenario): Question[] {
  const { index, products } = whole;
  const fall = index.priceFrom - index.priceTo;
  const parts = Object.keys(PARTS).map(
    (k) => `${PARTS[k as keyof typeof PARTS].en} ${number(index.symmetric[k as keyof Split["symmetric"]])}`,
  );
  const count = (word: string) => products.filter((p) => p.verdict === word).length;
  const costFall = index.costFrom - index.costTo;
  const { margin: _, ...factors } = index.symmetric;
  const cost = Object.values(factors).reduce((a, b) => a + b, 0);
  const shares = Object.entries(factors).map(
    ([k, x]) => `${PARTS[k as keyof typeof PARTS].en} ${percent(cost === 0 ? 0 : x / cost)}`,
  );
  const room = products.filter((p) => p.priceTo > 0).map((p) => p.priceTo / p.costTo);
  const cheapest = products
    .filter((p) => p.priceTo > 0)
    .toSorted((a, b) => a.priceTo / a.costTo - b.priceTo / b.costTo)[0];
  return [
    {
      q: "Q-1 How much of a cut is technology, scale, strategy?",
      command: c.whole,
      text: `The basket fell by ${number(fall)}: ${parts.join(", ")} (margin ${number(index.bands.margin[0])} to ${number(index.bands.margin[1])}, technology ${number(index.bands.technology[0])} to ${number(index.bands.technology[1])}). That is at constant markups; one for one, cost explains ${number(-index.absolute.cost)} and margin ${number(-index.absolute.margin)}.`,
    },
    {
      q: "Q-4 Is this a price war, or cost passed through?",
      command: c.whole,
      text: `The basket: **${index.verdict ?? "no verdict"}** (${percent(index.robustness)} of runs agree). Of ${products.length} products, ${count("free")} end free, ${count("war")} in a war, ${count("competition")} in competition, ${count("pass-through")} by pass-through, ${count("undetermined")} undetermined, ${count("margin") + count("both")} rose; the rest hardly moved.`,
    },
    {
      q: "Q-5 Has the price reached the bottom?",
      command: c.whole,
      text: `The index is lowest on day ${whole.war.trough.day} after the trigger. Paid products end at ${number(quantile(room, 0.5))} times their unit cost (median; ${number(quantile(room, 0.1))} to ${number(quantile(room, 0.9))}); nearest to cost is ${productName(s, cheapest.id, "en")} at ${number(cheapest.priceTo / cheapest.costTo)} times. The basket lies at ${number(index.priceTo)}, cost at ${number(index.costTo)}, the static Nash price at ${number(index.nashTo)}: cost leaves room ${index.priceTo < index.nashTo ? "that competition alone would not use" : "and so does competition"}.`,
    },
    {
      q: "Q-12 Scale, technology, scheduling: what does each contribute to the fall of cost?",
      command: c.whole,
      text: `Unit cost fell by ${number(costFall)} (${change(index.costTo / index.costFrom - 1)}): ${shares.join(", ")}.`,
    },
  ];
}
