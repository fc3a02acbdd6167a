import {
  type Benchmarks,
  benchmarks,
  compile,
  dayNumber,
  isoDate,
  readDate,
  type Market,
  marketAt,
  mergerTable,
  type Model,
  type OwnerChange,
  say,
  type Scenario,
  withMoreAgents,
} from "../../engine/index.ts";
import { listPrice, number, priceUnit } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { print, printJson, progressLine } from "../io.ts";
import { expected, noVendor, outsideTime, RIGHT } from "../problem-words.ts";
import { openAloud } from "../scenario.ts";
import { plainTable } from "../terminal.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";
import { mergerJson, mergerText, searchedWith, type Told } from "./merger-text.ts";
import * as words from "./verb-words.ts";

export const equilibriumVerb: Verb = {
  uses: ["set", "plugin", "seed", "agents", "weeks"],
  flags: [
    ["--at <date>", { en: "the day (default: the first)", zh: "日期（默认第一天）" }],
    ["--hold <names>", { en: "vendors or products that keep their prices", zh: "价格保持不变的厂商或产品" }],
    ["--merge <vendors>", { en: "vendors under one owner: prices before and after", zh: "合并的厂商：合并前后的价格" }],
    ["--owners", { en: "the scenario's owners against nobody owning another", zh: "情景所写的所有权与各自独立的对比" }],
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
    const market = step.value;
    const hold = heldProducts(model, market, names(options.hold));
    const change = ownerChange(model, options);
    const how = { lang: options.lang, at, asked: scenario.demand.agents };
    if (change) {
      const { found, agents } = withMoreAgents(
        model,
        { seed: options.seed },
        { search: (m) => mergerTable(m, market, { ...change, hold }), settled: (table) => table.converged },
      );
      if (options.json) printJson(mergerJson(model, found, { at, agents }));
      else print(mergerText(scenario, model, found, { ...how, agents }));
      return;
    }
    const { found, agents } = withMoreAgents(
      model,
      { seed: options.seed },
      { search: (m) => benchmarks(m, market, { hold }), settled: (b) => b.equilibrium.converged },
    );
    if (options.json) printJson(asJson(model, found, { at, agents }));
    else print(asText(scenario, model, found, { ...how, agents }));
  },
};

/** Whom the flags put under one owner, or null where they do not ask. */
function ownerChange(model: Model, { merge, owners }: Options): OwnerChange | null {
  if (merge !== undefined && owners) throw new UsageError(words.MERGE_OR_OWNERS);
  if (owners) {
    if (model.products.every(({ owner, vendor }) => owner === vendor)) throw new UsageError(words.NO_OWNERS);
    return { stated: true };
  }
  if (merge === undefined) return null;
  const vendors = names(merge).map((id) => vendorIndex(model, "--merge", id));
  if (new Set(vendors).size < 2) throw new UsageError(words.MERGE_TWO);
  return { merge: vendors };
}

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

/** Products by their ids, or all of a vendor's; some must be left to move. */
function heldProducts(model: Model, market: Market, held: readonly string[]): readonly number[] {
  const hold = held.flatMap((id) => {
    const product = model.products.findIndex((p) => p.id === id);
    return product >= 0 ? [product] : model.vendors[vendorIndex(model, "--hold", id)].products;
  });
  const moves = model.products.some(({ index }) => market.products.live[index] === 1 && !hold.includes(index));
  if (!moves) throw new UsageError(words.ALL_HELD);
  return hold;
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

function asJson(model: Model, b: Benchmarks, { at, agents }: { at: string; agents: number | null }): unknown {
  const { converged, residual, iterations, secondOrder, bestDeviation, cycle } = b.equilibrium;
  return {
    at,
    agents,
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

function asText(scenario: Scenario, model: Model, b: Benchmarks, { lang, at, agents, asked }: Told): string {
  const { cycle, converged, residual, iterations, bestDeviation } = b.equilibrium;
  const table = plainTable(say(words.PRICES_HEAD, lang), [1, 2, 3, 4]);
  b.products.forEach((j, k) => {
    const { id, meter } = model.products[j];
    const said = (x: number) => listPrice(x, meter, lang);
    const nash = cycle ? `${said(cycle.low[k])}–${said(cycle.high[k])}` : said(b.nash[k]);
    const label = `${vendorName(scenario, id.split(".")[0], lang)} ${productName(scenario, id, lang)}`;
    table.push([label, said(b.price[k]), said(b.unitCost[k]), nash, said(b.cartel[k])]);
  });
  return [
    `${say(scenario.title, lang)}  ${at}  ${priceUnit(scenario.currency, lang)}`,
    table.toString(),
    "",
    converged
      ? say(words.found, lang)(iterations, residual.toExponential(1))
      : say(words.notFound, lang)(percent(bestDeviation)),
    ...searchedWith({ found: converged, agents, asked }, lang),
    ...(model.products.some(({ owner, vendor }) => owner !== vendor) ? [say(words.OWNED, lang)] : []),
    ...(Number.isFinite(b.gain) ? [say(words.profitGain, lang)(number(b.gain))] : []),
    say(words.FREE_TO_CHOOSE, lang),
  ].join("\n");
}
