import { randomUUID } from "node:crypto";
import type { Measured } from "../engine/index.ts";
import { batching } from "./batching.ts";
import { carried } from "./carried-plugins.ts";
import { checkRedis, loadBullMQ, openRedis } from "./queue-packages.ts";
import { outcomeOf } from "./queue-outcome.ts";
import { announcer, type Sweeping } from "./queue-status.ts";
import { type BatchDone, type QueuedBatch, queueName, unpack } from "./queue-wire.ts";
import { aborted, type Job, JobError, type Measurer } from "./runner.ts";

interface QueueOptions {
  readonly url: string; // redis://...
  readonly version: string;
  /** How many batches are in the queue at once: at least as many as all workers together take. */
  readonly width: number;
  /** Files of plugins, which travel along. */
  readonly plugins?: readonly string[];
  /** Whether series come back. Default: yes. */
  readonly series?: boolean;
  /** Hears that the queue has not answered for so many seconds. */
  readonly onSilence?: (seconds: number) => void;
  /** What others are told this is. */
  readonly label?: string;
}

/** Runs through a queue; `workers` counts those that wait for them. */
interface QueueRunner extends Measurer {
  readonly workers: number;
  close(): Promise<void>;
}

const ATTEMPTS = 3;
const KEPT_SECONDS = 300; // results are read at once; those of a killed sweep must not pile up
const BATCH_MS = 1000; // of one worker: long against what a batch costs to hand out, short against a sweep
const MOST_IN_BATCH = 32;
const RUNS_AHEAD = 4; // of an experiment, for each place a runner says it has

interface Asked {
  readonly job: Job;
  readonly outputs: readonly string[];
  readonly signal?: AbortSignal;
}

/**
 * Runs in worker processes on any number of machines, through BullMQ on Redis: a batch whose worker dies is given to
 * another. Batches grow until they take a second. https://docs.bullmq.io
 * @throws Unreachable, NeedsPackage, NotOneFile
 */
export async function queueRunner(options: QueueOptions): Promise<QueueRunner> {
  const { url, version, width, series = true } = options;
  const plugins = (options.plugins ?? []).map(carried);
  await checkRedis(url);
  const { Queue, QueueEvents } = await loadBullMQ();
  const connection = { url, maxRetriesPerRequest: null };
  const queue = new Queue(queueName(version), { connection });
  const events = new QueueEvents(queueName(version), { connection });
  queue.on("error", () => {}); // ioredis reconnects; runs wait meanwhile
  events.on("error", () => {});
  for (const end of [queue, events]) end.setMaxListeners(0); // every waiting batch listens
  await events.waitUntilReady();
  let msPerRun = BATCH_MS;
  const send = async (asked: readonly Asked[]): Promise<BatchDone["runs"]> => {
    const [{ signal }] = asked;
    if (signal?.aborted) throw aborted();
    const runs = asked.map(({ job, outputs }) => ({ job: { ...job, plugins: undefined }, outputs }));
    const data: QueuedBatch = { version, runs, plugins, series };
    const keep = { age: KEPT_SECONDS };
    const add = () => queue.add("runs", data, { attempts: ATTEMPTS, removeOnComplete: keep, removeOnFail: keep });
    let queued = await add();
    try {
      const finished = async (): Promise<BatchDone> => {
        for (;;) {
          const done = await outcomeOf<BatchDone>(queued, queue, events, options.onSilence);
          if (done !== null) return done;
          queued = await add(); // the queue has lost it
        }
      };
      const done = await orAbort(finished(), signal);
      msPerRun = 0.8 * msPerRun + 0.2 * (done.ms / done.runs.length);
      return done.runs;
    } catch (error) {
      if (signal?.aborted) await queued.remove().catch(() => {}); // one that runs already ends by itself
      throw signal?.aborted ? aborted() : error;
    }
  };
  const most = () => Math.min(MOST_IN_BATCH, Math.floor(BATCH_MS / msPerRun));
  const one = batching({ most, places: width }, send);
  const sweeping: Sweeping = { label: options.label ?? "", since: new Date().toISOString(), done: 0, runs: 0 };
  const news = announcer(await openRedis(url), version, randomUUID(), sweeping);
  return {
    width: (MOST_IN_BATCH / RUNS_AHEAD) * width, // a full batch for each place
    workers: await queue.getWorkersCount(),
    measure: async (job, outputs, { signal } = {}): Promise<Measured> => {
      const result = await one({ job, outputs, signal }).catch((error: unknown) => {
        throw signal?.aborted ? aborted() : new JobError(job, error);
      });
      if ("error" in result) throw new JobError(job, new Error(result.error));
      return unpack(result);
    },
    announce: news.tell,
    async close() {
      await news.end();
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
