import { blend, mapPrice, type Price, type TokenPrice } from "../price.ts";
import type { Text } from "../text/text.ts";
import { withAttention } from "./architecture.ts";
import { memoryBatch } from "./batch.ts";
import { architectureIds, findArchitecture, findGpu, gpuIds } from "./catalogue.ts";
import { type CostConditions, costModel, type ServingChange, type UnitCost } from "./cost-model.ts";
import { experience } from "./experience.ts";
import { isKnown, type KnownGpu } from "./gpu.ts";
import { busyReplicas, thinTraffic } from "./replicas.ts";
import { rooflineParameters, type RooflineParameters } from "./roofline-parameters.ts";
import { collectiveOf, replica, type Serving } from "./serving.ts";
import { weightBytes } from "./traffic.ts";
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
export const roofline = costModel({
  id: "roofline",
  label: { en: "Roofline", zh: "屋顶线模型" },
  description: {
    en:
      "Derives the cost from architecture and GPU: arithmetic, memory traffic, batch, replicas " +
      "(Williams et al. 2009; Pope et al. 2023).",
    zh: "由模型架构和 GPU 推算成本：算力、显存带宽、批大小、副本数（Williams 等 2009；Pope 等 2023）。",
  },
  parameters: rooflineParameters(architectureIds, gpuIds),
  example: { architecture: "deepseek-v2", gpu: "h800" },
  prepare,
  unitCost,
  problem: rooflineProblem,
  byLength,
  change: changed,
});

/** Why these parameters describe nothing that could serve; null where they do. */
export function rooflineProblem(p: RooflineParameters): Text | null {
  const gpu = findGpu(p.gpu);
  if (gpu && !isKnown(gpu) && p.bandwidth === null) {
    return {
      en: `public sources disagree on the memory bandwidth of ${gpu.name}: state it (bandwidth, in GB/s)`,
      zh: `${gpu.name} 的显存带宽各公开来源说法不一，请自行给出（bandwidth，单位 GB/s）`,
    };
  }
  return fitProblem(prepare(p));
}

/** Why a replica cannot hold its model and one context; null where it can. */
export function fitProblem({ serving, workload }: PreparedRoofline): Text | null {
  if (memoryBatch(serving, workload.context) >= 1) return null;
  const { architecture, gpu, gpus, weightBits } = serving;
  const { name } = architecture;
  const needed = Math.round(weightBytes(architecture, weightBits) / 1e9);
  const room = Math.round((serving.efficiency.usableMemory * gpu.memory * gpus) / 1e9);
  const fleet = `${gpus} × ${gpu.name}`;
  return {
    en:
      `${architecture.name} does not fit: ${needed} GB of weights and one context on ${gpus} × ` +
      `${serving.gpu.name}, ${room} GB usable; more GPUs or fewer bits are needed`,
    zh: `${name} 放不下：权重 ${needed} GB，再加一段上下文，而 ${fleet} 只有 ${room} GB 可用显存；请增加 GPU 或降低位宽`,
  };
}

/** @throws when a name is unknown; scenarios are checked before. */
export function prepare(p: RooflineParameters): PreparedRoofline {
  const architecture = findArchitecture(p.architecture);
  if (!architecture) throw new Error(`no architecture “${p.architecture}”; known: ${architectureIds.join(", ")}`);
  const { mfuDecode, mfuPrefill: mfuPrefill16, mfuPrefill8, mbu } = p;
  const serving = replica(architecture, accelerator(p), {
    weightBits: p.weightBits ?? undefined,
    kvBits: p.kvBits ?? undefined,
    computeBits: p.computeBits,
    gpus: p.gpus ?? undefined,
    efficiency: { mfuDecode, mfuPrefill16, mfuPrefill8, mbu },
  });
  const { context, minSpeed, cacheHit, cacheHitCost, learning, reference, plannedReplicas } = p;
  return assemble(serving, { context, minSpeed, cacheHit, cacheHitCost }, { learning, reference, plannedReplicas });
}

function accelerator({ gpu: id, bandwidth }: RooflineParameters): KnownGpu {
  const gpu = findGpu(id);
  if (!gpu) throw new Error(`no GPU “${id}”; known: ${gpuIds.join(", ")}`);
  const stated = bandwidth === null ? gpu : { ...gpu, bandwidth: bandwidth * 1e9 };
  if (!isKnown(stated)) throw new Error(`the memory bandwidth of ${gpu.name} is not known`);
  return stated;
}

type Rest = Pick<PreparedRoofline, "learning" | "reference" | "plannedReplicas">;

function assemble(
  serving: Serving,
  workload: Workload,
  { learning, reference, plannedReplicas }: Rest,
): PreparedRoofline {
  return { serving, workload, full: throughput(serving, workload), learning, reference, plannedReplicas };
}

/**
 * GPU hours for a million tokens at full load, by meter: the technology of the cost.
 * Input is the mean of hits and others.
 */
export function gpuHours({ serving: { gpus }, full, workload }: PreparedRoofline): Price & { readonly cached: number } {
  const input = costPerMtok(gpus, 1, full.input);
  const computed = 1 - workload.cacheHit * (1 - workload.cacheHitCost); // of a prompt's tokens
  return { input, output: costPerMtok(gpus, 1, full.output), cached: (input * workload.cacheHitCost) / computed };
}

/** Replicas' worth of work at the peak, y: what the fleet is sized for, at least what the vendor plans on. */
function replicaLoad(p: PreparedRoofline, c: CostConditions): number {
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
    ...mapPrice(hours, (x) => x * common),
    factors: [c.gpuPrice, blend(hours) / c.technology, learning, scale, scheduling],
  };
}

const lengths = new WeakMap<PreparedRoofline, Map<number, TokenPrice>>(); // as worked out: a step time is searched for

/** Longer contexts take their memory: fewer sequences fit side by side, each reads more, and prompts attend to more. */
function byLength(p: PreparedRoofline, times: number): TokenPrice {
  const known = lengths.get(p) ?? new Map<number, TokenPrice>();
  lengths.set(p, known);
  let found = known.get(times);
  if (!found) {
    const then = throughput(p.serving, { ...p.workload, context: p.workload.context * times });
    found = { input: p.full.input / then.input, output: p.full.output / then.output };
    known.set(times, found);
  }
  return found;
}

function changed(p: PreparedRoofline, change: ServingChange): PreparedRoofline {
  const { gpu, efficiency, collective, ...plan } = p.serving;
  const { attention, kvHeads, overlap = collective.overlap, cacheHit = p.workload.cacheHit } = change;
  const {
    weightBits = plan.weightBits,
    kvBits = plan.kvBits,
    mfuDecode = efficiency.mfuDecode,
    mbu = efficiency.mbu,
  } = change;
  const architecture = attention ? withAttention(plan.architecture, attention, kvHeads) : plan.architecture;
  const serving: Serving = {
    ...plan,
    architecture,
    gpu,
    weightBits,
    kvBits,
    efficiency: { ...efficiency, mfuDecode, mbu },
    collective: { ...collectiveOf(architecture, gpu, { gpus: plan.gpus, weightBits }), overlap },
  };
  return assemble(serving, { ...p.workload, cacheHit }, p);
}
