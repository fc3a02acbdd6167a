import type { Redis } from "ioredis";
import { checkRedis, loadBullMQ, openRedis } from "./queue-packages.ts";
import { queueName } from "./queue-wire.ts";

/** A sweep that is under way somewhere. */
export interface Sweeping {
  readonly label: string;
  readonly since: string; // ISO
  readonly done: number;
  readonly runs: number;
}

interface QueueStatus {
  readonly workers: number;
  readonly waiting: number; // batches
  readonly active: number;
  readonly sweeps: readonly Sweeping[];
}

const SILENT_MS = 120_000; // a sweep of which nothing was heard for so long is taken for dead
const TOLD_MS = 1000;

const sweepsKey = (version: string): string => `${queueName(version)}:sweeps`;

/** Keeps one sweep's progress where everybody who reaches the queue can read it, about once a second. */
export function announcer(redis: Redis, version: string, id: string, first: Sweeping) {
  let [latest, last] = [first, -Infinity];
  const write = async () => {
    last = performance.now();
    await redis.hset(sweepsKey(version), { [id]: JSON.stringify({ ...latest, heard: Date.now() }) });
  };
  const beat = setInterval(() => void write().catch(() => {}), SILENT_MS / 4);
  beat.unref();
  void write().catch(() => {}); // news is not worth a failure
  return {
    tell(done: number, runs: number): void {
      latest = { ...latest, done, runs };
      if (performance.now() - last > TOLD_MS) void write().catch(() => {});
    },
    async end(): Promise<void> {
      clearInterval(beat);
      await redis.hdel(sweepsKey(version), id).catch(() => {});
      redis.disconnect();
    },
  };
}

/** What a queue is doing. @throws Unreachable, NeedsPackage */
export async function queueStatus(url: string, version: string): Promise<QueueStatus> {
  await checkRedis(url);
  const { Queue } = await loadBullMQ();
  const queue = new Queue(queueName(version), { connection: { url, maxRetriesPerRequest: null } });
  const redis = await openRedis(url);
  try {
    const [workers, counts, found] = await Promise.all([
      queue.getWorkersCount(),
      queue.getJobCounts("waiting", "active", "delayed"),
      redis.hgetall(sweepsKey(version)),
    ]);
    const sweeps = Object.values(found).map((text) => JSON.parse(text) as Sweeping & { readonly heard: number });
    const alive = sweeps.filter(({ heard }) => Date.now() - heard < SILENT_MS);
    return {
      workers,
      waiting: counts.waiting + counts.delayed,
      active: counts.active,
      sweeps: alive.map(({ label, since, done, runs }) => ({ label, since, done, runs })),
    };
  } finally {
    redis.disconnect();
    await queue.close();
  }
}
