import { findArchitecture, findGpu } from "../costs/catalogue.ts";
import {
  activationBytes,
  cacheRead,
  type Collective,
  costPerMtok,
  countParameters,
  decodeFlop,
  decodeStep,
  type KnownGpu,
  prefillTime,
  replica,
  type Serving,
  weightsRead,
} from "../costs/inference.ts";
import type { Branch, CaseFile, Checker, Checking } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch } from "./read.ts";
import { relativeTolerance } from "./tolerance.ts";

/** A calculator's run: model, hardware, efficiencies and batch, with the constants the calculator itself states. */
interface Run {
  readonly architecture: string;
  readonly gpu: string;
  readonly gpus: number;
  readonly flops16?: number; // in place of the catalogue's [FLOP/s]
  readonly gpuBandwidth?: number; // [bytes/s]
  readonly gpuPrice?: number; // [money/GPU h]
  readonly weightBits?: number;
  readonly kvBits?: number;
  readonly mfu: number;
  readonly mbu: number;
  readonly overhead?: number; // [s]
  readonly collective?: Collective;
  readonly batch: number;
  readonly context: number; // while decoding
  readonly prompt?: number;
  /** The calculator writes activations to memory, read again by so many slices. */
  readonly activationShards?: number;
}

function servingOf(run: Run): Serving {
  const architecture = findArchitecture(run.architecture)!;
  const listed = findGpu(run.gpu)!;
  const gpu = {
    ...listed,
    flops16: run.flops16 ?? listed.flops16,
    bandwidth: run.gpuBandwidth ?? listed.bandwidth,
  } as KnownGpu;
  const { gpus, weightBits, kvBits, mfu, mbu, overhead = 0, collective } = run;
  const efficiency = { mfuDecode: mfu, mfuPrefill16: mfu, mbu, overhead };
  return replica(architecture, gpu, { gpus, weightBits, kvBits, efficiency, collective });
}

/** Everything a calculator may print of one step; a case compares what it has. */
function quantities(run: Run): Found {
  const s = servingOf(run);
  const { architecture: a, gpus, weightBits, kvBits } = s;
  const { batch, context, prompt = context, gpuPrice = 0 } = run;
  const decode = decodeStep(s, batch, context).seconds;
  const prefill = prefillTime(s, batch, prompt);
  const count = countParameters(a);
  const activations = run.activationShards ? batch * activationBytes(a, run.activationShards) : 0;
  return {
    decodeStep: decode,
    prefill,
    blockBytes: ((count.total - 2 * count.embedding) * weightBits) / 8,
    cacheBytes: cacheRead(a, kvBits, batch, context),
    flop: batch * decodeFlop(a, context),
    bytes: weightsRead(a, weightBits, batch) + cacheRead(a, kvBits, batch, context) + activations,
    outputPerGpu: batch / decode / gpus,
    costPerMtokOutput: costPerMtok(gpus, gpuPrice, batch / decode),
    costPer1kPrompt: costPerMtok(gpus, gpuPrice, (batch * prompt) / prefill) / 1000,
    costPer1kCompletion: costPerMtok(gpus, gpuPrice, batch / decode) / 1000,
  };
}

const runs = (file: CaseFile): [string, Run][] =>
  Object.entries(file.params as Branch).map(([id, run]) => [id, run as unknown as Run]);

/** Step times, traffic and prices of public roofline calculators. */
export const servingSteps: Checker = {
  id: "serving-steps",
  label: { en: "Step times of public calculators", zh: "公开计算器的单步时间" },
  accepts: (file) =>
    file.topic === "serving-steps" &&
    Object.values(branch(file.params)).every((run) => {
      const { architecture, gpu } = branch(run);
      return findArchitecture(String(architecture)) && findGpu(String(gpu));
    }),
  check: function* (file): Checking {
    const found = Object.fromEntries(runs(file).map(([id, run]) => [id, quantities(run)]));
    yield 1;
    return compareTrees(file.expected, found, relativeTolerance(file.tolerance));
  },
};
