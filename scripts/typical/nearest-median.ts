import { headline, type Recording } from "../../engine/index.ts";
import { series } from "../../engine/metrics/lookup.ts";

const LARGEST = 3; // vendors by tokens at the end

/** What a run is told by: how far prices fell, and where the largest vendors ended. */
function told(run: Recording, vendors: readonly string[]): number[] {
  const { priceFall, paidFall } = headline(run);
  return [priceFall, paidFall, ...vendors.map((v) => series(run, `vendors.${v}.tokenShare`).at(-1) || 0)];
}

/** Which of some runs of one scenario lies nearest their medians, each number by its own standard deviation. */
export function mostTypical(runs: readonly Recording[]): number {
  const whole = (vendor: string) =>
    runs.reduce((sum, run) => sum + (series(run, `vendors.${vendor}.tokenShare`).at(-1) || 0), 0);
  const vendors = runs[0].vendorIds.toSorted((a, b) => whole(b) - whole(a)).slice(0, LARGEST);
  const all = runs.map((run) => told(run, vendors));
  const columns = all[0].map((_, j) => all.map((row) => row[j]));
  const middle = columns.map((column) => column.toSorted((a, b) => a - b)[Math.floor(column.length / 2)]);
  const spread = columns.map(deviation);
  const away = all.map((row) => row.reduce((sum, x, j) => sum + ((x - middle[j]) / (spread[j] || 1)) ** 2, 0));
  return away.indexOf(Math.min(...away));
}

function deviation(column: readonly number[]): number {
  const mean = column.reduce((a, b) => a + b, 0) / column.length;
  return Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length);
}
