import type { Traffic } from "./replicas.ts";

/** GPU hours for a million tokens of each meter. */
export interface MeterHours {
  readonly input: number;
  readonly output: number;
}

/**
 * What a fleet really costs a million tokens, its idle hours included: they are split between the meters by the GPU
 * time each used. For settlement only; strategies reason on long-run cost. Nothing served: null, a cost of nothing.
 */
export function accountingCost(
  hours: MeterHours, // at full load
  traffic: Traffic,
  fleet: { readonly gpus: number; readonly gpuPrice: number },
): { readonly input: number; readonly output: number; readonly utilisation: number } | null {
  const used = hours.input * traffic.input + hours.output * traffic.output;
  if (used === 0) return null;
  const paid = fleet.gpus * HOURS_A_WEEK;
  const perHour = (fleet.gpuPrice * paid) / used;
  return { input: hours.input * perHour, output: hours.output * perHour, utilisation: used / paid };
}

const HOURS_A_WEEK = 7 * 24;
