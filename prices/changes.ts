import { namesOf, plainName } from "./vendor-names.ts";
import type { PriceFile, PriceRow, RowPrices } from "./row.ts";

/** A list that a newer file has otherwise than the record. */
interface Change {
  readonly row: PriceRow; // the newer
  readonly was: PriceRow; // the last of the record
}

/** What a newer file has otherwise than a record of dated prices, product by product and currency by currency. */
export function changesSince(record: PriceFile, newer: PriceFile): Change[] {
  const last = new Map<string, PriceRow>();
  for (const row of record.rows) {
    const before = last.get(keyOf(row));
    if (!before || (before.date ?? "") <= (row.date ?? "")) last.set(keyOf(row), row);
  }
  return newer.rows.flatMap((row) => {
    const was = last.get(keyOf(row));
    return was && differs(was.price, row.price) ? [{ row: { ...row, product: row.product ?? was.product }, was }] : [];
  });
}

const known = namesOf({});
const keyOf = ({ vendor, model, currency }: PriceRow): string =>
  `${known(vendor) ?? plainName(vendor)} ${plainName(model)} ${currency}`;

/** A meter that only one of them names is no change. */
const differs = (a: RowPrices, b: RowPrices): boolean =>
  Object.entries(b).some(([meter, x]) => {
    const before = a[meter as keyof RowPrices];
    return before !== undefined && Math.abs(before - x) > 1e-6 * Math.max(before, x);
  });
