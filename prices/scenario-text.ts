import { stringify } from "yaml";
import type { Product, Scenario } from "../engine/scenario/scenario.ts";
import { blend, priceOf } from "../engine/price.ts";
import type { Text } from "../engine/text/text.ts";
import { type Plan, type Planned, rateOf } from "./plan.ts";
import type { PriceRow, RowPrices } from "./row.ts";
import { isLight } from "./tier-names.ts";
import { vendorName } from "./vendor-names.ts";
import { plural } from "../engine/text/plural.ts";

interface Request {
  readonly id: string;
  readonly base: string; // the scenario it extends, by name or file
  readonly file: string; // where the prices came from
  readonly format: Text;
  readonly licence: Text;
  readonly alone: boolean; // leave out whom the file does not name
  readonly rates?: Readonly<Record<string, number>>; // of currencies, money per unit, that the base does not have so
}

/** A scenario of its own that says what a file of prices changes in another, each number with where it comes from. */
export function scenarioTextOf(plan: Plan, scenario: Scenario, request: Request): string {
  const { id, base, file, format, licence, alone, rates = {} } = request;
  const used = plan.planned.filter(({ does }) => does !== "same");
  const opening = used.filter(({ does }) => does !== "event");
  const events = used.filter(({ does }) => does === "event").map(eventOf);
  const vendors = vendorsOf(opening, scenario);
  if (alone) leaveOut(vendors, plan.planned, scenario);
  const tree = {
    extends: base,
    id,
    title: { en: `Prices of ${file}`, zh: `${file} 的价格` },
    question: { en: "With these prices, what happens?", zh: "按这些价格，会发生什么？" },
    ...(Object.keys(rates).length > 0 && { fx: fxTree(rates, scenario.currency) }),
    sources: {
      imported: { title: `${file} (${format.en}; licence: ${licence.en})`, basis: "public" },
      ...(scenario.sources.assumption === undefined && { assumption: { title: "Assumption", basis: "assumption" } }),
    },
    ...(Object.keys(vendors).length > 0 && { vendors }),
    ...(events.length > 0 && { events }),
    ...(alone && { expect: null }),
  };
  const { length } = plan.planned;
  const read = `# ${file}: ${plural(length, "row")} read, ${plan.skipped.length} left out.`;
  return `${read}\n${stringify(tree, { lineWidth: 120 })}`;
}

type Tree = Record<string, unknown>;

const fxTree = (rates: Readonly<Record<string, number>>, own: string): Tree =>
  Object.fromEntries(Object.entries(rates).map(([currency, rate]) => [currency, `${rate} ${own}/${currency}`]));

const priceTree = ({ price, currency }: Pick<PriceRow, "price" | "currency">): Tree =>
  Object.fromEntries(
    Object.entries(price).map(([meter, x]) => [
      meter,
      { value: `${x} ${currency}/${meter === "month" ? "month" : "Mtok"}`, source: "imported" },
    ]),
  );

const plainPrice = (price: RowPrices, currency: string): Tree =>
  Object.fromEntries(
    Object.entries(price).map(([meter, x]) => [meter, `${x} ${currency}/${meter === "month" ? "month" : "Mtok"}`]),
  );

/** Steps by length, hours, promotions and batch as a tariff; null where a row has none. */
function tariffTree({ steps, hours, promotions, batch, currency }: PriceRow): Tree | null {
  const prices = (price: RowPrices) => plainPrice(price, currency);
  const tree = {
    ...(steps.length > 0 && {
      brackets: { steps: steps.map(({ above, price }) => ({ above, price: prices(price) })) },
    }),
    ...(hours.length > 0 && {
      hours: { zone: hours[0].zone, windows: hours.map(({ window, price }) => ({ ...window, price: prices(price) })) },
    }),
    ...(promotions.length > 0 && {
      promotions: promotions.map(({ from, until, price }) => ({ ...(from && { from }), until, price: prices(price) })),
    }),
    ...(batch !== null && { batch }),
  };
  return Object.keys(tree).length > 0 ? tree : null;
}

function eventOf({ row, vendor, product, date }: Planned): Tree {
  const tariff = tariffTree(row);
  const own = { date, kind: tariff ? "tariff" : "price", product: `${vendor}.${product}`, price: priceTree(row) };
  return { ...own, ...(tariff && { tariff }) };
}

