import type * as Fs from "node:fs";

/** What a disk does at one of its next calls. */
export type DiskFault = "crash" | "torn write" | "full disk";

/** A process that is dead: nothing it tries does anything any more. */
export class Dead extends Error {
  override readonly name = "Dead";
}

/** The calls that change a disk. */
const CHANGING = [
  "writeSync",
  "writeFileSync",
  "renameSync",
  "rmSync",
  "mkdirSync",
  "openSync",
  "fsyncSync",
  "ftruncateSync",
  "linkSync",
] as const;

let [left, fault, dead] = [Infinity, "crash" as DiskFault, false];

/** The disk is sound for so many calls, then has its fault. */
export function failAfter(calls: number, what: DiskFault): void {
  [left, fault, dead] = [calls, what, false];
}

/** The disk is sound, and whoever died is another process now. */
export function mend(): void {
  [left, dead] = [Infinity, false];
}

export const hasFailed = (): boolean => left <= 0;

/** The file system with its faults, for `vi.mock`. */
export function faulty(fs: typeof Fs): Record<string, unknown> {
  const changed = Object.fromEntries(
    CHANGING.map((name) => [
      name,
      (...args: unknown[]) => {
        if (dead) throw new Dead();
        const call = fs[name] as (...given: unknown[]) => unknown;
        return --left === 0 ? fails(fs, name, call, args) : call(...args);
      },
    ]),
  );
  const all = { ...fs, ...changed };
  return { ...all, default: all };
}

function fails(fs: typeof Fs, name: string, call: (...given: unknown[]) => unknown, args: unknown[]): unknown {
  if (fault === "full disk") {
    if (name !== "writeSync" && name !== "writeFileSync") return call(...args); // it takes names, no bytes
    half(fs, name, args);
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  }
  if (fault === "torn write") half(fs, name, args);
  dead = true;
  throw new Dead();
}

/** The first half of what was to be written gets there. */
function half(fs: typeof Fs, name: string, [to, content, ...rest]: unknown[]): void {
  if (name !== "writeSync" && name !== "writeFileSync") return;
  const bytes = Buffer.from(content as Buffer);
  const first = bytes.subarray(0, bytes.length >> 1);
  if (name === "writeSync") fs.writeSync(to as number, first);
  else fs.writeFileSync(to as string, first, rest[0] as Fs.WriteFileOptions);
}
