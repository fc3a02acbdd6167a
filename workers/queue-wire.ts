import type { Measured } from "../engine/index.ts";
import type { Job } from "./runner.ts";

/** What goes through the queue. Both ends must be the same version: another one's numbers would differ. */
export interface QueuedRun {
  readonly version: string;
  readonly job: Job;
  readonly outputs: readonly string[];
}

/** Measured, with numbers as base64 of their little-endian bytes: JSON has no NaN, no infinity and no -0. */
export interface WireMeasured {
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
