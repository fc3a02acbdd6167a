import { measure, type Measured, newRunCache, type Recording } from "../engine/index.ts";
import { drive, driveTogether, type Place } from "./drive.ts";
import { type Importer, importPlugin, loadPlugins } from "./plugins.ts";
import type { Job } from "./runner.ts";

/** What a worker offers its owner. Plain data crosses; recordings are transferred, not copied. */
export interface Service {
  run(job: Job, onProgress?: (done: number) => void, place?: Place): Promise<Recording>;
  /** Takes part in a run that another worker reports. */
  assist(job: Job, place: Place): Promise<void>;
  measure(job: Job, outputs: readonly string[], onProgress?: (done: number) => void): Promise<Measured>;
  cancel(): void;
}

export function createService(
  transfer: <T>(value: T, buffers: ArrayBuffer[]) => T,
  importer: Importer = importPlugin,
): Service {
  const cache = newRunCache();
  let current: AbortController | null = null;
  async function record(job: Job, onProgress?: (done: number) => void, place?: Place): Promise<Recording> {
    current = new AbortController();
    const options = { signal: current.signal, onProgress };
    await loadPlugins(job.plugins ?? [], importer);
    return place ? driveTogether(job, place, options) : drive(job, options, { cache });
  }
  return {
    async run(job, onProgress, place) {
      const recording = await record(job, onProgress, place);
      return transfer(recording, buffersOf(recording));
    },
    async assist(job, place) {
      await record(job, undefined, place);
    },
    async measure(job, outputs, onProgress) {
      const measured = measure(await record(job, onProgress), outputs);
      return transfer(
        measured,
        [measured.values, ...measured.series].map((x) => x.buffer as ArrayBuffer),
      );
    },
    cancel: () => current?.abort(),
  };
}

function buffersOf({ product, vendor, segment, market }: Recording): ArrayBuffer[] {
  return [product, vendor, segment, market].flatMap((group) =>
    Object.values(group).map((c) => c.buffer as ArrayBuffer),
  );
}
