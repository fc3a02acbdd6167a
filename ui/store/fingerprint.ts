import { fingerprintSteps, platformFingerprint, type Recording } from "../../engine/index.ts";

const SLICE_MS = 12; // hashing on end: the rest of a frame is for drawing

/** After the next frame is on screen; soon on a page that nobody sees, which has none. */
export const painted = (): Promise<void> =>
  new Promise((next) => {
    requestAnimationFrame(() => setTimeout(next));
    setTimeout(next, 100);
  });

/** A recording's fingerprint, made between frames, so that drawing goes on; null when it is no longer `wanted`. */
export async function fingerprintAside(recording: Recording, wanted: () => boolean): Promise<string | null> {
  if (crypto.subtle) return platformFingerprint(recording, crypto);
  const steps = fingerprintSteps(recording); // a page over plain http
  while (wanted()) {
    const until = performance.now() + SLICE_MS;
    let step = steps.next();
    while (!step.done && performance.now() < until) step = steps.next();
    if (step.done) return step.value;
    await new Promise((next) => setTimeout(next));
  }
  return null;
}
