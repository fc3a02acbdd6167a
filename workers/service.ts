import { newRunCache, type Recording } from "../engine/index.ts";
import { drive } from "./drive.ts";
import { type Importer, importPlugin, loadPlugins } from "./plugins.ts";
import type { Job } from "./runner.ts";

/** What a worker offers its owner. Plain data crosses; recordings are transferred, not copied. */
export interface Service {
  run(job: Job, onProgress?: (done: number) => void): Promise<Recording>;
  cancel(): void;
}

export function createService(
  transfer: (recording: Recording, buffers: ArrayBuffer[]) => Recording,
  importer: Importer = importPlugin,
): Service {
  const cache = newRunCache();
  let current: AbortController | null = null;
  return {
    async run(job, onProgress) {
      current = new AbortController();
      await loadPlugins(job.plugins ?? [], importer);
      const recording = await drive(job, { signal: current.signal, onProgress }, cache);
      return transfer(recording, buffersOf(recording));
    },
    cancel: () => current?.abort(),
  };
}

function buffersOf({ product, vendor, segment, market }: Recording): ArrayBuffer[] {
  return [product, vendor, segment, market].flatMap((group) =>
    Object.values(group).map((c) => c.buffer as ArrayBuffer),
  );
}
