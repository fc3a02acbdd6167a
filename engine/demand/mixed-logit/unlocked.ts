import { growthOf } from "./ledger.ts";
import { choiceTable } from "./tables.ts";
import { log } from "../../math/elementary.ts";
import type { Population } from "./population.ts";
import { blend, blendAs, type TokenPrice } from "../../price.ts";
import { workCost } from "../../model/bill.ts";
import { isPlan } from "../plans.ts";
import { onSale } from "../priced-market.ts";
import type { SegmentSpec } from "../../model/market.ts";
import { taxOf } from "../../model/tax.ts";
import type { AgentMarket, AgentModel } from "./model.ts";

/**
 * Demand of the scenario's own population were everyone there awake, aware and unattached, one vendor each: what price
 * equilibria are computed on. Agent i picks j with the logit probability of its traits and adopts with probability
 * Phi((m_i - ln phi)/sd): the adoption cost is integrated out, so that demand has no jumps. Traits come from the
 * engine's population, utilities and realised prices from its choice tables and offers; nothing is modelled twice.
 * Allowances, credits, second vendors and loyalty are left out: they belong to a market with a history.
 *
 * A price here is a product's blended list price (of an app: its subscription), in the proportions its meters have
 * today; discounts and off-peak hours stay at today's rates.
 */
export interface UnlockedDemand {
  readonly population: Population;
  readonly products: readonly number[]; // market's product of each good: those on sale
  readonly rows: readonly SegmentRows[];
  readonly lnFixedCost: { readonly median: number; readonly sd: number };
  readonly mu: number;
  readonly day: number; // agents who arrive later are not there yet
}

/** What a segment's agents see of each good on sale to them. */
export interface SegmentRows {
  readonly from: number; // agents [from, to)
  readonly to: number;
  readonly goods: Int32Array;
  readonly lnQuality: Float64Array; // by position in `goods`
  readonly base: Float64Array; // ln g + trust + ecosystem
  readonly inputOverQuality: Float64Array; // at a blended price of 1
  readonly outputOverQuality: Float64Array;
  readonly flat: Uint8Array; // 1: priced by the month, not by use
  readonly plan: Uint8Array; // 1: held against tokens, so that its price weighs on a user's whole volume
  readonly quota: Float64Array; // work that a price by the month includes [Mtok/week]
  readonly growth: number; // of volumes since the start
  readonly inputRate: Float64Array; // what a Mtok of input (a user, if flat) earns at a price of 1, net of tax
  readonly outputRate: Float64Array;
  readonly inputTax: Float64Array; // the tax that does not hang on the price, over quality
  readonly outputTax: Float64Array;
  readonly inputCost: Float64Array; // [money/Mtok]
  readonly outputCost: Float64Array;
}

export function unlockedDemand(model: AgentModel, market: AgentMarket): UnlockedDemand {
  const demand = model.demand;
  const products = onSale(model, market);
  const unit = atUnitPrices(model, market);
  return {
    population: model.population,
    products,
    rows: model.segments.map((s) => segmentRows(model, unit, s, products)),
    lnFixedCost: { median: log(demand.fixedCost.median), sd: demand.fixedCost.sd },
    mu: demand.mu,
    day: market.day,
  };
}

/**
 * The market with every offer scaled to a list price of 1, without taxes by the unit: those do not scale. A free
 * product's meters stand as its costs do.
 */
function atUnitPrices(model: AgentModel, market: AgentMarket): AgentMarket {
  const { offers } = market;
  const n = model.products.length;
  const [input, output] = [offers.input.slice(), offers.output.slice()];
  for (let k = 0; k < input.length; k++) {
    const j = k % n;
    const list = listPrice(model, market, j);
    const shape = shapeOf(market, j);
    const { rate, specific } = taxOf(model, market, j);
    const scaled = (paid: number) => (paid > 0 ? (paid - specific) / list : 0);
    input[k] = list > 0 ? scaled(input[k]) : (1 + rate) * shape.input;
    output[k] = list > 0 ? scaled(output[k]) : (1 + rate) * shape.output;
  }
  return { ...market, offers: { ...offers, input, output } };
}

/** What is free would be listed in the proportions of its costs; at a blended price of 1. */
function shapeOf({ products: { cost } }: AgentMarket, j: number): TokenPrice {
  const unit = { input: cost.input[j], output: cost.output[j] };
  const whole = blend(unit);
  return whole > 0 ? { input: unit.input / whole, output: unit.output / whole } : { input: 1, output: 1 };
}

