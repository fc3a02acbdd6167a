import { pow } from "../math/elementary.ts";
import { type Architecture, countParameters, type Experts } from "./architecture.ts";
import { kvBytes } from "./kv-cache.ts";

/** Share of the routed experts' weights that a batch touches, if tokens route evenly: 1 - (1 - k/E)^B. */
export function expertsTouched({ routed, active }: Pick<Experts, "routed" | "active">, batch: number): number {
  return 1 - pow(1 - active / routed, batch);
}

/** Bytes of all weights, as they lie in memory. */
export const weightBytes = (a: Architecture, bits: number): number => (countParameters(a).total * bits) / 8;

/** Bytes of weights a step of `batch` tokens reads: all but the input table and the experts nobody was routed to. */
export function weightsRead(a: Architecture, bits: number, batch: number): number {
  const { total, embedding, routed } = countParameters(a);
  const touched = a.experts ? expertsTouched(a.experts, batch) : 1;
  return ((total - embedding - routed * (1 - touched)) * bits) / 8;
}

/** Bytes of KV cache a step reads: every sequence of the batch reads all of its context. */
export const cacheRead = (a: Architecture, bits: number, batch: number, context: number): number =>
  batch * context * kvBytes(a, bits);

/**
 * Bytes of activations that go to memory and back when no operation is fused, 16-bit, per token of the batch:
 * inputs and outputs of the matrix products, read again by each of `shards` slices. The roofline leaves it
 * out (fused kernels keep activations on the chip, and MBU was measured with the rest); public calculators
 * that count it are compared with it.
 */
export function activationBytes(a: Architecture, shards = 1): number {
  const t = a.attention;
  const [query, kv] =
    t.kind === "MLA"
      ? [t.heads * (t.nope + t.rope), t.latent + t.rope]
      : [t.heads * t.headDim, 2 * t.kvHeads * t.headDim];
  const output = t.kind === "MLA" ? t.heads * t.valueDim : query;
  const attention = a.hidden + query + kv + output + a.hidden;
  const sparse = a.experts ? a.layers - a.experts.denseLayers : 0;
  const dense = (a.layers - sparse) * 3 * (a.hidden + a.feedForward);
  const routed = a.experts ? sparse * (a.experts.active + a.experts.shared) * 3 * (a.hidden + a.experts.width) : 0;
  return 2 * shards * (a.layers * attention + dense + routed);
}
