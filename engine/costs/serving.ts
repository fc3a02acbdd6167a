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
export interface Efficiency {
  readonly mfuDecode: number; // of peak arithmetic, decoding
  readonly mfuPrefill16: number; // of the 16-bit peak, reading prompts
  readonly mfuPrefill8: number; // of the 8-bit peak
  readonly mbu: number; // of memory bandwidth
  readonly usableMemory: number; // of memory, for weights and cache
  readonly overhead: number; // fixed time of a step, t_0 [s]
}

/** A replica: one copy of a model on `gpus` accelerators. Plain data. */
export interface Serving extends Precision {
  readonly architecture: Architecture;
  readonly gpu: KnownGpu;
  readonly gpus: number; // n
  readonly efficiency: Efficiency;
  readonly collective: Collective;
}

export const EFFICIENCY: Efficiency = {
  mfuDecode: 0.5,
  mfuPrefill16: 0.5,
  mfuPrefill8: 0.2,
  mbu: 0.7,
  usableMemory: 0.9,
  overhead: 0.002,
};

const ACTIVATION_BYTES = 2; // hidden states travel in 16 bits
const EXPERT_LINK = 40e9; // expert parallelism crosses nodes: what InfiniBand gave a GPU [bytes/s]

/** Tensor parallelism for dense models; expert parallelism, half hidden by two overlapping batches, for mixtures. */
export function collectiveOf(a: Architecture, gpu: KnownGpu): Collective {
  const common = { perLayer: 2, bytesPerToken: ACTIVATION_BYTES * a.hidden };
  return a.experts
    ? { ...common, latency: 60e-6, bandwidth: EXPERT_LINK, overlap: 0.5 }
    : { ...common, latency: 10e-6, bandwidth: gpu.link ?? PCIE_LINK, overlap: 0 };
}

/** The smallest power of two of GPUs whose memory leaves as much room for cache as for weights. */
export function smallestReplica(a: Architecture, gpu: KnownGpu, weightBits: number): number {
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
  const { weightBits = 16, kvBits = 16 } = { ...architecture.deployed, ...given(options) };
  return {
    architecture,
    gpu,
    weightBits,
    kvBits,
    gpus: options.gpus ?? smallestReplica(architecture, gpu, weightBits),
    efficiency: { ...EFFICIENCY, ...options.efficiency },
    collective: options.collective ?? collectiveOf(architecture, gpu),
  };
}

const given = ({ weightBits, kvBits }: Partial<Precision>): Partial<Precision> => ({
  ...(weightBits !== undefined && { weightBits }),
  ...(kvBits !== undefined && { kvBits }),
});
