import { createHash } from "node:crypto";
import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Measured, Scenario } from "../../engine/index.ts";
import type { Job, Measurer } from "../../workers/runner.ts";
import { version } from "../home.ts";
import { FolderError, makeFolder, onDisk } from "./files.ts";
import { lockFolder } from "./lock.ts";
import { interrupted, otherVersion } from "./problem-words.ts";

/**
 * Every run of an ensemble or a search, written down as it ends. Both ask for the same runs in the same order each
 * time, so one that was killed begins again from the start, finds its runs here instead of making them, and ends with
 * the same bytes as if nothing had happened. A line is a run: a hash of what decides its numbers, a checksum, its
 * numbers.
 */
interface Journal {
  /** The same measurer, which looks here first. */
  over(measurer: Measurer): Measurer;
  /** Runs found from before. */
  readonly found: number;
  /** Throws what the disk said when it would take no more: to an experiment it looks like runs that fail. */
  check(): void;
  close(): void;
  /** Once the result is written nobody needs the runs. */
  discard(): void;
}

interface Place {
  readonly at: number; // bytes from the start of the file
  readonly length: number;
}

/**
 * Opens `<out>.runs`, a folder only one process may hold.
 * @throws FolderError when runs lie there and `resume` is not set, another version made them, or the disk refuses.
 */
export function openJournal(out: string, resume: boolean): Journal {
  const folder = `${out}.runs`;
  const path = join(folder, "journal");
  if (existsSync(path) && !resume) throw new FolderError(interrupted(folder));
  makeFolder(folder);
  const unlock = lockFolder(folder);
  const { file, known } = opened(path, unlock);
  let end = fstatSync(file).size;
  let open = true; // runs may still come in when enough have been made
  let refused: unknown = null;
  const check = () => {
    if (refused !== null) throw refused;
  };
  const recall = (key: string): Measured | null => {
    const place = known.get(key);
    return place ? decode(readAt(file, place)) : null;
  };
  const keep = (key: string, measured: Measured): void => {
    if (!open) return;
    const line = Buffer.from(encode(key, measured));
    try {
      onDisk(path, () => writeAll(file, line));
    } catch (error) {
      refused = error;
      throw error;
    }
    known.set(key, { at: end, length: line.length - 1 });
    end += line.length;
  };
  const close = () => {
    if (!open) return;
    open = false;
    closeSync(file);
    unlock();
  };
  return {
    found: known.size,
    over: (measurer) => ({
      width: measurer.width,
      async measure(job, outputs, options) {
        check();
        const key = keyOf(job, outputs);
        const before = recall(key);
        if (before) return before;
        const measured = await measurer.measure(job, outputs, options);
        keep(key, measured);
        return measured;
      },
    }),
    check,
    close,
    discard() {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The file and the runs in it; the folder is given up where they cannot be had. */
function opened(path: string, unlock: () => void): { file: number; known: Map<string, Place> } {
  try {
    const file = onDisk(path, () => openSync(path, "a+"));
    try {
      return { file, known: read(file, path) };
    } catch (error) {
      closeSync(file);
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

const KEY = 64; // hexadecimal digits
const CHUNK = 1 << 20;

/** Finds the runs; a last line that was cut off is cut away. @throws FolderError when another version wrote them. */
function read(file: number, path: string): Map<string, Place> {
  const known = new Map<string, Place>();
  const size = fstatSync(file).size;
  const head = `pricewar ${version()}\n`;
  const there = readAt(file, { at: 0, length: Math.min(size, head.length) }).toString();
  if (size < head.length && head.startsWith(there)) {
    if (size > 0) ftruncateSync(file, 0); // cut off while it was begun
    onDisk(path, () => writeAll(file, Buffer.from(head)));
  } else if (there !== head) throw new FolderError(otherVersion(path, version()));
  let start = head.length;
  for (let at = head.length; at < size; at += CHUNK) {
    const chunk = readAt(file, { at, length: Math.min(CHUNK, size - at) });
    for (let nl = chunk.indexOf(10); nl >= 0; nl = chunk.indexOf(10, nl + 1)) {
      known.set(readAt(file, { at: start, length: KEY }).toString(), { at: start, length: at + nl - start });
      start = at + nl + 1;
    }
  }
  if (start < size) ftruncateSync(file, start);
  return known;
}

/** The disk may take a part first, and then nothing. */
function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

function readAt(file: number, { at, length }: Place): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, at));
}

const hashes = new WeakMap<Scenario, string>();
const sha = (text: string): string => createHash("sha256").update(text).digest("hex");
const exactly = (_: string, x: unknown) => (typeof x === "number" && !Number.isFinite(x) ? String(x) : x);

/** Everything that decides a run's numbers, and which of them are kept. The kernel does not. */
function keyOf({ scenario, seed, replication = 0, plugins = [] }: Job, outputs: readonly string[]): string {
  const scenarioHash = hashes.get(scenario) ?? sha(JSON.stringify(scenario, exactly));
  hashes.set(scenario, scenarioHash);
  return sha(JSON.stringify([scenarioHash, String(seed), replication, plugins, outputs]));
}

const pack = (x: Float64Array): string => Buffer.from(x.buffer, x.byteOffset, x.byteLength).toString("base64");
function unpack(text: string): Float64Array {
  const bytes = Buffer.from(text, "base64");
  return new Float64Array(new Uint8Array(bytes).buffer);
}

const sum = (text: string): string => crc32(text).toString(16).padStart(8, "0");

function encode(key: string, { values, dates, paths, series }: Measured): string {
  const body = JSON.stringify({ values: pack(values), dates, paths, series: series.map(pack) });
  return `${key} ${sum(body)} ${body}\n`;
}

interface Line {
  readonly values: string;
  readonly dates: readonly string[];
  readonly paths: readonly string[];
  readonly series: readonly string[];
}

/** Null for a line whose bytes have been changed: that run is made again. */
function decode(line: Buffer): Measured | null {
  const text = line.toString();
  const body = text.slice(KEY + 10);
  if (sum(body) !== text.slice(KEY + 1, KEY + 9)) return null;
  const { values, dates, paths, series } = JSON.parse(body) as Line;
  return { values: unpack(values), dates, paths, series: series.map(unpack) };
}
