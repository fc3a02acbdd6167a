import { blend } from "../market/view.ts";
import { type Architecture, withAttention } from "./architecture.ts";
import { architectureIds, findArchitecture, findGpu, gpuIds } from "./catalogue.ts";
import type { CostConditions, CostModel, ServingChange, UnitCost } from "./cost-model.ts";
import { experience } from "./experience.ts";
import { isKnown, type KnownGpu } from "./gpu.ts";
import { busyReplicas, thinTraffic } from "./replicas.ts";
import { rooflineParameters, type RooflineParameters } from "./roofline-parameters.ts";
import { replica, type Serving } from "./serving.ts";
import { costPerMtok, throughput, type Throughput, type Workload } from "./throughput.ts";

/** A replica, what it is asked for and what it does: all that does not change from day to day. Plain data. */
export interface PreparedRoofline {
  readonly serving: Serving;
  readonly workload: Workload;
  readonly full: Throughput;
  readonly learning: number; // exponent b
  readonly reference: number; // [Mtok]
  readonly plannedReplicas: number;
}

/** Unit cost from the hardware up: arithmetic, memory, latency, demand (Williams et al. 2009; Pope et al. 2023). */
export const roofline: CostModel = {
  id: "roofline",
  label: { en: "Roofline", zh: "屋顶线模型" },
  description: {
    en: "Derives the cost from architecture and GPU: arithmetic, memory traffic, batch, replicas (Williams et al. 2009; Pope et al. 2023).",
    zh: "由模型架构和 GPU 推算成本：算力、显存带宽、批大小、副本数（Williams 等 2009；Pope 等 2023）。",
  },
  parameters: rooflineParameters(architectureIds, gpuIds),
  example: { architecture: "deepseek-v2", gpu: "h800" },
  prepare: (parameters) => prepare(parameters as unknown as RooflineParameters),
  unitCost: (prepared, conditions) => unitCost(prepared as PreparedRoofline, conditions),
  change: (prepared, change) => changed(prepared as PreparedRoofline, change),
};

/** @throws when the model does not fit, or the GPU's bandwidth is neither known nor stated. */
export function prepare(p: RooflineParameters): PreparedRoofline {
  const architecture = findArchitecture(p.architecture);
  if (!architecture) throw new Error(`no architecture “${p.architecture}”; known: ${architectureIds.join(", ")}`);
  const { mfuDecode, mbu } = p;
  const precision = { weightBits: p.weightBits ?? undefined, kvBits: p.kvBits ?? undefined };
  const serving = replica(architecture, accelerator(p), {
    ...precision,
    gpus: p.gpus ?? undefined,
    efficiency: { mfuDecode, mbu, mfuPrefill16: p.mfuPrefill },
  });
  const { context, minSpeed, cacheHit, cacheHitCost, learning, reference, plannedReplicas } = p;
  return assemble(serving, { context, minSpeed, cacheHit, cacheHitCost }, { learning, reference, plannedReplicas });
}

function accelerator({ gpu: id, bandwidth }: RooflineParameters): KnownGpu {
  const gpu = findGpu(id);
  if (!gpu) throw new Error(`no GPU “${id}”; known: ${gpuIds.join(", ")}`);
  const stated = bandwidth === null ? gpu : { ...gpu, bandwidth: bandwidth * 1e9 };
  if (!isKnown(stated)) throw new Error(`the memory bandwidth of ${gpu.name} is disputed: state it (bandwidth, GB/s)`);
  return stated;
}

type Rest = Pick<PreparedRoofline, "learning" | "reference" | "plannedReplicas">;

function assemble(serving: Serving, workload: Workload, rest: Rest): PreparedRoofline {
  return { serving, workload, full: throughput(serving, workload), ...rest };
}

/** GPU hours for a million tokens at full load, by meter: the technology of the cost. */
export function gpuHours({ serving: { gpus }, full }: PreparedRoofline): { input: number; output: number } {
  return { input: costPerMtok(gpus, 1, full.input), output: costPerMtok(gpus, 1, full.output) };
}

/** Replicas' worth of work at the peak, y: what the fleet is sized for, at least what the vendor plans on. */
export function replicaLoad(p: PreparedRoofline, c: CostConditions): number {
  if (!c.traffic) return Infinity;
  const faster = c.technology / learningCost(p, c);
  return Math.max(p.plannedReplicas, busyReplicas(p.full, c.traffic) / faster / c.load);
}

const learningCost = (p: PreparedRoofline, c: CostConditions): number =>
  experience(c.cumulative, p.reference, p.learning) / c.efficiency;

function unitCost(p: PreparedRoofline, c: CostConditions): UnitCost {
  const hours = gpuHours(p);
  const learning = learningCost(p, c);
  const y = replicaLoad(p, c);
  const scale = y === Infinity ? 1 : thinTraffic(y);
  const scheduling = 1 / c.load;
  const common = ((c.gpuPrice * learning * scale) / c.technology) * scheduling;
  return {
    input: hours.input * common,
    output: hours.output * common,
    factors: [c.gpuPrice, blend(hours) / c.technology, learning, scale, scheduling],
  };
}

function changed(p: PreparedRoofline, change: ServingChange): PreparedRoofline {
  const { serving, workload } = p;
  const { attention, kvHeads, weightBits, kvBits, mfuDecode, mbu, overlap, cacheHit } = change;
  const architecture: Architecture = attention
    ? withAttention(serving.architecture, attention, kvHeads)
    : serving.architecture;
  const next: Serving = {
    ...serving,
    architecture,
    weightBits: weightBits ?? serving.weightBits,
    kvBits: kvBits ?? serving.kvBits,
    efficiency: { ...serving.efficiency, mfuDecode: mfuDecode ?? serving.efficiency.mfuDecode, mbu: mbu ?? serving.efficiency.mbu }, // prettier-ignore
    collective: { ...serving.collective, overlap: overlap ?? serving.collective.overlap },
  };
  return assemble(next, { ...workload, cacheHit: cacheHit ?? workload.cacheHit }, p);
}
