import { randomUUID } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { Text } from "../../engine/index.ts";
import { FolderError, mustBeFile, onDisk } from "./files.ts";
import { fileInUse, inUse } from "./problem-words.ts";

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts it: numbers of processes are given again. Null where none says. */
  readonly began: string | null;
  /** Of the lock itself. */
  readonly token: string;
}

const NAME = "running.lock";

/** Who holds what another wants: the words to refuse it with. */
type Refusal = (lock: string, pid: number | string, host: string) => Text;

/** Locks that this process holds: another in a folder that is held here is no ghost of an earlier process. */
const held = new Set<string>();

/**
 * Keeps other processes out of a run folder until the returned function is called.
 * @throws FolderError that says who holds the folder.
 */
export const lockFolder = (folder: string): (() => void) =>
  lock(join(folder, NAME), (path, pid, host) => inUse(folder, path, pid, host));

/**
 * The same for a file that is written for hours, by a lock beside it.
 * @throws FolderError that says who writes it.
 */
export const lockFile = (file: string): (() => void) =>
  lock(`${file}.lock`, (path, pid, host) => fileInUse(file, path, pid, host));

/**
 * A lock whose process is gone, on this machine, is taken over: also one that died but is not reaped yet, and one whose
 * number another process has now.
 */
function lock(path: string, refused: Refusal): () => void {
  for (let attempt = 0; attempt < 3; attempt++) {
    const token = take(path);
    if (token !== null) return () => release(path, token);
    const holder = readHolder(path);
    if (holder && isAlive(holder)) throw refusal(path, holder, refused);
    clear(path, holder);
  }
  throw refusal(path, readHolder(path), refused);
}

function take(path: string): string | null {
  const token = randomUUID();
  const holder: Holder = { pid: process.pid, host: hostname(), began: beginningOf(process.pid), token };
  return onDisk(path, () => {
    try {
      writeFileSync(path, JSON.stringify(holder), { flag: "wx" });
      held.add(token);
      return token;
    } catch (error) {
      if ((error as { code?: string }).code === "EEXIST") return null;
      throw error;
    }
  });
}

/** Takes a lock away that is one's own: where a folder was deleted and made again, it may be another's. */
function release(path: string, token: string): void {
  held.delete(token);
  if (readHolder(path)?.token === token) rmSync(path, { force: true });
}

/** Takes away a lock that was seen to be dead. Should another process have taken it over meanwhile, it gets it back. */
function clear(path: string, dead: Holder | null): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    const moved = readHolder(aside);
    if (moved && moved.token !== dead?.token) linkSync(aside, path);
  } catch {
    // gone or taken meanwhile: the next attempt sees
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Null when it has just been given up, or was cut off while being written. */
function readHolder(path: string): Holder | null {
  mustBeFile(path);
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return null;
  }
}

/** A process of another machine counts as alive: nobody here can know. */
function isAlive({ pid, host, began, token }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return held.has(token);
  if (!isRunning(pid)) return false;
  const now = beginningOf(pid);
  return now === null || (began ?? null) === null || now === began; // earlier versions did not write it
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}

const BOOT = "/proc/sys/kernel/random/boot_id";
const [STATE, STARTED] = [0, 19]; // fields after the name, proc(5)

/** When a process began, with the boot it is counted from; "dead" for one that only waits to be reaped. */
function beginningOf(pid: number): string | null {
  if (!existsSync(BOOT)) return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return "ZX".includes(fields[STATE]) ? "dead" : `${readFileSync(BOOT, "utf8").trim()} ${fields[STARTED]}`;
  } catch {
    return null;
  }
}

const refusal = (path: string, holder: Holder | null, refused: Refusal): FolderError =>
  new FolderError(refused(path, holder?.pid ?? "?", holder?.host ?? "?"));
