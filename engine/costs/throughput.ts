import { type Binding, fullBatch } from "./batch.ts";
import type { Serving } from "./serving.ts";
import { decodeStep, prefillRate, type StepTime } from "./step-time.ts";

/** What is asked of a replica. */
export interface Workload {
  readonly context: number; // mean, while decoding [tokens]
  readonly minSpeed: number; // what a user is owed [tokens/s]
  readonly cacheHit: number; // share of input found in the prefix cache [0-1]
  readonly cacheHitCost: number; // of such a token, against one computed [0-1]
}

export const WORKLOAD: Workload = { context: 1500, minSpeed: 20, cacheHit: 0, cacheHitCost: 0.1 };

/** A replica at full load. */
export interface Throughput {
  readonly batch: number; // B*
  readonly binding: Binding;
  readonly step: StepTime; // at B*
  readonly output: number; // when only decoding [tokens/s]
  readonly input: number; // when only reading prompts, tokens from the cache counted [tokens/s]
}

export function throughput(s: Serving, w: Workload): Throughput {
  const { batch, binding } = fullBatch(s, w.context, w.minSpeed);
  const step = decodeStep(s, batch, w.context);
  const computed = 1 - w.cacheHit * (1 - w.cacheHitCost);
  return { batch, binding, step, output: batch / step.seconds, input: prefillRate(s, w.context) / computed };
}

/** Money for a million tokens, from a rate [tokens/s] on `gpus` at a price [money/GPU h]. */
export const costPerMtok = (gpus: number, gpuPrice: number, rate: number): number =>
  (1e6 * gpus * gpuPrice) / (3600 * rate);
