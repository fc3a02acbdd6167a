import { existsSync, readFileSync, truncateSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { ClassEvent } from "../engine/class/index.ts";

/** Where the events of a class go, and stay. */
export interface ClassLog {
  /** Resolves when the event is on disk; earlier ones are then too. @throws when the disk takes no more */
  append(event: ClassEvent): Promise<void>;
  close(): Promise<void>;
}

/** A log that cannot be read: which line is wrong. */
export class BrokenLog extends Error {
  override readonly name = "BrokenLog";
  readonly line: number;

  constructor(file: string, line: number) {
    super(`${file}:${line}: not a record of a class`);
    this.line = line;
  }
}

/** What a log file holds, and how long it is without a torn end [bytes]. */
export interface Kept {
  readonly events: ClassEvent[];
  readonly bytes: number;
}

/**
 * Power may go while a record is being written. One that stops short at the end of the file was confirmed to nobody and
 * is left out; anything else that is wrong is told.
 * @throws BrokenLog
 */
export function readLog(file: string): Kept {
  if (!existsSync(file)) return { events: [], bytes: 0 };
  const all = readFileSync(file);
  const bytes = all.lastIndexOf("\n") + 1;
  const lines = all.subarray(0, bytes).toString("utf8").split("\n").slice(0, -1);
  const events = lines.map((line, n) => {
    const event = recordOf(line, n);
    if (event === null) throw new BrokenLog(file, n + 1);
    return event;
  });
  return { events, bytes };
}

/** A line of the file: a number that counts up, and the event. */
function recordOf(line: string, n: number): ClassEvent | null {
  try {
    const { n: number, ...event } = JSON.parse(line) as ClassEvent & { n: number };
    return number === n && typeof event.kind === "string" ? (event as ClassEvent) : null;
  } catch {
    return null;
  }
}

/**
 * Opens a log to go on with. Events that come while one write is on its way to the disk go there together with the
 * next: sixty decisions in one second cost a few writes, not sixty.
 */
export async function openLog(file: string, { events, bytes }: Kept): Promise<ClassLog> {
  if (existsSync(file)) truncateSync(file, bytes);
  const handle = await open(file, "a", 0o600);
  return appender(handle, { events: events.length, bytes });
}

interface Waiting {
  readonly event: ClassEvent;
  done(): void;
  failed(error: unknown): void;
}

/**
 * A write that failed may have left part of a record behind. It is cut off before the next one, so a class whose disk
 * has room again goes on. What waited behind it was judged by what is not there now, and fails with it.
 */
function appender(handle: FileHandle, { events, bytes }: Pick<Kept, "bytes"> & { readonly events: number }): ClassLog {
  let [next, end, torn] = [events, bytes, false];
  let [queue, writing] = [[] as Waiting[], Promise.resolve()];
  async function write(batch: readonly Waiting[]): Promise<void> {
    if (torn) await handle.truncate(end);
    torn = true;
    const lines = batch.map(({ event }, k) => `${JSON.stringify({ n: next + k, ...event })}\n`).join("");
    await handle.appendFile(lines);
    await handle.datasync();
    [next, end, torn] = [next + batch.length, end + Buffer.byteLength(lines), false];
  }
  async function drain(): Promise<void> {
    const batch = queue;
    queue = [];
    if (batch.length === 0) return;
    try {
      await write(batch);
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of [...batch, ...queue]) failed(error);
      queue = [];
    }
  }
  return {
    append(event) {
      return new Promise((done, failed) => {
        queue.push({ event, done, failed });
        writing = writing.then(drain);
      });
    },
    async close() {
      await writing;
      await handle.close();
    },
  };
}
