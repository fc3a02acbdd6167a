/**
 * Inference cost as functions of plain data, one idea a file; the roofline plugin is their composition. Published cases
 * call them one by one: a step time, for instance, asks nothing of memory's size.
 */
export type { Architecture, Attention, AttentionKind, Experts, ParameterCount, Precision } from "./architecture.ts";
export { countParameters, withAttention } from "./architecture.ts";
export { equivalentGroups, kvBytes, kvElements } from "./kv-cache.ts";
export { decodeFlop, prefillFlop } from "./flop.ts";
export { activationBytes, cacheRead, expertsTouched, weightBytes, weightsRead } from "./traffic.ts";
export { type Gpu, isKnown, type KnownGpu } from "./gpu.ts";
export {
  collectiveOf,
  type Collective,
  type Efficiency,
  EFFICIENCY,
  replica,
  type Serving,
  smallestReplica,
} from "./serving.ts";
export { decodeStep, prefillRate, prefillTime, type StepTime } from "./step-time.ts";
export { type Binding, demandBatch, fullBatch, latencyBatch, memoryBatch } from "./batch.ts";
export { costPerMtok, throughput, type Throughput, WORKLOAD, type Workload } from "./throughput.ts";
export { busyReplicas, replicasNeeded, thinTraffic, type Traffic } from "./replicas.ts";
export { accountingCost, type MeterHours } from "./accounting.ts";
export { deferredShare, loadFactor, peakTariff, type Day } from "./load.ts";
export { experience, progressRatio } from "./experience.ts";
