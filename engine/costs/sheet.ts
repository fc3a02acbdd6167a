import { type Binding, demandBatch } from "./batch.ts";
import { equivalentGroups, kvBytes, kvElements } from "./kv-cache.ts";
import { busyReplicas, replicasNeeded, thinTraffic, type Traffic } from "./replicas.ts";
import { gpuHours, type PreparedRoofline } from "./roofline.ts";
import { decodeStep, type StepTime } from "./step-time.ts";
import type { Throughput } from "./throughput.ts";
import { weightBytes } from "./traffic.ts";

/** Market terms a cost is asked at. */
export interface CostTerms {
  readonly gpuPrice: number; // [money/GPU h]
  readonly load: number; // mean use over provisioned capacity
  readonly traffic: Traffic | null; // null: enough to fill any fleet
}

type Meters = { readonly input: number; readonly output: number };

/** An inference cost with all that is behind it: what `pricewar cost` prints. */
export interface CostSheet {
  readonly unitCost: Meters; // at the load and traffic asked for [money/Mtok]
  readonly fullLoad: Meters; // with every replica full [money/Mtok]
  readonly gpuHours: Meters; // at full load [GPU h/Mtok]
  readonly binding: Binding; // what keeps the batch from growing
  readonly batch: number; // sequences decoded together
  readonly step: StepTime; // of that batch [s]
  readonly tokensPerSecond: Meters & { readonly perUser: number }; // of a full replica, on one meter alone; of one user
  /** Of a replica [bytes]. */
  readonly memory: { readonly weights: number; readonly cache: number; readonly usable: number };
  readonly kv: { readonly elements: number; readonly bytes: number; readonly groups: number }; // per token of context
  readonly replicas: { readonly busy: number; readonly needed: number } | null; // null without traffic
  readonly scale: number; // what integer replicas and part-filled batches multiply cost by
}

export function costSheet(p: PreparedRoofline, terms: CostTerms): CostSheet {
  const { serving, workload, full } = p;
  const { architecture, gpu, gpus, efficiency } = serving;
  const hours = gpuHours(p);
  const fleet = terms.traffic && fleetFor(full, terms.traffic, terms.load);
  const scale = fleet ? thinTraffic(fleet.busy / terms.load) : 1;
  const filled =
    terms.traffic && fleet
      ? filledBatch(p, terms.traffic.output, fleet.needed)
      : { batch: full.batch, binding: full.binding };
  const step = decodeStep(serving, Math.max(1, filled.batch), workload.context);
  const bytes = kvBytes(architecture, serving.kvBits);
  return {
    unitCost: times(hours, (terms.gpuPrice * scale) / terms.load),
    fullLoad: times(hours, terms.gpuPrice),
    gpuHours: hours,
    ...filled,
    step,
    tokensPerSecond: { input: full.input, output: full.output, perUser: 1 / step.seconds },
    memory: {
      weights: weightBytes(architecture, serving.weightBits),
      cache: filled.batch * workload.context * bytes,
      usable: efficiency.usableMemory * gpu.memory * gpus,
    },
    kv: {
      elements: kvElements(architecture.attention, architecture.layers),
      bytes,
      groups: equivalentGroups(architecture.attention),
    },
    replicas: fleet,
    scale,
  };
}

const times = ({ input, output }: Meters, factor: number): Meters => ({
  input: input * factor,
  output: output * factor,
});

function fleetFor(full: Throughput, traffic: Traffic, load: number): { busy: number; needed: number } {
  const busy = busyReplicas(full, traffic);
  return { busy, needed: replicasNeeded(busy / load) };
}

/** The batch that the traffic keeps going on each of the replicas, where it does not fill them. */
function filledBatch(
  { serving, workload, full }: PreparedRoofline,
  outputPerWeek: number,
  replicas: number,
): { batch: number; binding: Binding } {
  const rate = (outputPerWeek * 1e6) / (7 * 24 * 3600 * replicas);
  const batch = demandBatch(serving, workload.context, { rate, full: full.batch });
  return batch < full.batch ? { batch, binding: "demand" } : { batch, binding: full.binding };
}
