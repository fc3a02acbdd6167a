import type * as BullMQ from "bullmq";
import type * as IORedis from "ioredis";

/** The queue's packages are optional: most people never need them. */
export class NeedsPackage extends Error {
  override readonly name = "NeedsPackage";
}

/** @throws NeedsPackage where bullmq is not installed. */
export async function loadBullMQ(): Promise<typeof BullMQ> {
  const name = "bullmq"; // by variable: a bundler must not take it along
  try {
    return (await import(/* @vite-ignore */ name)) as typeof BullMQ;
  } catch (error) {
    throw new NeedsPackage("bullmq is not installed: npm install bullmq ioredis", { cause: error });
  }
}

/** A Redis that does not answer. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
  readonly url: string;

  constructor(url: string, cause: Error) {
    super(cause.message, { cause });
    this.url = withoutPassword(url);
  }
}

export function withoutPassword(url: string): string {
  const shown = new URL(url);
  if (shown.password) shown.password = "***";
  return shown.href;
}

async function loadRedis(): Promise<typeof IORedis> {
  const name = "ioredis";
  return (await import(/* @vite-ignore */ name).catch((error: unknown) => {
    throw new NeedsPackage("ioredis is not installed: npm install bullmq ioredis", { cause: error });
  })) as typeof IORedis;
}

/** A connection for small things beside the queue; it reconnects by itself, and its owner closes it. */
export async function openRedis(url: string): Promise<IORedis.Redis> {
  const { Redis } = await loadRedis();
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on("error", () => {});
  return redis;
}

const PATIENCE_MS = 4000;

/** Asks Redis for a sign of life. @throws Unreachable when there is none within a few seconds. */
export async function checkRedis(url: string): Promise<void> {
  const { Redis } = await loadRedis();
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0,
  });
  let why: Error | undefined;
  redis.on("error", (error: Error) => (why = error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw new Unreachable(url, why ?? (error as Error));
  } finally {
    redis.disconnect();
  }
}
