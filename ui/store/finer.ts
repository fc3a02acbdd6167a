import { meterColumn, METER_IDS } from "../../engine/index.ts";

/** Flags and what vendors set last until the next tick; all else changes steadily between two. */
export const HELD: ReadonlySet<string> = new Set(["live", "alive", ...METER_IDS.map((id) => meterColumn("price", id))]);

/** How rows a few days apart are laid out on days. */
interface Layout {
  readonly stride: number; // days from one row to the next
  readonly days: number;
  readonly ticks: number; // rows
}

/** Columns are laid out when they are first asked for: what is drawn needs a few of sixty. */
export function finerColumns<K extends string>(
  coarse: Readonly<Record<K, Float64Array>>,
  layout: Layout,
): Record<K, Float64Array> {
  const fine = {} as Record<K, Float64Array>;
  for (const name of Object.keys(coarse) as K[]) {
    let made: Float64Array | undefined;
    const get = () => (made ??= finer(coarse[name], layout, HELD.has(name)));
    Object.defineProperty(fine, name, { get, enumerable: true });
  }
  return fine;
}

/** Rows of a tick-major table, each on its first day, and those between. */
export function finer(column: Float64Array, { stride, days, ticks }: Layout, held: boolean): Float64Array {
  const width = column.length / ticks;
  const out = new Float64Array(days * width);
  for (let day = 0; day < days; day++) {
    const from = Math.floor(day / stride) * width;
    const to = Math.min(from + width, column.length - width);
    const part = held ? 0 : (day % stride) / stride;
    for (let k = 0; k < width; k++) {
      const [a, b] = [column[from + k], column[to + k]];
      const stays = part === 0 || a === b || Number.isNaN(b); // without a bound, or not there any more
      out[day * width + k] = stays ? a : a + part * (b - a);
    }
  }
  return out;
}
