import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Recording } from "./recorder.ts";

/** First 16 hex digits of SHA-256. */
const digest = (bytes: Uint8Array): string => bytesToHex(sha256(bytes)).slice(0, 16);

/** A short hash of plain data, the same whatever the order of its keys. */
export const fingerprint = (value: unknown): string => digest(utf8ToBytes(JSON.stringify(sorted(value))));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
}

/** A hash of every recorded number and move: two runs agree to the bit if, and only if, theirs agree. */
export function recordingFingerprint(r: Recording): string {
  const steps = fingerprintSteps(r);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same a column at a time, for a thread that has more to do than hash: it may pause, or give up, at each step. */
export function* fingerprintSteps(r: Recording): Generator<void, string> {
  const hash = sha256.create();
  for (const group of [r.product, r.vendor, r.segment, r.market]) {
    for (const [name, column] of Object.entries(group).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      hash.update(utf8ToBytes(name));
      hash.update(littleEndian(column));
      yield;
    }
  }
  hash.update(utf8ToBytes(JSON.stringify(r.moves)));
  return bytesToHex(hash.digest()).slice(0, 16);
}

function littleEndian(column: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(column.length * 8));
  column.forEach((x, k) => view.setFloat64(8 * k, x === 0 ? 0 : x, true));
  return new Uint8Array(view.buffer);
}
