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
    return was && differs(was, row) ? [{ row: { ...row, product: row.product ?? was.product }, was }] : [];
  });
}

const known = namesOf({});
const keyOf = ({ vendor, model, currency }: PriceRow): string =>
  `${known(vendor) ?? plainName(vendor)} ${plainName(model)} ${currency}`;

/** What only one of them says is no change: a meter, or steps, hours and promotions that the newer leaves out. */
const differs = (was: PriceRow, row: PriceRow): boolean =>
  otherPrices(was.price, row.price) ||
  (["steps", "hours", "promotions"] as const).some(
    (part) => row[part].length > 0 && JSON.stringify(row[part]) !== JSON.stringify(was[part]),
  );

const otherPrices = (a: RowPrices, b: RowPrices): boolean =>
  Object.entries(b).some(([meter, x]) => {
    const before = a[meter as keyof RowPrices];
    return before !== undefined && Math.abs(before - x) > 1e-6 * Math.max(before, x);
  });
