import type { Architecture, Attention } from "./architecture.ts";

/**
 * Numbers cached per token of context, over all layers: 2 n_kv d_h L for MHA, GQA and MQA; (d_c + d_h^R) L for MLA.
 * Source: arXiv 2405.04434, Table 1.
 */
export function kvElements(attention: Attention, layers: number): number {
  if (attention.kind === "MLA") return (attention.latent + attention.rope) * layers;
  return 2 * attention.kvHeads * attention.headDim * layers;
}

/** Bytes cached per token of context at a storage width [bits]. */
export function kvBytes({ attention, layers }: Architecture, bits: number): number {
  return (kvElements(attention, layers) * bits) / 8;
}

/** How many GQA groups would cache as much: 2.25 for DeepSeek-V2 (its Table 1). */
export function equivalentGroups(attention: Attention): number {
  if (attention.kind !== "MLA") return attention.kvHeads;
  return (attention.latent + attention.rope) / (2 * attention.nope);
}
