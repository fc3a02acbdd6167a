import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "../../../cli/folder/lock.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "pricewar-lock-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lock = () => join(folder, "running.lock");
const heldBy = (holder: object) => writeFileSync(lock(), JSON.stringify({ host: hostname(), token: "t", ...holder }));

/** Opens and gives up: whether the folder could be had. */
function isFree(): boolean {
  try {
    lockFolder(folder)();
    return true;
  } catch {
    return false;
  }
}

test("a folder is one process's at a time, and free once it is given up", () => {
  const release = lockFolder(folder);
  expect(isFree()).toBe(false);
  release();
  expect(existsSync(lock())).toBe(false);
  expect(isFree()).toBe(true);
});

test("a lock of a process that is gone is taken over", () => {
  const pid = Number(execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }));
  heldBy({ pid, began: "x" });
  expect(isFree()).toBe(true);
});

test("a lock with the number of this very process, left by an earlier life of it, is taken over", () => {
  heldBy({ pid: process.pid, began: "an earlier boot" });
  expect(isFree()).toBe(true);
});

test.runIf(process.platform === "linux")("a number that another process has now holds nothing", () => {
  heldBy({ pid: process.ppid, began: "an earlier boot 17" });
  expect(isFree()).toBe(true);
});

test.runIf(process.platform === "linux")("a process that was killed and waits to be reaped holds nothing", async () => {
  const parent = spawn("bash", ["-c", "sleep 100 & echo $!; wait"], { stdio: ["ignore", "pipe", "ignore"] });
  const pid = Number(await new Promise<string>((resolve) => parent.stdout.once("data", (x) => resolve(String(x)))));
  const reaches = async (id: number, state: string) => {
    while (/ ([A-Zt]) /.exec(readFileSync(`/proc/${id}/stat`, "utf8"))![1] !== state)
      await new Promise((resolve) => setTimeout(resolve, 10));
  };
  parent.kill("SIGSTOP");
  await reaches(parent.pid!, "T"); // a parent that stands still reaps nobody
  process.kill(pid, "SIGKILL");
  await reaches(pid, "Z");
  heldBy({ pid, began: "whenever" });
  expect(isFree()).toBe(true);
  parent.kill("SIGKILL");
});

test("a live process of this machine, and any of another, keeps its folder", () => {
  heldBy({ pid: process.ppid, began: null });
  expect(isFree()).toBe(false);
  heldBy({ pid: 1, host: "elsewhere", began: "x" });
  expect(isFree()).toBe(false);
});

test("a lock that was cut off while it was written is taken over", () => {
  writeFileSync(lock(), '{"pid": 12');
  expect(isFree()).toBe(true);
});

test("giving up takes no lock away that another has made meanwhile", () => {
  const release = lockFolder(folder);
  heldBy({ pid: process.ppid, began: null, token: "another" });
  release();
  expect(existsSync(lock())).toBe(true);
});
