import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import type { Text } from "../../engine/index.ts";
import { makeFolder as makePath } from "../make-folder.ts";
import { inFile } from "../problem-words.ts";
import { exists, FULL, keptSoFar, NO_FILE, notJson, tooLargeFile } from "./problem-words.ts";
import { systemReason } from "./system-reason.ts";

/** A folder or file that cannot be read or written, said in the user's language. */
export class FolderError extends Error {
  override readonly name = "FolderError";
  readonly text: Text;

  constructor(text: Text, cause?: unknown) {
    super(text.en, { cause });
    this.text = text;
  }
}

/** Runs work on a path; what the system refuses becomes a FolderError that names path and reason. */
export function onDisk<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = systemReason(error);
    if (!reason) throw error;
    throw new FolderError(inFile(path, reason), error);
  }
}

/** Work that --resume goes on with: where the disk was full, that is said. */
export async function resumably<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { readonly code?: string };
    if (error instanceof FolderError && FULL.includes(code ?? "")) throw new FolderError(keptSoFar(error.text), error);
    throw error;
  }
}

export const makeFolder = (path: string): void => onDisk(path, () => void makePath(path));

/** Writes a file whole or not at all: under another name, flushed to the disk, then renamed. Makes its folder. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const partial = `${path}.partial`;
  onDisk(path, () => {
    makePath(dirname(path));
    try {
      writeFlushed(partial, content);
      renameSync(partial, path);
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    }
  });
}

/** Writes a file and waits until the disk has it. */
export function writeFlushed(path: string, content: string | Uint8Array): void {
  const file = openSync(path, "w");
  try {
    writeFileSync(file, content); // until all is written: a single write may stop short
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Like writeWhole, for what fills the file itself. */
export async function fillWhole(path: string, fill: (partial: string) => Promise<void> | void): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await fill(partial);
    onDisk(path, () => {
      const file = openSync(partial, "r+");
      fsyncSync(file);
      closeSync(file);
      renameSync(partial, path);
    });
  } catch (error) {
    rmSync(partial, { force: true });
    onDisk(path, () => {
      throw error;
    });
  }
}

/** What is there is somebody's. */
export function refuseExisting(path: string): void {
  if (existsSync(path)) throw new FolderError(exists(path));
}

const STDIN = "/dev/stdin";

/** What a file or a pipe holds; null for more than `most` bytes, of which no more is read. */
export function readAtMost(path: string, most: number): Buffer | null {
  const file = path === STDIN ? 0 : openSync(path, "r"); // as a path it cannot be opened where it is a socket
  try {
    const bytes = Buffer.alloc(most + 1);
    let length = 0;
    for (let got = -1; got !== 0 && length <= most; length += got) got = readOn(file, bytes.subarray(length, most + 1));
    return length > most ? null : bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

const MOST_BYTES = 256e6; // of a file of the user's own: a log of a long class is a hundredth of it

/**
 * A file that the user names. Devices that never end are refused like files that are too large.
 * @throws FolderError that names it
 */
export function ownFile(path: string, most = MOST_BYTES): Buffer {
  const bytes = onDisk(path, () => readAtMost(path, most));
  if (bytes === null) throw new FolderError(tooLargeFile(path, `${most / 1e6} MB`));
  return bytes;
}

const NAP = 5; // [ms]

/** The next bytes. Node makes a pipe one that does not wait: whoever writes into it later is waited for here. */
function readOn(file: number, into: Buffer): number {
  for (;;)
    try {
      return readSync(file, into);
    } catch (error) {
      if ((error as { readonly code?: string }).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, NAP);
    }
}

/**
 * The same of standard input, while Ctrl-C still ends the program.
 * @throws FolderError where it is more
 */
export async function ownPaste(most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) throw new FolderError(tooLargeFile("-", `${most / 1e6} MB`)); // which ends the stream, too
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Of folders that we wrote, in which nothing but files has a name of ours.
 * @throws FolderError where something else stands: a pipe would be waited for, a device read for ever
 */
export function mustBeFile(path: string): void {
  const found = onDisk(path, () => statSync(path, { throwIfNoEntry: false }));
  if (found?.isFile() === false) throw new FolderError(inFile(path, NO_FILE));
}

/** JSON of a folder that we wrote. @throws FolderError when it is missing or is not JSON. */
export function readJson(path: string): unknown {
  mustBeFile(path);
  return jsonOf(ownFile(path).toString("utf8"), path);
}

/** @throws FolderError where a file's text is not JSON */
export function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FolderError(notJson(path), error);
  }
}
