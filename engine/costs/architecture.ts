/** Attention that caches keys and values of each KV head. */
interface GroupedAttention {
  readonly kind: "MHA" | "GQA" | "MQA";
  readonly heads: number; // n_h
  readonly kvHeads: number; // n_kv: n_h for MHA, 1 for MQA
  readonly headDim: number; // d_h
}

/** Multi-head latent attention (DeepSeek-AI 2024, arXiv 2405.04434, s2.1): caches one compressed vector a layer. */
interface LatentAttention {
  readonly kind: "MLA";
  readonly heads: number;
  readonly nope: number; // width of a key head without position
  readonly rope: number; // width of the shared key part with position, d_h^R
  readonly valueDim: number; // width of a value head
  readonly latent: number; // d_c
  readonly queryLatent: number; // d_c'; 0 where queries are not compressed
}

export type Attention = GroupedAttention | LatentAttention;
export type AttentionKind = Attention["kind"];

/** A mixture of experts in the feed-forward part. */
export interface Experts {
  readonly routed: number; // E, a layer
  readonly active: number; // k of them, a token
  readonly shared: number; // always active
  readonly width: number; // of one expert
  readonly denseLayers: number; // leading layers without experts
}

/** A transformer as far as serving it costs anything. Gated feed-forward (three matrices) throughout. */
export interface Architecture {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly layers: number; // L
  readonly hidden: number; // d
  readonly vocab: number;
  readonly attention: Attention;
  readonly feedForward: number; // width in the dense layers
  readonly experts: Experts | null;
  /** How its maker said to serve it; null: 16-bit throughout. */
  readonly deployed: Precision | null;
}

/** Bits a number is stored in. */
export interface Precision {
  readonly weightBits: number;
  readonly kvBits: number;
}

/** Parameter counts: matrices and embeddings; norms and biases are below 0.01 % and left out. */
interface ParameterCount {
  readonly total: number;
  readonly active: number; // used by one token
  readonly embedding: number; // the input table, of which a step reads only rows
  readonly routed: number; // of all routed experts of all layers
}

export function countParameters(a: Architecture): ParameterCount {
  const embedding = a.vocab * a.hidden;
  const shell = 2 * embedding + a.layers * attentionParameters(a); // input table, output head, attention
  if (!a.experts) {
    const total = shell + a.layers * feedForward(a, a.feedForward);
    return { total, active: total, embedding, routed: 0 };
  }
  const { routed, active, shared, width, denseLayers } = a.experts;
  const sparse = a.layers - denseLayers;
  const expert = feedForward(a, width);
  const always = shell + denseLayers * feedForward(a, a.feedForward) + sparse * (shared * expert + a.hidden * routed);
  return {
    total: always + sparse * routed * expert,
    active: always + sparse * active * expert,
    embedding,
    routed: sparse * routed * expert,
  };
}

const feedForward = (a: Architecture, width: number): number => 3 * a.hidden * width;

function attentionParameters({ hidden, attention: t }: Architecture): number {
  if (t.kind !== "MLA") return 2 * hidden * t.headDim * (t.heads + t.kvHeads);
  const query = t.heads * (t.nope + t.rope);
  const q = t.queryLatent > 0 ? t.queryLatent * (hidden + query) : hidden * query;
  const kv = hidden * (t.latent + t.rope) + t.latent * t.heads * (t.nope + t.valueDim);
  return q + kv + t.heads * t.valueDim * hidden;
}

/**
 * The same model with another attention, as after an attention optimisation. Grouped kinds keep the head width; MLA
 * takes DeepSeek-V2's proportions, d_c = 4 d_h and d_h^R = d_h / 2 (arXiv 2405.04434, s2.1.4), queries uncompressed.
 */
export function withAttention(a: Architecture, kind: AttentionKind, kvHeads = 8): Architecture {
  const { heads } = a.attention;
  const headDim = a.attention.kind === "MLA" ? a.attention.nope : a.attention.headDim;
  if (kind === "MLA") {
    if (a.attention.kind === "MLA") return a;
    const latent = { nope: headDim, rope: headDim / 2, valueDim: headDim, latent: 4 * headDim, queryLatent: 0 };
    return { ...a, attention: { kind, heads, ...latent } };
  }
  const groups = { MHA: heads, GQA: Math.min(kvHeads, heads), MQA: 1 }[kind];
  return { ...a, attention: { kind, heads, kvHeads: groups, headDim } };
}
