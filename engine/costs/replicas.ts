import type { Throughput } from "./throughput.ts";

/** Traffic of a product [Mtok/week]. */
export interface Traffic {
  readonly input: number;
  readonly output: number;
}

const SECONDS_A_WEEK = 7 * 24 * 3600;

/** Replicas kept busy on average by a week's traffic: their seconds of decoding and of reading prompts. */
export function busyReplicas({ input, output }: Pick<Throughput, "input" | "output">, traffic: Traffic): number {
  return ((traffic.output / output + traffic.input / input) * 1e6) / SECONDS_A_WEEK;
}

/**
 * Whole replicas for y replicas' worth of work at the peak: max(1, ceil(y + 1.65 sqrt(y/50))). The margin is the 95 %
 * quantile of a Poisson stream whose bursts average over about 50 concurrent requests a replica.
 */
export function replicasNeeded(y: number): number {
  return Math.max(1, Math.ceil(y + 1.65 * Math.sqrt(y / 50)));
}

/** Replicas paid for each that is needed: dear when traffic is thin, towards 1 above a few replicas. */
export const thinTraffic = (y: number): number => replicasNeeded(y) / y;
