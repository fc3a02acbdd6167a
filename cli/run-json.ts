import {
  blendedCost,
  fingerprint,
  headline,
  metrics,
  productTokens,
  type Recording,
  recordingFingerprint,
  type Scenario,
  segmentsOf,
} from "../engine/index.ts";
import { version } from "./home.ts";

/** One entity's column of a tick-major table; JSON has null where a value does not exist. */
const column = (table: Float64Array, width: number, k: number): number[] =>
  Array.from({ length: table.length / width }, (_, t) => table[t * width + k]);

/** Before its launch and after its end a product has no price. */
const whileLive = (price: Float64Array, live: Float64Array) => price.map((x, k) => (live[k] === 1 ? x : NaN));

const MARKET = [
  "priceIndex",
  "unitValue",
  "hhi",
  "cr4",
  "tokens",
  "activeApplications",
  "consumerSurplus",
  "vendorProfit",
];

type Table = readonly (readonly [name: string, column: Float64Array])[]; // tick x entity

/** What programs are told of each product, vendor and segment, and of the market. */
export function tablesOf(r: Recording): Readonly<Record<"product" | "vendor" | "segment" | "market", Table>> {
  const metric = (id: string) => metrics.get(id).compute(r);
  const p = r.product;
  return {
    product: Object.entries({
      priceInput: whileLive(p.priceInput, p.live),
      priceOutput: whileLive(p.priceOutput, p.live),
      unitCost: blendedCost(r),
      tokens: productTokens(r),
      revenue: p.revenue,
      users: p.users,
    }),
    vendor: Object.entries({
      tokenShare: metric("tokenShare"),
      revenueShare: metric("revenueShare"),
      userShare: metric("userShare"),
      revenue: r.vendor.revenue,
      costOfRevenue: r.vendor.costOfRevenue,
      grossMargin: metric("grossMargin"),
      marginalMargin: metric("marginalMargin"),
      cash: r.vendor.cash,
    }),
    segment: Object.entries(r.segment),
    market: [...MARKET.map((id): Table[number] => [id, metric(id)]), ...Object.entries(r.market)],
  };
}

/** The machine-readable result of `run --json`, as promised in docs/interfaces. Flows are per week. */
export function runJson(r: Recording, scenario: Scenario, seed: string): object {
  const [n, m] = [r.productIds.length, r.vendorIds.length];
  const { product, vendor, segment, market } = tablesOf(r);
  return {
    version: version(),
    scenario: { id: scenario.id, hash: fingerprint(scenario) },
    seed,
    dates: r.dates,
    products: r.productIds.map((id, j) => ({
      id,
      vendor: r.vendorIds[r.vendorOf[j]],
      meter: r.meters.product[j],
      ...series(product, n, j),
    })),
    vendors: r.vendorIds.map((id, v) => ({
      id,
      ...series(vendor, m, v),
      alive: column(r.vendor.alive, m, v).map((x) => x === 1),
    })),
    segments: r.segmentIds.map((id, s) => ({
      id,
      side: sideOf(scenario, id),
      meter: r.meters.segment[s],
      ...series(segment, r.segmentIds.length, s),
    })),
    market: series(market, 1, 0),
    headline: headline(r),
    moves: r.moves.map(({ tick, product, from, to, rule, because }) => ({
      date: r.dates[tick],
      product: r.productIds[product],
      from: { ...from },
      to: { ...to },
      rule,
      because,
    })),
    notes: r.notes.map(({ en }) => en),
    fingerprint: recordingFingerprint(r),
  };
}

const sideOf = (scenario: Scenario, id: string): string => segmentsOf(scenario)[id]?.side ?? "business";

function series(columns: Table, width: number, k: number): Record<string, number[]> {
  return Object.fromEntries(columns.map(([name, table]) => [name, column(table, width, k)]));
}
