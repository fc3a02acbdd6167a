import type { Serving } from "./serving.ts";
import { decodeStep } from "./step-time.ts";
import { kvBytes } from "./kv-cache.ts";
import { weightBytes } from "./traffic.ts";

/** What keeps a batch from growing. */
export type Binding = "memory" | "latency" | "demand";

const LARGEST = 2 ** 24;

/** Sequences whose cache fits next to the weights; negative where not even the weights do. */
export function memoryBatch(s: Serving, context: number): number {
  const room = s.efficiency.usableMemory * s.gpu.memory * s.gpus - weightBytes(s.architecture, s.weightBits);
  return Math.floor(room / (context * kvBytes(s.architecture, s.kvBits)));
}

/** The largest batch that still gives each user `minSpeed` tokens a second; 0 where even one is too slow. */
export function latencyBatch(s: Serving, context: number, minSpeed: number): number {
  const fast = (batch: number) => decodeStep(s, batch, context).seconds * minSpeed <= 1;
  if (!fast(1)) return 0;
  let low = 1;
  let high = 2;
  while (high < LARGEST && fast(high)) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fast(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The batch of a replica at full load, and what bounds it. A model that cannot keep the speed runs alone, late. */
export function fullBatch(s: Serving, context: number, minSpeed: number): { batch: number; binding: Binding } {
  const memory = memoryBatch(s, context);
  const latency = Math.max(1, latencyBatch(s, context, minSpeed));
  return memory < latency ? { batch: Math.max(1, memory), binding: "memory" } : { batch: latency, binding: "latency" };
}

/**
 * The mean batch that `rate` output tokens a second keep going on one replica, by Little's law B = rate t(B), capped at
 * `full`. Below one sequence the replica waits between requests, and the batch is the share of time it works.
 */
export function demandBatch(s: Serving, context: number, load: { rate: number; full: number }): number {
  const served = (batch: number) => batch / decodeStep(s, Math.max(1, batch), context).seconds;
  if (load.rate >= served(load.full)) return load.full;
  let [low, high] = [0, load.full];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (served(middle) < load.rate) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
