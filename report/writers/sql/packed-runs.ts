import { gunzipSync, gzipSync } from "fflate";
import { everySeries, type RunSeries } from "../../../engine/index.ts";
import type { Recorded } from "../../document/model.ts";
import { base64, unbase64 } from "./base64.ts";

/** Runs as text: what says which they are, and all their numbers, gzipped. */
export interface PackedRuns {
  readonly arms: readonly Packed[];
  readonly numbers: string; // by arm, run, path and tick: little-endian doubles
  readonly step: number; // a row every so many ticks
  readonly left: number; // runs that found no room
}

interface Packed {
  readonly scenario: string;
  readonly runs: number;
  readonly dates: readonly string[];
  readonly paths: readonly string[];
}

interface NamedRuns {
  readonly scenario: string;
  readonly runs: readonly RunSeries[];
}

const MOST_ROWS = 4_000_000; // some 15 MB of a page
const WEEK = 7; // days
const BYTES = 8;

/** Every series of every run, day by day; of many runs week by week, and no more of them than a page can hold. */
export function packRuns(recorded: readonly Recorded[], mostRows = MOST_ROWS): PackedRuns {
  const first = recorded.map(({ recordings }) => everySeries(recordings[0]));
  const { dates, tickDays } = recorded[0].recordings[0];
  const n = recorded[0].recordings.length;
  const rowsOf = (step: number) =>
    first.reduce((sum, { paths, dates: d }) => sum + paths.length * Math.ceil(d.length / step), 0);
  const step = rowsOf(1) * n <= mostRows ? 1 : Math.max(1, Math.min(dates.length, Math.round(WEEK / tickDays)));
  const kept = Math.max(1, Math.min(n, Math.floor(mostRows / rowsOf(step))));
  const isKept = (_: unknown, tick: number) => tick % step === 0;
  const parts = recorded.flatMap(({ recordings }) =>
    recordings.slice(0, kept).map((r) => everySeries(r).series.map((column) => column.filter(isKept))),
  );
  const all = new Float64Array(parts.flat().reduce((sum, { length }) => sum + length, 0));
  parts.flat().reduce((at, column) => (all.set(column, at), at + column.length), 0);
  return {
    arms: recorded.map(({ scenario, recordings }, k) => ({
      scenario,
      runs: Math.min(kept, recordings.length),
      dates: first[k].dates.filter(isKept),
      paths: first[k].paths,
    })),
    numbers: base64(gzipSync(littleEndian(all), { mtime: 0 })),
    step,
    left: n - kept,
  };
}

export function unpackRuns({ arms, numbers }: PackedRuns): NamedRuns[] {
  const bytes = gunzipSync(unbase64(numbers));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const next = (length: number) =>
    Float64Array.from({ length }, () => {
      at += BYTES;
      return view.getFloat64(at - BYTES, true);
    });
  return arms.map(({ scenario, runs, dates, paths }) => ({
    scenario,
    runs: Array.from({ length: runs }, () => ({ dates, paths, series: paths.map(() => next(dates.length)) })),
  }));
}

function littleEndian(numbers: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * BYTES));
  numbers.forEach((x, k) => view.setFloat64(k * BYTES, x, true));
  return new Uint8Array(view.buffer);
}
