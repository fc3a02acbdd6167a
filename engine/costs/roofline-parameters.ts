import type { ParameterTable, ValuesOf } from "../registry.ts";

const share = { type: "number", unit: "1", range: [0, 1] } as const;
const utilisation = { type: "number", unit: "1", range: [0.001, 1] } as const;
const bits = { type: "number", unit: "1", default: null, range: [1, 32] } as const;

export const rooflineParameters = (architectures: readonly string[], gpus: readonly string[]) =>
  ({
    architecture: {
      type: "choice",
      choices: architectures,
      label: { en: "Architecture", zh: "模型架构" },
    },
    gpu: { type: "choice", choices: gpus, label: { en: "GPU", zh: "GPU 型号" } },
    gpus: {
      type: "integer",
      unit: "1",
      default: null,
      range: [1, 4096],
      label: { en: "GPUs a replica", zh: "每副本 GPU 数" },
      help: {
        en: "Unless stated, the smallest power of two that leaves as much memory for cache as for weights.",
        zh: "不填则取 2 的最小整数次幂，使留给 KV 缓存的显存不少于权重所占。",
      },
    },
    weightBits: { ...bits, label: { en: "Bits a weight", zh: "权重位宽" } },
    kvBits: { ...bits, label: { en: "Bits a cached number", zh: "KV 缓存位宽" } },
    computeBits: {
      type: "number",
      unit: "1",
      default: 16,
      range: [1, 32],
      label: { en: "Bits arithmetic is done in", zh: "计算位宽" },
      help: {
        en: "8 uses FP8 units where the GPU has them; weights may be stored in fewer bits than they are computed in.",
        zh: "取 8 时使用 GPU 的 FP8 单元（若有）；权重的存储位宽可以低于计算位宽。",
      },
    },
    context: {
      type: "number",
      unit: "1",
      default: 1500,
      range: [1, 1e7],
      label: { en: "Mean context [tokens]", zh: "平均上下文长度（token）" },
    },
    minSpeed: {
      type: "number",
      unit: "1",
      default: 20,
      range: [0.1, 1e4],
      label: { en: "Slowest acceptable output [tokens/s]", zh: "最低生成速度（token/秒）" },
    },
    cacheHit: { ...share, default: 0, label: { en: "Input found in the prefix cache", zh: "输入命中缓存的比例" } },
    cacheHitCost: { ...share, default: 0.1, label: { en: "Cost of a hit against a miss", zh: "命中相对未命中的成本" } },
    mfuDecode: { ...utilisation, default: 0.5, label: { en: "MFU, decoding", zh: "解码算力利用率（MFU）" } },
    mfuPrefill: {
      ...utilisation,
      default: 0.5,
      label: { en: "MFU, reading prompts in 16 bits", zh: "预填充算力利用率（MFU，16 位）" },
    },
    mfuPrefill8: {
      ...utilisation,
      default: 0.2,
      label: { en: "MFU, reading prompts in 8 bits", zh: "预填充算力利用率（MFU，8 位）" },
    },
    mbu: {
      ...utilisation,
      default: 0.7,
      label: { en: "Share of memory bandwidth reached (MBU)", zh: "显存带宽利用率（MBU）" },
    },
    bandwidth: {
      type: "number",
      unit: "1",
      default: null,
      range: [1, 1e6],
      label: { en: "Memory bandwidth in place of the catalogue's [GB/s]", zh: "显存带宽（GB/s，替代目录值）" },
    },
    learning: {
      type: "number",
      unit: "1",
      default: 0,
      range: [0, 2],
      label: { en: "Learning exponent b", zh: "学习指数 b" },
    },
    reference: {
      type: "number",
      unit: "Mtok",
      default: 1e7,
      range: [1e-9, 1e15],
      label: { en: "Tokens behind the start of learning", zh: "学习起点对应的累计 token" },
    },
    plannedReplicas: {
      type: "number",
      unit: "1",
      default: 1,
      range: [0.001, 1e6],
      label: { en: "Least work the fleet is planned for [replicas]", zh: "规划集群时的最低负载（副本数）" },
      help: {
        en:
          "Traffic below it does not make long-run cost any dearer: a launch is planned, not priced at " +
          "its first day's trickle.",
        zh: "低于此负载时长期成本不再上升：新品按规划定价，而不是按首日的零星流量定价。",
      },
    },
  }) as const satisfies ParameterTable;

/** Parameters as a scenario gives them, defaults filled in. */
export type RooflineParameters = ValuesOf<ReturnType<typeof rooflineParameters>>;
