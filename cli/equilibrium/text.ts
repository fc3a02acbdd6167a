import { type Benchmarks, type Model, say, type Scenario } from "../../engine/index.ts";
import { listPrice, number, priceUnit } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";
import * as words from "../verbs/verb-words.ts";
import { searchedWith, type Told } from "./merger-text.ts";

const percent = (share: number) => `${number(100 * share, 2)}%`;

/** Prices of theory and of the market on one day. */
export function equilibriumText(
  scenario: Scenario,
  model: Model,
  b: Benchmarks,
  { lang, at, agents, starts = 0 }: Told & { readonly starts?: number },
): string {
  const { cycle, converged, residual, iterations, bestDeviation } = b.equilibrium;
  const more = b.others.map((_, k) => `Nash ${k + 2}`);
  const head = [...say(words.PRICES_HEAD, lang), ...more];
  const table = plainTable(head, [...head.keys()].slice(1));
  b.products.forEach((j, k) => {
    const { id, meter } = model.products[j];
    const said = (x: number) => listPrice(x, meter, lang);
    const nash = cycle ? `${said(cycle.low[k])}–${said(cycle.high[k])}` : said(b.nash[k]);
    const label = `${vendorName(scenario, id.split(".")[0], lang)} ${productName(scenario, id, lang)}`;
    table.push([
      label,
      said(b.price[k]),
      said(b.unitCost[k]),
      nash,
      said(b.foreseen[k]),
      said(b.cartel[k]),
      ...b.others.map((prices) => said(prices[k])),
    ]);
  });
  return [
    `${say(scenario.title, lang)}  ${at}  ${priceUnit(scenario.currency, lang)}`,
    table.toString(),
    "",
    converged
      ? say(words.found, lang)(iterations, residual.toExponential(1))
      : say(words.notFound, lang)(percent(bestDeviation)),
    ...(starts > 0 ? [say(words.otherEquilibria, lang)(starts, b.others.length)] : []),
    ...searchedWith({ found: converged, agents }, lang),
    ...(model.products.some(({ owner, vendor }) => owner !== vendor) ? [say(words.OWNED, lang)] : []),
    ...(Number.isFinite(b.gain) ? [say(words.profitGain, lang)(number(b.gain))] : []),
    say(words.FORESEEN_IS, lang),
    say(words.CARTEL_IS, lang),
    say(words.FREE_TO_CHOOSE, lang),
  ].join("\n");
}
