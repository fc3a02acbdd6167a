import {
  type Benchmarks,
  benchmarks,
  compile,
  dayNumber,
  isoDate,
  readDate,
  marketAt,
  mergerTable,
  type Model,
  say,
  type Scenario,
} from "../../engine/index.ts";
import { number, price, priceUnit } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { print, printJson, progressLine } from "../io.ts";
import { expected, noVendor, outsideTime, RIGHT } from "../problem-words.ts";
import { openAloud } from "../scenario.ts";
import { plainTable } from "../terminal.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";
import { mergerJson, mergerText } from "./merger-text.ts";
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
    const model = compile(scenario, { seed: options.seed });
    const tick = tickOf(model, options.at === undefined ? scenario.clock.start : String(options.at));
    const line = progressLine(say(scenario.title, options.lang), options.quiet, options.lang);
    const days = marketAt(model, tick);
    let step = days.next();
    for (; !step.done; step = days.next()) line.update(step.value);
    line.end();
    const at = isoDate(model.startDay + tick * model.tickDays);
    if (options.merge !== undefined) {
      const merge = names(options.merge).map((id) => vendorIndex(model, "--merge", id));
      const table = mergerTable(model, step.value, merge);
      if (options.json) printJson(mergerJson(model, table, at));
      else print(mergerText(scenario, model, table, { at, ...options }));
      return;
    }
    const hold = names(options.hold).flatMap((id) => heldProducts(model, id));
    const b = benchmarks(model, step.value, { hold });
    if (options.json) printJson(asJson(model, b, at));
    else print(asText(scenario, model, b, { at, ...options }));
  },
};

/** Names that a flag lists. */
const names = (given: unknown): string[] =>
  typeof given === "string" ? given.split(/[,，\s]+/).filter((name) => name !== "") : [];

function vendorIndex({ vendors }: Model, flag: string, id: string): number {
  const found = vendors.findIndex((v) => v.id === id);
  if (found >= 0) return found;
  throw new UsageError(
    noVendor(
      flag,
      id,
      vendors.map((v) => v.id),
    ),
  );
}

/** A product by its id, or all of a vendor's. */
function heldProducts(model: Model, id: string): readonly number[] {
  const product = model.products.findIndex((p) => p.id === id);
  return product >= 0 ? [product] : model.vendors[vendorIndex(model, "--hold", id)].products;
}

const percent = (share: number) => `${number(100 * share, 2)}%`;

function tickOf(model: Model, date: string): number {
  const [first, last] = [model.startDay, model.startDay + (model.ticks - 1) * model.tickDays];
  const read = readDate(date);
  if (read === null) throw new UsageError(expected("--at", date, RIGHT.date));
  const day = dayNumber(read);
  if (day < first || day > last) throw new UsageError(outsideTime(date, isoDate(first), isoDate(last)));
  return Math.floor((day - first) / model.tickDays);
}

function asJson(model: Model, b: Benchmarks, at: string): unknown {
  const { converged, residual, iterations, secondOrder, bestDeviation, cycle } = b.equilibrium;
  return {
    at,
    converged,
    residual,
    iterations,
    secondOrder,
    bestDeviation,
    gain: b.gain,
    products: b.products.map((j, k) => ({
      id: model.products[j].id,
      unitCost: b.unitCost[k],
      nash: converged ? b.nash[k] : null,
      ...(cycle && { replies: [cycle.low[k], cycle.high[k]] }),
      cartel: b.cartel[k],
      price: b.price[k],
      rest: b.equilibrium.rest[k],
    })),
  };
}

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
