import { decodeFlop, prefillFlop } from "./flop.ts";
import type { Serving } from "./serving.ts";
import { cacheRead, weightsRead } from "./traffic.ts";

/** Where the time of a step goes [s]; arithmetic and memory overlap, the rest adds. */
export interface StepTime {
  readonly compute: number;
  readonly memory: number;
  readonly collective: number; // not hidden
  readonly overhead: number;
  readonly seconds: number;
}

/**
 * One decoding step, a token for each of `batch` sequences at `context` tokens (Williams, Waterman and Patterson 2009):
 * t(B) = max(B FLOP / (n F MFU), (W(B) + B c KV) / (n BW MBU)) + t_coll(B) + t_0. Asks nothing of memory's size.
 */
export function decodeStep(s: Serving, batch: number, context: number): StepTime {
  const { architecture: a, gpu, gpus, efficiency } = s;
  const bytes = weightsRead(a, s.weightBits, batch) + cacheRead(a, s.kvBits, batch, context);
  const compute = (batch * decodeFlop(a, context)) / (gpus * peak(s) * efficiency.mfuDecode);
  const memory = bytes / (gpus * gpu.bandwidth * efficiency.mbu);
  const collective = collectiveTime(s, batch);
  const { overhead } = efficiency;
  return { compute, memory, collective, overhead, seconds: Math.max(compute, memory) + collective + overhead };
}

/** Reading `batch` prompts at once [s]: arithmetic, unless so little that fetching the weights takes longer. */
export function prefillTime(s: Serving, batch: number, prompt: number): number {
  const tokens = batch * prompt;
  const memory = weightsRead(s.architecture, s.weightBits, tokens) / (s.gpus * s.gpu.bandwidth * s.efficiency.mbu);
  return Math.max(tokens / prefillRate(s, prompt), memory);
}

/** Tokens of prompts a replica reads a second when it does nothing else. */
export function prefillRate(s: Serving, prompt: number): number {
  const mfu = in8(s) ? s.efficiency.mfuPrefill8 : s.efficiency.mfuPrefill16;
  return (s.gpus * peak(s) * mfu) / prefillFlop(s.architecture, prompt);
}

const in8 = ({ gpu, computeBits }: Serving): boolean => computeBits <= 8 && gpu.flops8 !== null;

/** Peak arithmetic at the precision computed in; where the GPU has no 8-bit units, at 16 [FLOP/s]. */
const peak = (s: Serving): number => (in8(s) ? s.gpu.flops8! : s.gpu.flops16);

/** t_coll = L perLayer (alpha + B bytes / link), less what overlaps; one GPU talks to nobody. */
function collectiveTime({ architecture, gpus, collective: c }: Serving, batch: number): number {
  if (gpus === 1) return 0;
  const once = c.latency + (batch * c.bytesPerToken) / c.bandwidth;
  return architecture.layers * c.perLayer * once * (1 - c.overlap);
}