/** The lowest price of each good that the law allows, in the proportions of its list. */
export const lawfulPrices = ({ products: goods }: UnlockedDemand, model: AgentModel, market: AgentMarket) =>
  Float64Array.from(goods, (j) => {
    if (model.products[j].meter !== "token") return 0;
    const { floor, products } = market;
    const list = listPrice(model, market, j);
    const shape =
      list > 0
        ? { input: products.price.input[j] / list, output: products.price.output[j] / list }
        : shapeOf(market, j);
    return Math.max(
      floor.input > 0 ? floor.input / shape.input : 0,
      floor.output > 0 ? floor.output / shape.output : 0,
    );
  });

/** The one number that stands for a product's price: blended [money/Mtok], or an app's subscription [money/week]. */
function listPrice(model: AgentModel, { products }: AgentMarket, j: number): number {
  const { input, output } = products.price;
  return blendAs(model.products[j].meter, { input: input[j], output: output[j] });
}

function segmentRows(model: AgentModel, unit: AgentMarket, s: SegmentSpec, products: readonly number[]): SegmentRows {
  const table = choiceTable(model, unit, s);
  const listed = Array.from(table.products.subarray(0, table.count));
  const at = s.index * model.products.length;
  const column = (value: (j: number) => number) => Float64Array.from(listed, value);
  return {
    from: model.population.start[s.index],
    to: model.population.start[s.index + 1],
    goods: Int32Array.from(listed, (j) => products.indexOf(j)),
    lnQuality: column((j) => table.lnQuality[j]),
    base: column((j) => table.base[j]),
    inputOverQuality: column((j) =>
      isPlan(model, s, j) ? feeRate(model, unit, s, j) / unit.offers.quality[at + j] : table.input[j],
    ),
    outputOverQuality: column((j) => table.output[j]),
    flat: Uint8Array.from(listed, (j) => (model.products[j].meter === "month" ? 1 : 0)),
    plan: Uint8Array.from(listed, (j) => (isPlan(model, s, j) ? 1 : 0)),
    quota: column((j) => (isPlan(model, s, j) ? unit.offers.quota[at + j] : Infinity)),
    growth: growthOf(model, unit, s.index),
    inputRate: column((j) => {
      const rate = isPlan(model, s, j) ? feeRate(model, unit, s, j) : unit.offers.input[at + j];
      return rate / (1 + taxOf(model, unit, j).rate);
    }),
    outputRate: column((j) =>
      model.products[j].meter === "month" ? 0 : unit.offers.output[at + j] / (1 + taxOf(model, unit, j).rate),
    ),
    inputTax: column((j) => taxOf(model, unit, j).specific / unit.offers.quality[at + j]),
    outputTax: column((j) =>
      model.products[j].meter === "token" ? taxOf(model, unit, j).specific / unit.offers.quality[at + j] : 0,
    ),
    inputCost: column((j) => workCost(unit, model.products.length, at + j).input),
    outputCost: column((j) => workCost(unit, model.products.length, at + j).output),
  };
}

/** What an agent pays for a plan at a list price of 1: its seats. */
function feeRate(model: AgentModel, { offers, products }: AgentMarket, s: SegmentSpec, j: number): number {
  const list = products.price.input[j];
  return list > 0 ? offers.fee[s.index * model.products.length + j] / list : s.segment.traffic.seats;
}

/** The same demand where serving costs another multiple, by product of the market. */
export const atCosts = (demand: UnlockedDemand, times: Float64Array): UnlockedDemand => ({
  ...demand,
  rows: demand.rows.map((row) => {
    const scaled = (cost: Float64Array) => cost.map((c, at) => c * times[demand.products[row.goods[at]]]);
    return { ...row, inputCost: scaled(row.inputCost), outputCost: scaled(row.outputCost) };
  }),
});

/** Long-run unit cost of each good, in the unit of its price: a search for prices begins there. */
export function unitCosts(demand: UnlockedDemand, model: AgentModel, market: AgentMarket): Float64Array {
  const { cost: unit } = market.products;
  return Float64Array.from(demand.products, (j) => {
    const cost = { input: unit.input[j], output: unit.output[j] };
    const { meter } = model.products[j];
    return meter === "month" ? blend(cost) * volumePerUser(demand, j) : blendAs(meter, cost);
  });
}

/** Mean volume of those who may use an app [Mtok/week]. */
function volumePerUser({ population: p, rows, products }: UnlockedDemand, j: number): number {
  let [tokens, users] = [0, 0];
  for (const { from, to, goods, growth } of rows) {
    if (!goods.includes(products.indexOf(j))) continue;
    for (let i = from; i < to; i++) {
      tokens += p.weight[i] * p.volume[i] * growth;
      users += p.weight[i];
    }
  }
  return users > 0 ? tokens / users : 0;
}

/** List price of each good, as it stands. */
export const listPrices = ({ products }: UnlockedDemand, model: AgentModel, market: AgentMarket): Float64Array =>
  Float64Array.from(products, (j) => listPrice(model, market, j));
