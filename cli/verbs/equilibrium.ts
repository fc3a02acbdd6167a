import { type Benchmarks, benchmarks, mergerTable, type Model, say, type Scenario } from "../../engine/index.ts";
import { number, price, priceUnit } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { heldProducts, openDay, vendorIndices } from "../equilibrium/day.ts";
import { equilibriumJson, mergerJson } from "../equilibrium/json.ts";
import { mergerText } from "../equilibrium/merger-text.ts";
import { print, printJson, progressLine } from "../io.ts";
import { openAloud } from "../scenario.ts";
import { plainTable } from "../terminal.ts";
import type { Options, Verb } from "../verb.ts";
import * as words from "./verb-words.ts";

export const equilibriumVerb: Verb = {
  uses: ["set", "plugin", "seed", "agents", "weeks"],
  flags: [
    ["--at <date>", { en: "the day (default: the first)", zh: "日期（默认第一天）" }],
    ["--hold <names>", { en: "vendors or products that keep their prices", zh: "价格保持不变的厂商或产品" }],
    ["--merge <vendors>", { en: "vendors under one owner: prices before and after", zh: "合并的厂商：合并前后的价格" }],
  ],
  example: "pricewar equilibrium china-2024 --at 2024-06-30 --agents 4000",
  async run([name], options) {
    const { scenario } = openAloud(name, options);
    const line = progressLine(say(scenario.title, options.lang), options.quiet, options.lang);
    const asked = { at: options.at === undefined ? undefined : String(options.at), seed: options.seed };
    const { model, market, at } = openDay(scenario, asked, line.update);
    line.end();
    if (options.merge !== undefined) {
      const table = mergerTable(model, market, vendorIndices(model, names(options.merge)));
      if (options.json) printJson(mergerJson(model, table, at));
      else print(mergerText(scenario, model, table, { at, ...options }));
      return;
    }
    const b = benchmarks(model, market, { hold: heldProducts(model, names(options.hold)) });
    if (options.json) printJson(equilibriumJson(model, b, at));
    else print(asText(scenario, model, b, { at, ...options }));
  },
};

/** Names that a flag lists. */
const names = (given: unknown): string[] =>
  typeof given === "string" ? given.split(/[,，\s]+/).filter((name) => name !== "") : [];

const percent = (share: number) => `${number(100 * share, 2)}%`;

function asText(scenario: Scenario, model: Model, b: Benchmarks, { lang, at }: Options & { at: string }): string {
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
