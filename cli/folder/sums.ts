import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { FolderError, mustBeFile, onDisk, readJson, writeWhole } from "./files.ts";
import { damagedFile } from "./problem-words.ts";

/** A folder that is finished holds the sums of its files: bytes that went wrong on a disk look like results. */
const NAME = "check.json";
const CHUNK = 1 << 20;

type Sums = Readonly<Record<string, string>>; // SHA-256 by file

export function digest(path: string): string {
  const hash = createHash("sha256");
  mustBeFile(path);
  const file = openSync(path, "r");
  const chunk = Buffer.alloc(CHUNK);
  try {
    for (let got = readSync(file, chunk); got > 0; got = readSync(file, chunk)) hash.update(chunk.subarray(0, got));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Writes the sums of files that are there, and of one that is about to be. */
export function writeSums(folder: string, names: readonly string[], soon: Readonly<Record<string, string>> = {}): void {
  const there = names.map((name) => [name, digest(join(folder, name))]);
  const coming = Object.entries(soon).map(([name, text]) => [name, digestOf(text)]);
  const files: Sums = Object.fromEntries([...there, ...coming]);
  writeWhole(join(folder, NAME), JSON.stringify({ files, sum: digestOf(JSON.stringify(files)) }));
}

/** The first file of a finished folder that is not as it was written; null where all are, or nobody wrote sums. */
export function damaged(folder: string): string | null {
  const place = join(folder, NAME);
  if (!existsSync(place)) return null;
  const files = sumsOf(place);
  if (files === null) return place;
  const wrong = Object.entries(files).find(([name, sum]) => {
    const path = join(folder, name);
    return !existsSync(path) || onDisk(path, () => digest(path)) !== sum;
  });
  return wrong ? join(folder, wrong[0]) : null;
}

/** Null where they themselves were damaged. */
function sumsOf(place: string): Sums | null {
  try {
    const { files, sum } = readJson(place) as { readonly files: Sums; readonly sum: string };
    return sum === digestOf(JSON.stringify(files)) ? files : null;
  } catch (error) {
    if (error instanceof FolderError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Whether a folder says what its files were when they were written. */
export const hasSums = (folder: string): boolean => existsSync(join(folder, NAME));

/** @throws FolderError that names the file. */
export function checkSums(folder: string): void {
  const file = damaged(folder);
  if (file !== null) throw new FolderError(damagedFile(file));
}
