import type { Architecture, Precision } from "./architecture.ts";
import { type KnownGpu, PCIE_LINK } from "./gpu.ts";
import { weightBytes } from "./traffic.ts";

/** How the GPUs of a replica talk: in every layer, twice, each token's hidden state goes round. */
export interface Collective {
  readonly perLayer: number;
  readonly latency: number; // of one exchange [s]
  readonly bandwidth: number; // [bytes/s]
  readonly bytesPerToken: number; // in one exchange
  readonly overlap: number; // share hidden behind arithmetic [0-1]
}

/** Shares of the peaks reached in practice. */
interface Efficiency {
  readonly mfuDecode: number; // of peak arithmetic, decoding
  readonly mfuPrefill16: number; // of the 16-bit peak, reading prompts
  readonly mfuPrefill8: number; // of the 8-bit peak
  readonly mbu: number; // of memory bandwidth
  readonly usableMemory: number; // of memory, for weights and cache
  readonly overhead: number; // fixed time of a step, t_0 [s]
}

/** A replica: one copy of a model on `gpus` accelerators. Plain data. */
export interface Serving extends Precision {
  readonly computeBits: number; // arithmetic is done in [bits]; weights may be stored in fewer
  readonly architecture: Architecture;
  readonly gpu: KnownGpu;
  readonly gpus: number; // n
  readonly efficiency: Efficiency;
  readonly collective: Collective;
}

const EFFICIENCY: Efficiency = {
  mfuDecode: 0.5,
  mfuPrefill16: 0.5,
  mfuPrefill8: 0.2,
  mbu: 0.7,
  usableMemory: 0.9,
  overhead: 0.002,
};

const NODE = 8; // GPUs that share a network link
const EXPERT_LINK = 40e9; // what a node gets out of it when experts exchange tokens [bytes/s]

/**
 * Tensor parallelism for dense models, sums in 16 bits over the node's own links; expert parallelism for mixtures,
 * tokens sent in the weights' precision over each node's network link, half hidden by two overlapping batches.
 */
export function collectiveOf(
  { experts, hidden }: Architecture,
  gpu: KnownGpu,
  plan: { gpus: number; weightBits: number },
): Collective {
  if (!experts)
    return { perLayer: 2, bytesPerToken: 2 * hidden, latency: 10e-6, bandwidth: gpu.link ?? PCIE_LINK, overlap: 0 };
  const bytesPerToken = (plan.weightBits <= 8 ? 1 : 2) * hidden;
  return {
    perLayer: 2,
    bytesPerToken,
    latency: 60e-6,
    bandwidth: EXPERT_LINK * Math.max(1, plan.gpus / NODE),
    overlap: 0.5,
  };
}

/** The smallest power of two of GPUs whose memory leaves as much room for cache as for weights. */
function smallestReplica(a: Architecture, gpu: KnownGpu, weightBits: number): number {
  const room = (EFFICIENCY.usableMemory * gpu.memory) / 2;
  let n = 1;
  while (n * room < weightBytes(a, weightBits)) n *= 2;
  return n;
}

/** A replica with everything unsaid at its default: published precision, measured efficiencies. */
export function replica(
  architecture: Architecture,
  gpu: KnownGpu,
  options: Partial<Omit<Serving, "efficiency">> & { readonly efficiency?: Partial<Efficiency> } = {},
): Serving {
  const weightBits = options.weightBits ?? architecture.deployed?.weightBits ?? 16;
  const gpus = options.gpus ?? smallestReplica(architecture, gpu, weightBits);
  return {
    architecture,
    gpu,
    gpus,
    weightBits,
    kvBits: options.kvBits ?? architecture.deployed?.kvBits ?? 16,
    computeBits: options.computeBits ?? 16,
    efficiency: { ...EFFICIENCY, ...options.efficiency },
    collective: options.collective ?? collectiveOf(architecture, gpu, { gpus, weightBits }),
  };
}
