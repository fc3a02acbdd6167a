import { type Architecture, countParameters } from "./architecture.ts";

/**
 * Arithmetic of generating one token at a context [FLOP]: 2 P_active + 2 L n_h c (d_k + d_v). MLA decodes in its latent
 * space (absorbed): d_k = d_c + d_h^R, d_v = d_c: less memory, more arithmetic.
 */
export function decodeFlop(a: Architecture, context: number): number {
  const t = a.attention;
  const width = t.kind === "MLA" ? 2 * t.latent + t.rope : 2 * t.headDim;
  return 2 * countParameters(a).active + attentionFlop(a, context, width);
}

/**
 * Arithmetic per token of reading a prompt [FLOP]: on average half of it lies before a token, and MLA is not absorbed.
 */
export function prefillFlop(a: Architecture, prompt: number): number {
  const t = a.attention;
  const width = t.kind === "MLA" ? t.nope + t.rope + t.valueDim : 2 * t.headDim;
  return 2 * countParameters(a).active + attentionFlop(a, prompt / 2, width);
}

const attentionFlop = (a: Architecture, context: number, width: number): number =>
  2 * a.layers * a.attention.heads * context * width;
