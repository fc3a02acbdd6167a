import type { Recording } from "../../engine/index.ts";
import { finer, HELD } from "./finer.ts";

const GROUPS = ["product", "vendor", "segment", "market"] as const;
const STRIDE = 7; // days from one row to the next of what changes steadily

type Head = Omit<Recording, (typeof GROUPS)[number] | "switches">;

/** A daily run small enough to send: prices day by day, all else week by week, in single precision. */
export interface PackedRun {
  readonly head: Head;
  readonly columns: readonly {
    readonly group: (typeof GROUPS)[number];
    readonly name: string;
    readonly width: number;
  }[];
  readonly cells: Float32Array; // one column after the other
}

const rowsOf = (days: number, name: string): number => (HELD.has(name) ? days : Math.floor((days - 1) / STRIDE) + 1);

/** Who switched from whom is left out: only a run made here tells that. */
export function packRun({ switches: _left, product, vendor, segment, market, ...head }: Recording): PackedRun {
  const groups = { product, vendor, segment, market };
  const days = head.dates.length;
  const cells: number[] = [];
  const columns = GROUPS.flatMap((group) =>
    Object.entries<Float64Array>(groups[group]).map(([name, column]) => {
      const width = column.length / days;
      const stride = HELD.has(name) ? 1 : STRIDE;
      for (let day = 0; day < days; day += stride) cells.push(...column.subarray(day * width, (day + 1) * width));
      return { group, name, width };
    }),
  );
  return { head, columns, cells: Float32Array.from(cells) };
}

/** The run again, straight from week to week; a column is laid out when it is asked for. */
export function unpackRun({ head, columns, cells }: PackedRun): Recording {
  const days = head.dates.length;
  const groups: Record<string, Record<string, Float64Array>> = { product: {}, vendor: {}, segment: {}, market: {} };
  let next = 0;
  for (const { group, name, width } of columns) {
    const ticks = rowsOf(days, name);
    const packed = cells.subarray(next, (next += ticks * width));
    let made: Float64Array | undefined;
    const get = () =>
      (made ??= finer(Float64Array.from(packed), { stride: HELD.has(name) ? 1 : STRIDE, days, ticks }, HELD.has(name)));
    Object.defineProperty(groups[group], name, { get, enumerable: true });
  }
  return { ...head, ...groups } as Recording;
}
