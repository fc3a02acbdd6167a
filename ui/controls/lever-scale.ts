import type { Lever } from "../../engine/index.ts";

/** Steps of a slider from end to end: fine enough for a pixel each. */
export const STEPS = 1000;
/** What an arrow key moves a slider by. */
export const KEY_STEP = 5;
const SNAP = 3; // so near the default means the default; less than a key's step, so that a key gets away from it

type Scaled = Pick<Lever, "range" | "scale">;

/** Where a value stands on a slider, 0 to STEPS. */
export function positionOf(value: number, { range: [low, high], scale }: Scaled): number {
  const part = scale === "log" ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.round(STEPS * Math.max(0, Math.min(1, part)));
}

/** The value at a position, to three digits; near the default it is the default. */
export function valueAt(position: number, lever: Scaled, byDefault: number): number {
  if (Math.abs(position - positionOf(byDefault, lever)) < SNAP) return byDefault;
  const {
    range: [low, high],
    scale,
  } = lever;
  const part = position / STEPS;
  const value = scale === "log" ? low * (high / low) ** part : low + part * (high - low);
  const digits = scale === "log" ? value : Math.round(value / ((high - low) / 500)) * ((high - low) / 500);
  return Number(digits.toPrecision(3));
}
