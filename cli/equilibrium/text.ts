import { type Benchmarks, type Language, type Model, say, type Scenario } from "../../engine/index.ts";
import { number, price, priceUnit } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";
import * as words from "../verbs/verb-words.ts";

const percent = (share: number) => `${number(100 * share, 2)}%`;

export function equilibriumText(
  scenario: Scenario,
  model: Model,
  b: Benchmarks,
  { lang, at }: { readonly lang: Language; readonly at: string },
): string {
  const { cycle, converged, residual, iterations, bestDeviation } = b.equilibrium;
  const table = plainTable(say(words.PRICES_HEAD, lang), [1, 2, 3, 4]);
  b.products.forEach((j, k) => {
    const { id } = model.products[j];
    const nash = cycle ? `${number(cycle.low[k])}–${number(cycle.high[k])}` : price(b.nash[k], lang);
    const label = `${vendorName(scenario, id.split(".")[0], lang)} ${productName(scenario, id, lang)}`;
    table.push([label, price(b.price[k], lang), number(b.unitCost[k]), nash, number(b.cartel[k])]);
  });
  return [
    `${say(scenario.title, lang)}  ${at}  ${priceUnit(scenario.currency, lang)}`,
    table.toString(),
    "",
    converged
      ? say(words.found, lang)(iterations, residual.toExponential(1))
      : say(words.notFound, lang)(percent(bestDeviation)),
    ...(Number.isFinite(b.gain) ? [say(words.profitGain, lang)(number(b.gain))] : []),
    say(words.FREE_TO_CHOOSE, lang),
  ].join("\n");
}
