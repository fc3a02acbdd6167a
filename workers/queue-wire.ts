import type { Measured } from "../engine/index.ts";
import type { CarriedPlugin } from "./carried-plugins.ts";
import type { Job } from "./runner.ts";

/** One run of a batch. */
interface QueuedRun {
  readonly job: Omit<Job, "plugins">;
  readonly outputs: readonly string[];
}

/** What goes through the queue. Both ends must be the same version: another one's numbers would differ. */
export interface QueuedBatch {
  readonly version: string;
  readonly runs: readonly QueuedRun[];
  readonly plugins: readonly CarriedPlugin[];
  readonly series: boolean; // whether they are sent back
}

/** What came of it: each run's numbers or why there are none, and how long all took. */
export interface BatchDone {
  readonly runs: readonly (WireMeasured | { readonly error: string })[];
  readonly ms: number;
}

/** Measured, with numbers as base64 of their little-endian bytes: JSON has no NaN, no infinity and no -0. */
interface WireMeasured {
  readonly values: string;
  readonly dates: readonly string[];
  readonly paths: readonly string[];
  readonly series: readonly string[];
}

export const queueName = (version: string): string => `pricewar-${version}`;

const toWire = (x: Float64Array): string => {
  const bytes = new DataView(new ArrayBuffer(8 * x.length));
  x.forEach((value, k) => bytes.setFloat64(8 * k, value, true));
  return Buffer.from(bytes.buffer).toString("base64");
};

function fromWire(text: string): Float64Array {
  const bytes = Buffer.from(text, "base64");
  return Float64Array.from({ length: bytes.length / 8 }, (_, k) => bytes.readDoubleLE(8 * k));
}

export const pack = ({ values, dates, paths, series }: Measured): WireMeasured => ({
  values: toWire(values),
  dates,
  paths,
  series: series.map(toWire),
});

export const unpack = ({ values, dates, paths, series }: WireMeasured): Measured => ({
  values: fromWire(values),
  dates,
  paths,
  series: series.map(fromWire),
});
