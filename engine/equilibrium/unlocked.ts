import { choiceTable, inputPrice } from "../demand/tables.ts";
import { log } from "../math/elementary.ts";
import type { Population } from "../demand/population.ts";
import { blend } from "../market/view.ts";
import { onSale } from "./priced-market.ts";
import type { MixedLogit } from "../scenario/scenario.ts";
import type { Market, Model, SegmentSpec } from "../types.ts";

/**
 * Demand of the scenario's own population were everyone awake, aware and unattached: what price equilibria are computed on.
 * Agent i picks j with the logit probability of its traits and adopts with probability Phi((m_i - ln phi)/sd): the adoption
 * cost is integrated out, so that demand has no jumps. Traits come from the engine's population, utilities from its choice
 * tables; nothing is modelled twice.
 *
 * A price here is blended as in market/view.ts; a product's meters keep the proportion they have in the market.
 */
export interface UnlockedDemand {
  readonly population: Population;
  readonly products: readonly number[]; // market's product of each good: those on sale
  readonly rows: readonly SegmentRows[];
  readonly lnFixedCost: { readonly median: number; readonly sd: number };
  readonly mu: number;
  readonly growth: number; // of volumes since the start
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
  readonly inputRate: Float64Array; // what a Mtok of input pays, cache hits netted, at a blended price of 1
  readonly outputRate: Float64Array;
  readonly inputCost: Float64Array; // [money/Mtok]
  readonly outputCost: Float64Array;
}

export function unlockedDemand(model: Model, market: Market): UnlockedDemand {
  const demand = model.demand as MixedLogit;
  const products = onSale(model, market);
  const unit = atUnitPrices(market);
  return {
    population: model.population,
    products,
    rows: model.segments.map((s) => segmentRows(model, unit, s, products)),
    lnFixedCost: { median: log(demand.fixedCost.median), sd: demand.fixedCost.sd },
    mu: demand.mu,
    growth: market.tick < 0 ? 1 : model.growth[Math.min(market.tick, model.growth.length - 1)],
  };
}

/** The market with every tariff scaled to a blended price of 1; a free product's meters stand as its costs do. */
function atUnitPrices(market: Market): Market {
  const { products } = market;
  const n = products.live.length;
  const [input, output, cached] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  for (let j = 0; j < n; j++) {
    const posted = { input: products.input[j], output: products.output[j], hits: products.cached[j] };
    const costly = { input: products.costInput[j], output: products.costOutput[j], hits: products.costInput[j] };
    const shape = [posted, costly].find((t) => blend(t) > 0) ?? { input: 1, output: 1, hits: 1 };
    input[j] = shape.input / blend(shape);
    output[j] = shape.output / blend(shape);
    cached[j] = shape.hits / blend(shape);
  }
  return { ...market, products: { ...products, input, output, cached } };
}

function segmentRows(model: Model, unit: Market, s: SegmentSpec, products: readonly number[]): SegmentRows {
  const table = choiceTable(model, unit, s);
  const listed = Array.from(table.products.subarray(0, table.count));
  const { costInput, costOutput, output } = unit.products;
  const column = (value: (j: number) => number) => Float64Array.from(listed, value);
  return {
    from: model.population.start[s.index],
    to: model.population.start[s.index + 1],
    goods: Int32Array.from(listed, (j) => products.indexOf(j)),
    lnQuality: column((j) => table.lnQuality[j]),
    base: column((j) => table.base[j]),
    inputOverQuality: column((j) => table.input[j]),
    outputOverQuality: column((j) => table.output[j]),
    inputRate: column((j) => inputPrice(unit, s, j)),
    outputRate: column((j) => output[j]),
    inputCost: column((j) => costInput[j]),
    outputCost: column((j) => costOutput[j]),
  };
}

/** Blended long-run unit cost of each good [money/Mtok]. */
export const blendedCosts = ({ products }: UnlockedDemand, { products: p }: Market): Float64Array =>
  Float64Array.from(products, (j) => blend({ input: p.costInput[j], output: p.costOutput[j] }));

/** Blended list price of each good [money/Mtok]. */
export const blendedPrices = ({ products }: UnlockedDemand, { products: p }: Market): Float64Array =>
  Float64Array.from(products, (j) => blend({ input: p.input[j], output: p.output[j] }));
