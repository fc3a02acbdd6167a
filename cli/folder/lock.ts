import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { FolderError, onDisk } from "./files.ts";
import { inUse } from "./problem-words.ts";

interface Holder {
  readonly pid: number;
  readonly host: string;
}

const NAME = "running.lock";

/**
 * Keeps other processes out of a run folder until the returned function is called. A lock whose process is gone, on
 * this machine, is taken over.
 * @throws FolderError that says who holds the folder.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, NAME);
  for (let attempt = 0; attempt < 3; attempt++) {
    if (take(path)) return () => rmSync(path, { force: true });
    const holder = readHolder(path);
    if (holder && isAlive(holder)) throw held(folder, path, holder);
    rmSync(path, { force: true });
  }
  throw held(folder, path, readHolder(path));
}

function take(path: string): boolean {
  return onDisk(path, () => {
    try {
      writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: "wx" });
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === "EEXIST") return false;
      throw error;
    }
  });
}

/** Null when it has just been given up, or was cut off while being written. */
function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return null;
  }
}

/** A process of another machine counts as alive: nobody here can know. */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}

function held(folder: string, path: string, holder: Holder | null): FolderError {
  const [pid, host] = [holder?.pid ?? "?", holder?.host ?? "?"];
  return new FolderError(inUse(folder, path, pid, host));
}
