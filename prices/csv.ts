import { csvFormatRows } from "d3";
import { inert } from "../engine/text/inert.ts";
import { hoursText } from "./hours.ts";
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
  "hours",
  "until",
  "batch",
  "source",
  "licence",
] as const;

/** Price lists as a table in the columns that an import reads, for Excel too. */
export function csvOf(rows: readonly PriceRow[]): string {
  const lines = rows.flatMap((row) => [
    cells(row, row.price),
    ...row.steps.map(({ above, price }) => cells(row, price, { above: String(above) })),
    ...row.hours.map(({ zone, window, price }) => cells(row, price, { hours: hoursText(window, zone) })),
    ...row.promotions.map(({ from, until, price }) => cells({ ...row, date: from }, price, { until })),
  ]);
  return `\ufeff${csvFormatRows([[...COLUMNS], ...lines])}\n`;
}

interface Holds {
  readonly above?: string;
  readonly hours?: string;
  readonly until?: string;
}

function cells(row: PriceRow, price: RowPrices, { above = "", hours = "", until = "" }: Holds = {}): string[] {
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
    hours,
    until,
    row.batch === null ? "" : String(row.batch),
    row.source ?? "",
    row.licence ?? "",
  ].map(inert);
}