function vendorsOf(opening: readonly Planned[], scenario: Scenario): Record<string, Tree> {
  const vendors: Record<string, Tree> = {};
  for (const planned of opening) {
    const { vendor, product, row, known } = planned;
    const isNew = scenario.vendors[vendor] === undefined;
    const tariff = tariffTree(row);
    const own = (vendors[vendor] ??= isNew ? newVendor(planned, scenario) : {});
    own.products = {
      ...(own.products as Tree | undefined),
      [product]: {
        ...(!known && newProduct(planned, scenario)),
        price: priceTree(row),
        ...(tariff && { tariff }),
      },
    };
  }
  return vendors;
}

/** Takes out vendors and products that the file does not name. */
function leaveOut(vendors: Record<string, Tree | null>, planned: readonly Planned[], scenario: Scenario): void {
  for (const [id, { products }] of Object.entries(scenario.vendors)) {
    const kept = new Set(planned.filter((p) => p.vendor === id).map((p) => p.product));
    if (kept.size === 0) vendors[id] = null;
    else {
      const gone = Object.keys(products).filter((p) => !kept.has(p));
      const own = vendors[id] ?? {};
      if (gone.length > 0)
        vendors[id] = {
          ...own,
          products: { ...(own.products as Tree | undefined), ...Object.fromEntries(gone.map((p) => [p, null])) },
        };
    }
  }
}

const newVendor = ({ vendor, row }: Planned, scenario: Scenario): Tree => ({
  name: vendorName(vendor, row.vendor),
  trust: 0,
  strategy: { kind: usualRule(scenario) },
});

/** Of the rules that a scenario writes for all, the one most vendors go by; where it writes none, prices are held. */
function usualRule({ vendors, strategies }: Scenario): string {
  const kinds = Object.values(vendors).map(({ strategy }) => strategy.kind);
  const times = (kind: string) => kinds.filter((k) => k === kind).length;
  return Object.keys(strategies).reduce((a, b) => (times(b) > times(a) ? b : a), "hold");
}

/** A product that the scenario lacks: its quality and its cost over its price are those usual in its tier. */
function newProduct({ row, date }: Planned, scenario: Scenario): Tree {
  const all = Object.values(scenario.vendors).flatMap(({ products }) => Object.values(products));
  const tokens = all.filter((p) => p.price.input !== undefined && !p.reference);
  const rate = rateOf(scenario, row.currency)!;
  const tier = tierOf(row, tokens, rate);
  const peers = tokens.filter((p) => p.tier === tier);
  const usual = (of: (p: Product) => number) => middle((peers.length > 0 ? peers : tokens).map(of));
  const input = (row.price.input || usual((p) => blend(priceOf(p.price))) / rate) * rate;
  const output = (row.price.output || input / rate) * rate;
  return {
    name: { en: row.model, zh: row.model },
    tier,
    ...(date !== null && { launch: date }),
    quality: { value: usual((p) => p.quality), source: "assumption" },
    cost: {
      kind: "curve",
      input: round(COST * input),
      output: round(COST * output),
      referenceGpuPrice: scenario.costs.referenceGpuPrice,
    },
  };
}

/** The tier that the file names, that the model's name tells, or whose usual price is nearest. */
function tierOf({ tier, model, price }: PriceRow, tokens: readonly Product[], rate: number): string {
  const tiers = [...new Set(tokens.map((p) => p.tier))];
  if (tier && tiers.includes(tier)) return tier;
  if (isLight({ model }) && tiers.includes("lite")) return "lite";
  const own = Math.log(blend({ input: price.input ?? 0, output: price.output ?? 0 }) * rate || 1);
  const usual = (t: string) => middle(tokens.filter((p) => p.tier === t).map((p) => blend(priceOf(p.price))));
  const far = (t: string) => Math.abs(Math.log(usual(t) || 1) - own);
  return tiers.reduce((a, b) => (far(b) < far(a) ? b : a), tiers[0] ?? "main");
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const COST = 0.4; // of its price, where nothing is known
const round = (x: number): number => Number(x.toPrecision(3));
