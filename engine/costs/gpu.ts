/** An accelerator. Peaks are dense, without sparsity. */
export interface Gpu {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly flops16: number; // BF16/FP16 [FLOP/s]
  readonly flops8: number | null; // FP8; null: none, weights of 8 bits are then multiplied at 16
  readonly memory: number; // [bytes]
  readonly bandwidth: number | null; // of memory [bytes/s]; null: public sources disagree, to be stated by the user
  readonly link: number | null; // to its neighbours, both directions [bytes/s]; null: over PCIe
}

/** PCIe 4.0 x16, both directions: what cards without links of their own share. */
export const PCIE_LINK = 64e9; // [bytes/s]

/** An accelerator whose memory bandwidth is known, as the roofline needs. */
export interface KnownGpu extends Gpu {
  readonly bandwidth: number;
}

export const isKnown = (gpu: Gpu): gpu is KnownGpu => gpu.bandwidth !== null;
