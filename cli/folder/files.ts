import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import type { Text } from "../../engine/index.ts";
import { makeFolder as makePath } from "../make-folder.ts";
import { inFile } from "../problem-words.ts";
import { exists, notJson, nothingKept, REASONS } from "./problem-words.ts";

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
    const reason = REASONS[(error as { code?: string }).code ?? ""];
    if (!reason) throw error;
    throw new FolderError(inFile(path, reason), error);
  }
}

export const makeFolder = (path: string): void => onDisk(path, () => void makePath(path));

/** Writes a file whole or not at all: under another name, flushed to the disk, then renamed. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const partial = `${path}.partial`;
  onDisk(path, () => {
    const file = openSync(partial, "w");
    try {
      writeSync(file, typeof content === "string" ? Buffer.from(content) : content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(partial, path);
  });
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

/**
 * The error of a file that is whole or not there: unlike a sweep it cannot be resumed, and the message for a full disk
 * must not say so.
 */
export function unfinished(error: unknown, path: string): unknown {
  const { code } = ((error as Error).cause ?? error) as { readonly code?: string };
  return code === "ENOSPC" || code === "EDQUOT" ? new FolderError(nothingKept(path), error) : error;
}

/** What is there is somebody's. */
export function refuseExisting(path: string): void {
  if (existsSync(path)) throw new FolderError(exists(path));
}

export const STDIN = "/dev/stdin";

/** What a file or a pipe holds; null for more than `most` bytes, of which no more is read. */
export function readAtMost(path: string, most: number): Buffer | null {
  const file = path === STDIN ? 0 : openSync(path, "r"); // as a path it cannot be opened where it is a socket
  try {
    const bytes = Buffer.alloc(most + 1);
    let length = 0;
    for (let got = -1; got !== 0 && length <= most; length += got)
      got = readSync(file, bytes, length, most + 1 - length, null);
    return length > most ? null : bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** JSON of a file. @throws FolderError when it is missing or is not JSON. */
export function readJson(path: string): unknown {
  const text = onDisk(path, () => readFileSync(path, "utf8"));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FolderError(notJson(path), error);
  }
}
