import { observable, useObservable } from "./observable.ts";

/** How far a replay is on its way from the baseline (0) to the scenario (1). */
const progress = observable(1);
export const useReplay = (): number => useObservable(progress, (t) => t);

const MS = 1600;
let frame = 0;

/** Moves every line from the baseline to where it is now. Whoever wants no motion sees the two ends only. */
export function replay(): void {
  cancelAnimationFrame(frame);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const began = performance.now();
  const step = (now: number) => {
    const t = Math.min(1, Math.max(0, (now - began) / MS));
    progress.set(t === 1 ? 1 : still ? 0 : eased(t));
    if (t < 1) frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
}

const eased = (t: number): number => 1 - (1 - t) ** 3;
