import { csvFormatRows } from "d3";
import type { Scenario } from "../engine/scenario/scenario.ts";
import type { PriceRow, RowPrices } from "./row.ts";

const COLUMNS = [
  "date",
  "vendor",
  "product",
  "model",
  "tier",
  "input_per_mtok",
  "output_per_mtok",
  "cached_per_mtok",
  "cache_write_per_mtok",
  "per_month",
  "currency",
  "context_above",
  "batch",
  "source",
  "licence",
] as const;

/** Price lists as a table in the columns that an import reads, for Excel too. */
export function csvOf(rows: readonly PriceRow[]): string {
  const lines = rows.flatMap((row) => [
    cells(row, row.price, ""),
    ...row.steps.map(({ above, price }) => cells(row, price, String(above))),
  ]);
  return `\ufeff${csvFormatRows([[...COLUMNS], ...lines])}\n`;
}

function cells(row: PriceRow, price: RowPrices, above: string): string[] {
  const number = (x: number | undefined) => (x === undefined ? "" : String(x));
  return [
    row.date ?? "",
    row.vendor,
    row.product ?? "",
    row.model,
    row.tier ?? "",
    number(price.input),
    number(price.output),
    number(price.cached),
    number(price.cacheWrite),
    number(price.month),
    row.currency,
    above,
    row.batch === null ? "" : String(row.batch),
    row.source ?? "",
    row.licence ?? "",
  ];
}

/** The price lists of a scenario: those it opens with, and those that its events post. */
export function rowsOf({ vendors, events, currency, clock }: Scenario): PriceRow[] {
  const all = Object.entries(vendors).flatMap(([v, vendor]) =>
    Object.entries(vendor.products).map(([p, product]) => ({ id: `${v}.${p}`, vendor, product })),
  );
  const opening = all.filter(({ product: { price } }) => price.second === undefined);
  return opening.flatMap(({ id, vendor, product }) => {
    const own = { vendor: vendor.name.en, product: id, model: product.name?.en ?? id, tier: product.tier, currency };
    const plain = (price: object): RowPrices =>
      Object.fromEntries(Object.entries(price as RowPrices).map(([m, x]) => [m, Number(x.toPrecision(9))]));
    const base = plain(product.price);
    const steps = (product.tariff?.brackets?.steps ?? []).map(({ above, price, times = 1 }) => ({
      above,
      price: price
        ? { ...base, ...plain(price) }
        : plain(Object.fromEntries(Object.entries(base).map(([m, x]) => [m, x * times]))),
    }));
    const posted = events.flatMap((e) =>
      e.product === id && e.price ? [{ date: e.date, price: plain(e.price), steps: [] }] : [],
    );
    const launch = product.launch === null || product.launch === "never" ? clock.start : product.launch;
    return [{ date: launch, price: base, steps }, ...posted].map((list) => ({
      ...own,
      ...list,
      at: id,
      batch: product.tariff?.batch ?? null,
    }));
  });
}
