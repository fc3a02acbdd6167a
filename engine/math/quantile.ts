/** The quantile of sorted values by linear interpolation (Hyndman & Fan 1996, type 7); NaN of none. */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return NaN;
  const at = p * (sorted.length - 1);
  const k = Math.floor(at);
  const below = sorted[k];
  return k + 1 < sorted.length ? below + (at - k) * (sorted[k + 1] - below) : below;
}

/** The same of values in any order. NaN, a value that does not exist, is left out. */
export const quantile = (values: ArrayLike<number>, p: number): number => sortedQuantile(inOrder(values), p);

/** The ends of the middle `share` of values; unless told otherwise, of eight runs in ten. */
export function band(values: ArrayLike<number>, share = 0.8): readonly [low: number, high: number] {
  const sorted = inOrder(values);
  const percent = 100 * share; // exact where shares are not: (1 - 0.8) / 2 is less than 0.1
  return [sortedQuantile(sorted, (100 - percent) / 200), sortedQuantile(sorted, (100 + percent) / 200)];
}

/** The same cell by cell, over tables of one size. */
export function bands(tables: readonly Float64Array[], share?: number): { low: Float64Array; high: Float64Array } {
  const [low, high] = [tables[0].slice(), tables[0].slice()];
  const cell = new Float64Array(tables.length);
  for (let k = 0; k < low.length; k++) {
    for (let t = 0; t < tables.length; t++) cell[t] = tables[t][k];
    [low[k], high[k]] = band(cell, share);
  }
  return { low, high };
}

function inOrder(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values).toSorted(); // NaN comes last
  const count = sorted.findIndex(Number.isNaN);
  return count < 0 ? sorted : sorted.subarray(0, count);
}
