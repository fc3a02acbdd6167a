import {
  measure,
  type Measured,
  newForks,
  newRunCache,
  type PieceOf,
  type QuestionId,
  type Recording,
} from "../engine/index.ts";
import { type ProxyMethods, releaseProxy } from "./comlink.ts";
import { answer, drive, driveTogether, type Place } from "./drive.ts";
import { type Importer, importPlugin, loadPlugins } from "./plugins.ts";
import type { Ask, Job } from "./runner.ts";

/** What a worker offers its owner. Plain data crosses; recordings are transferred, not copied. */
export interface Service {
  run(job: Job, onProgress?: (done: number) => void, place?: Place): Promise<Recording>;
  /** Takes part in a run that another worker reports. */
  assist(job: Job, place: Place): Promise<void>;
  measure(job: Job, outputs: readonly string[], onProgress?: (done: number) => void): Promise<Measured>;
  ask<Q extends QuestionId>(ask: Ask<Q>, onProgress?: (done: number) => void): Promise<PieceOf<Q>>;
  cancel(): void;
}

export function createService(
  transfer: <T>(value: T, buffers: ArrayBuffer[]) => T,
  importer: Importer = importPlugin,
): Service {
  const cache = newRunCache();
  const forks = newForks();
  let current: AbortController | null = null;
  async function begin({ plugins = [] }: Pick<Job, "plugins">): Promise<AbortSignal> {
    const { signal } = (current = new AbortController());
    await loadPlugins(plugins, importer);
    return signal;
  }
  async function record(job: Job, onProgress?: (done: number) => void, place?: Place): Promise<Recording> {
    const options = { signal: await begin(job), onProgress };
    const plain = job.plugins === undefined || job.plugins.length === 0; // what others' code keeps may not be copied
    const setting = { cache, forks: plain ? forks : undefined };
    const run = place ? driveTogether(job, place, options) : drive(job, options, setting);
    return run.finally(() => release(onProgress));
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
    async ask(ask, onProgress) {
      const piece = answer(ask, { signal: await begin(ask), onProgress }, cache);
      return piece.finally(() => release(onProgress));
    },
    cancel: () => current?.abort(),
  };
}

/** Closes the channel of a listener that is elsewhere: open, it keeps the process of its owner from ending. */
function release(listener: unknown): void {
  (listener as Partial<ProxyMethods> | undefined)?.[releaseProxy]?.();
}

function buffersOf({ product, vendor, segment, market, switches }: Recording): ArrayBuffer[] {
  const columns: ArrayBufferView[] = [product, vendor, segment, market].flatMap((group) => Object.values(group));
  return [...columns, ...Object.values(switches ?? {})].map((c: ArrayBufferView) => c.buffer as ArrayBuffer);
}
