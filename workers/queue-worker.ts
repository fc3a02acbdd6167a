import { checkRedis, loadBullMQ } from "./queue-packages.ts";
import { type QueuedBatch, queueName } from "./queue-wire.ts";

interface QueueWorkerOptions {
  readonly url: string;
  readonly version: string;
  readonly width: number; // runs at once in this process
  /** The built queue-processor.js, or in a checkout boot-processor.mjs, which loads the TypeScript. */
  readonly processor: URL;
  /** Hears how many runs were done. */
  readonly onRuns?: (runs: number) => void;
}

const LOCK_MS = 10_000; // a worker that has been silent for so long is taken for dead
const CHECK_MS = 5_000;
const MOST_STALLS = 10; // how many workers may die over one run

/**
 * A worker process: takes runs from the queue until it is closed, then finishes those it has. Runs are in threads of
 * their own (sandboxed processors): a run that held this thread could not renew its lock, and would be done twice.
 */
export async function queueWorker({
  url,
  version,
  width,
  processor,
  onRuns,
}: QueueWorkerOptions): Promise<{ close(): Promise<void> }> {
  await checkRedis(url);
  const { Worker } = await loadBullMQ();
  const worker = new Worker(queueName(version), processor, {
    connection: { url, maxRetriesPerRequest: null },
    concurrency: width,
    useWorkerThreads: true,
    lockDuration: LOCK_MS,
    stalledInterval: CHECK_MS,
    maxStalledCount: MOST_STALLS,
  });
  worker.on("error", () => {}); // ioredis reconnects
  worker.on("completed", ({ data }: { readonly data: QueuedBatch }) => onRuns?.(data.runs.length));
  await worker.waitUntilReady();
  return { close: () => worker.close() };
}
