import type { Measured } from "../engine/index.ts";
import { checkRedis, loadBullMQ } from "./queue-packages.ts";
import { queueName, type QueuedRun, unpack, type WireMeasured } from "./queue-wire.ts";
import { aborted, JobError, type Measurer } from "./runner.ts";

interface QueueOptions {
  readonly url: string; // redis://...
  readonly version: string;
  /** How many runs are in the queue at once: at least as many as all workers together take. */
  readonly width: number;
}

const ATTEMPTS = 3;
const KEPT_SECONDS = 300; // results are read at once; those of a killed sweep must not pile up

/**
 * Runs in worker processes on any number of machines, through BullMQ on Redis: a run whose worker dies is given to
 * another. https://docs.bullmq.io
 * @throws Unreachable, NeedsPackage
 */
export async function queueRunner({
  url,
  version,
  width,
}: QueueOptions): Promise<Measurer & { close(): Promise<void> }> {
  await checkRedis(url);
  const { Queue, QueueEvents } = await loadBullMQ();
  const connection = { url, maxRetriesPerRequest: null };
  const queue = new Queue(queueName(version), { connection });
  const events = new QueueEvents(queueName(version), { connection });
  queue.on("error", () => {}); // ioredis reconnects; runs wait meanwhile
  events.on("error", () => {});
  for (const end of [queue, events]) end.setMaxListeners(0); // every waiting run listens
  await events.waitUntilReady();
  return {
    width,
    async measure(job, outputs, { signal } = {}): Promise<Measured> {
      if (signal?.aborted) throw aborted();
      const data: QueuedRun = { version, job, outputs };
      const keep = { age: KEPT_SECONDS };
      const queued = await queue.add("run", data, { attempts: ATTEMPTS, removeOnComplete: keep, removeOnFail: keep });
      try {
        return unpack((await orAbort(queued.waitUntilFinished(events), signal)) as WireMeasured);
      } catch (error) {
        if (!signal?.aborted) throw new JobError(job, error);
        await queued.remove().catch(() => {}); // one that runs already ends by itself
        throw aborted();
      }
    },
    async close() {
      await Promise.all([queue.close(), events.close()]);
    },
  };
}

function orAbort<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(aborted());
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
