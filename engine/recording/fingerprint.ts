import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { RECORDED } from "./columns.ts";
import type { Recording } from "./recorder.ts";
import type { Entity } from "./series.ts";

/** First 16 hex digits of a hash. */
const short = (hash: Uint8Array): string => bytesToHex(hash).slice(0, 16);

/** A short hash of plain data, the same whatever the order of its keys. */
export const fingerprint = (value: unknown): string => short(sha256(utf8ToBytes(JSON.stringify(sorted(value)))));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
}

const taken = new WeakMap<Recording, string>(); // a folder, its pages and the shell each want it

/** A hash of every recorded number and move: two runs agree to the bit if, and only if, theirs agree. */
export function recordingFingerprint(r: Recording): string {
  let known = taken.get(r);
  if (known === undefined) taken.set(r, (known = hashAtOnce(r)));
  return known;
}

function hashAtOnce(r: Recording): string {
  const steps = fingerprintSteps(r);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same a column at a time, for a thread that has more to do than hash: it may pause, or give up, at each step. */
export function* fingerprintSteps(r: Recording): Generator<void, string> {
  const hash = sha256.create();
  for (const bytes of hashed(r)) {
    hash.update(bytes);
    yield;
  }
  return short(hash.digest());
}

/** The same by the platform's own hash, which takes no time of this thread. Browsers have it on secure pages only. */
export async function platformFingerprint(r: Recording, { subtle }: Pick<Crypto, "subtle">): Promise<string> {
  const parts = [...hashed(r)];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return short(new Uint8Array(await subtle.digest("SHA-256", bytes)));
}

/** What a recording's hash is taken of: names of columns, their numbers, and the moves. */
function* hashed(r: Recording): Generator<Uint8Array> {
  for (const entity of ["product", "vendor", "segment", "market"] as const) {
    for (const [name, column] of Object.entries(r[entity]).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      if (isRare(entity, name) && column.every((x) => x === 0)) continue;
      yield utf8ToBytes(name);
      yield littleEndian(column);
    }
  }
  yield utf8ToBytes(JSON.stringify(r.moves));
}

const isRare = (entity: Entity, name: string): boolean =>
  RECORDED.some((column) => column.rare && column.entity === entity && column.id === name);

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Bytes of numbers, the same on every machine: one zero, one NaN. */
function littleEndian(column: Float64Array): Uint8Array {
  const plain = column.slice();
  for (let k = 0; k < plain.length; k++)
    if (plain[k] === 0) plain[k] = 0;
    else if (Number.isNaN(plain[k])) plain[k] = NaN;
  const bytes = new Uint8Array(plain.buffer);
  if (!isLittleEndian) for (let k = 0; k < bytes.length; k += 8) bytes.subarray(k, k + 8).reverse();
  return bytes;
}
