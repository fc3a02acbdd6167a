import type { Text } from "../text/text.ts";
import { COST_FACTORS } from "../costs/cost-model.ts";
import { meterColumn, METER_IDS } from "../price.ts";
import { isoDate } from "../scenario/dates.ts";
import type { Meter } from "../scenario/scenario.ts";
import { bill, servedCost } from "../model/bill.ts";
import type { Market, Model, Move } from "../model/market.ts";
import { COLUMNS, type MarketColumn, type ProductColumn, type SegmentColumn, type VendorColumn } from "./columns.ts";
import { FACTORS } from "./product-columns.ts";
import type { Switches } from "./switches.ts";

/**
 * What a run leaves behind: columns of plain numbers, one row a tick, flows per week whatever the tick. Everything else
 * (shares, margins, indices) is a metric computed from it.
 */
export interface Recording {
  /** ISO dates, one a tick. */
  readonly dates: readonly string[];
  /** Days from one tick to the next: 1 or 7. */
  readonly tickDays: number;
  readonly productIds: readonly string[];
  readonly vendorIds: readonly string[];
  readonly segmentIds: readonly string[];
  /** Product index -> vendor index. */
  readonly vendorOf: readonly number[];
  /** Product index -> index of the vendor that owns it, by itself or through its vendor. Not hashed: no result. */
  readonly ownerOf: readonly number[];
  /**
   * What products and segments are billed by: prices and volumes of different meters do not add up. Not hashed: no
   * result.
   */
  readonly meters: { readonly product: readonly Meter[]; readonly segment: readonly Meter[] };
  /** Columns, a value for each tick and product: tick t, product j at t * productIds.length + j. Units: `RECORDED`. */
  readonly product: Readonly<Record<ProductColumn, Float64Array>>;
  /** A value for each tick and vendor. */
  readonly vendor: Readonly<Record<VendorColumn, Float64Array>>;
  /** A value for each tick and segment. */
  readonly segment: Readonly<Record<SegmentColumn, Float64Array>>;
  /** A value for each tick. */
  readonly market: Readonly<Record<MarketColumn, Float64Array>>;
  readonly moves: readonly Move[];
  readonly notes: readonly Text[];
  /** Absent where demand has no lasting users. */
  readonly switches?: Switches;
  /** Prices of competition alone, on the days somebody asked for. */
  readonly nash?: readonly NashPrices[];
}

/** An empty column for every row of a table. */
function columns<K extends string>(table: Readonly<Record<K, unknown>>, rows: number): Record<K, Float64Array> {
  return Object.fromEntries(Object.keys(table).map((name) => [name, new Float64Array(rows)])) as Record<
    K,
    Float64Array
  >;
}

export function newRecording(model: Model): Recording {
  const { ticks, tickDays, startDay, products, vendors, segments } = model;
  return {
    dates: Array.from({ length: ticks }, (_, t) => isoDate(startDay + t * tickDays)),
    tickDays,
    productIds: products.map((p) => p.id),
    vendorIds: vendors.map((v) => v.id),
    segmentIds: segments.map((s) => s.id),
    vendorOf: products.map((p) => p.vendor),
    ownerOf: products.map((p) => p.owner),
    meters: { product: products.map((p) => p.meter), segment: segments.map((s) => s.meter) },
    product: columns(COLUMNS.product, ticks * products.length),
    vendor: columns(COLUMNS.vendor, ticks * vendors.length),
    segment: columns(COLUMNS.segment, ticks * segments.length),
    market: columns(COLUMNS.market, ticks),
    moves: [],
    notes: model.notes,
  };
}

/** Writes the tick's row. */
export function record(model: Model, market: Market, into: Recording): void {
  recordProducts(model, market, into);
  recordVendors(model, market, into);
  recordSegments(model, market, into);
  const t = market.tick;
  const [moreUse, newApplications, leftVolume, switching] = market.flows.volume;
  const row: Readonly<Record<MarketColumn, number>> = {
    news: market.news,
    gpuPrice: market.gpuPrice,
    expectedFall: market.expectations.fall,
    sentiment: market.sentiment,
    technology: market.technology,
    awareAgents: market.flows.aware,
    moreUse,
    newApplications,
    leftVolume,
    switching,
  };
  for (const name of Object.keys(row) as MarketColumn[]) into.market[name][t] = row[name];
}

function recordProducts(model: Model, market: Market, { product: to }: Recording): void {
  const { products: p, flows, tick } = market;
  const n = model.products.length;
  const at = tick * n;
  for (const id of METER_IDS) {
    to[meterColumn("price", id)].set(p.price[id], at);
    to[meterColumn("unitCost", id)].set(p.cost[id], at);
  }
  to.live.set(p.live, at);
  to.lnQuality.set(p.lnQuality, at);
  to.joined.set(flows.joined, at);
  to.left.set(flows.left, at);
  to.switchedIn.set(flows.switchedIn, at);
  to.switchedOut.set(flows.switchedOut, at);
  to.revenue.set(flows.revenue, at);
  to.costOfRevenue.set(flows.cost, at);
  FACTORS.forEach((name, f) => {
    const column = to[name];
    for (let j = 0; j < n; j++) column[at + j] = p.costFactors[j * COST_FACTORS.length + f];
  });
  recordUse(market, to, n);
}

