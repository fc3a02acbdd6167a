/** The sum in the order given: another order has other last bits. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k];
  return total;
}

/** NaN of nothing. */
export const mean = (values: ArrayLike<number>): number => sum(values) / values.length;

/** The same cell by cell, over tables of one size. */
export const means = (tables: readonly Float64Array[]): Float64Array =>
  tables[0].map((_, k) => tables.reduce((total, table) => total + table[k], 0) / tables.length);
