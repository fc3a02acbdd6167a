/**
 * Inference cost as functions of plain data, one idea a file; the roofline plugin is their composition. Published cases
 * call them one by one: a step time, for instance, asks nothing of memory's size.
 */
export type { Architecture, Attention } from "./architecture.ts";
export { countParameters, withAttention } from "./architecture.ts";
export { equivalentGroups, kvBytes, kvElements } from "./kv-cache.ts";
export { decodeFlop, prefillFlop } from "./flop.ts";
export { activationBytes, cacheRead, expertsTouched, weightBytes, weightsRead } from "./traffic.ts";
export { type KnownGpu } from "./gpu.ts";
export { type Collective, replica, type Serving } from "./serving.ts";
export { decodeStep, prefillTime } from "./step-time.ts";
export { demandBatch, fullBatch, latencyBatch, memoryBatch } from "./batch.ts";
export { costPerMtok, throughput, WORKLOAD } from "./throughput.ts";
export { busyReplicas, replicasNeeded, thinTraffic } from "./replicas.ts";
export { accountingCost } from "./accounting.ts";
export { deferredShare, loadFactor, peakTariff } from "./load.ts";
export { experience, progressRatio } from "./experience.ts";