/** What is used of each product, over all segments. Columns are looked up by name once: a look-up costs a cell. */
function recordUse(market: Market, to: Recording["product"], n: number): void {
  const { flows, tick } = market;
  const { users, tokensInput, tokensOutput } = to;
  for (let j = 0, row = tick * n; j < n; j++, row++) {
    for (let k = j; k < flows.users.length; k += n) {
      if (flows.users[k] === 0 && flows.tokensInput[k] === 0 && flows.tokensOutput[k] === 0) continue;
      users[row] += flows.users[k];
      tokensInput[row] += flows.tokensInput[k];
      tokensOutput[row] += flows.tokensOutput[k];
    }
  }
  recordTerms(market, to, n);
}

/** What tariffs and plans make of each cell's use. */
function recordTerms({ flows, offers, tick }: Market, to: Recording["product"], n: number): void {
  const { cachedInput, writtenInput, cheapTokens, batchTokens, extraTokens, routedTokens, fees, unusedTokens } = to;
  for (let k = 0; k < flows.users.length; k++) {
    const [input, output] = [flows.tokensInput[k], flows.tokensOutput[k]];
    if (flows.users[k] === 0 && input === 0 && output === 0) continue;
    const row = tick * n + (k % n);
    cachedInput[row] += offers.cached[k] * input;
    writtenInput[row] += offers.written[k] * input;
    if (offers.weeks[k]) cheapTokens[row] += offers.cheap[k] * (input + output);
    fees[row] += offers.fee[k] * flows.users[k];
    if (offers.fee[k] > 0 && offers.quota[k] < Infinity)
      unusedTokens[row] += Math.max(0, offers.quota[k] * flows.users[k] - flows.freeInput[k] - flows.freeOutput[k]);
    if (offers.plain[k] === 1) continue;
    batchTokens[row] += offers.batch[k] * (input + output);
    extraTokens[row] += input - input / offers.tokensInput[k] + output - output / offers.tokensOutput[k];
    routedTokens[row] += flows.routed[k];
  }
}

function recordVendors(model: Model, market: Market, { vendor: to }: Recording): void {
  const at = market.tick * model.vendors.length;
  market.vendors.forEach((state, v) => {
    to.alive[at + v] = state.alive ? 1 : 0;
    to.cash[at + v] = state.cash;
    to.revenue[at + v] = state.revenue;
    to.costOfRevenue[at + v] = state.costOfRevenue;
    to.idleCost[at + v] = state.idleCost;
    to.captiveTokens[at + v] = model.vendors[v].captive[market.tick];
    to.ecosystem[at + v] = state.ecosystem;
    to.captiveCost[at + v] = state.captiveCost;
    to.credits[at + v] = market.flows.credits[v];
    to.gpus[at + v] = state.fleet?.gpus ?? NaN;
    to.utilisation[at + v] = state.fleet?.utilisation ?? NaN;
    to.fulfilment[at + v] = state.fulfilment;
    to.profit[at + v] = state.profit;
    to.purse[at + v] = state.purse;
    to.research[at + v] = state.research?.spend ?? 0;
    to.raised[at + v] = state.funding?.raised ?? 0;
  });
}

function recordSegments(model: Model, market: Market, { segment: to }: Recording): void {
  const { flows, tick } = market;
  const n = model.products.length;
  const unit = flows.cost.map((cost, j) => cost / productCost(model, market, j));
  for (const s of model.segments) {
    let [users, tokens, spend, cost] = [0, 0, 0, 0];
    let surplus = flows.credited[s.index]; // use is valued at its full price: a credit gives part of it back
    for (let j = 0; j < n; j++) {
      const k = s.index * n + j;
      users += flows.users[k];
      tokens += flows.tokensInput[k] + flows.tokensOutput[k];
      spend += bill(model.products[j].meter, market, k);
      surplus += flows.surplus[k];
      const served = servedCost(market, k, j);
      if (served > 0) cost += served * unit[j];
    }
    const row = { tax: flows.tax[s.index], users, tokens, spend, surplus, cost };
    const at = tick * model.segments.length + s.index;
    for (const name of Object.keys(row) as (keyof typeof row)[]) to[name][at] = row[name];
  }
}

/** What the tokens of product j cost at its unit cost, over all segments: the shares in a fleet's cost. */
function productCost(model: Model, market: Market, j: number): number {
  let sum = 0;
  for (let k = j; k < market.flows.tokensInput.length; k += model.products.length) sum += servedCost(market, k, j);
  return sum;
}

/** What competition alone would charge on one day, by product [money/Mtok, blended]; NaN for what is not on sale. */
export interface NashPrices {
  readonly tick: number;
  readonly price: Float64Array;
  /** As `price`; where no equilibrium in pure strategies was found, the lowest price best replies come to. */
  readonly low: Float64Array;
  readonly converged: boolean;
  /** Unit cost and the one markup at which joint profit is highest; NaN on the days of a span, where nobody asks. */
  readonly cartel: Float64Array;
  /** Cost of living against the first of these days, and as it were without what came on sale since; see there. */
  readonly living: number;
  readonly livingWithoutNew: number;
  /** What sellers post who look ahead and mean to drive nobody out: users stay, costs learn. */
  readonly foreseen: Float64Array;
  /**
   * (profit - Nash)/(cartel - Nash) at the listed prices (Calvano et al. 2020, eq. 9); NaN without an equilibrium, or
   * where a cartel gains nothing.
   */
  readonly gain: number;
}
