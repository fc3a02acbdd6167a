import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main, pricewar } from "../support/cli.ts";
import { hashes, writeTextbookDesign } from "../support/experiments.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-sweep-"));
  writeTextbookDesign(folder, 2000);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a sweep to its end and returns the most memory its process held, workers included [kB]; Linux tells. */
function peakMemory(out: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, "sweep", "design.yaml", "--out", out, "--workers", "2", "--quiet"], {
      cwd: folder,
    });
    let peak = 0;
    const look = setInterval(() => {
      const status = `/proc/${child.pid}/status`;
      if (existsSync(status))
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, "utf8"))?.[1] ?? 0));
    }, 20);
    child.once("exit", (code) => {
      clearInterval(look);
      if (code === 0) resolve(peak);
      else reject(new Error(`sweep ended with ${code}`));
    });
  });
}

test("2,000 runs: the same bytes from one worker, two, three shards merged, and a run killed and resumed", async () => {
  const sweep = (...args: string[]) => pricewar(["sweep", "design.yaml", "--quiet", ...args], { cwd: folder });
  expect((await sweep("--out", "one", "--workers", "1")).code).toBe(0);
  const expected = hashes(join(folder, "one"));
  expect((await sweep("--out", "two", "--workers", "2")).code).toBe(0);
  expect(hashes(join(folder, "two"))).toEqual(expected);
  for (const i of [1, 2, 3]) expect((await sweep("--out", `shard-${i}`, "--shard", `${i}/3`)).code).toBe(0);
  expect((await pricewar(["merge", "shard-1", "shard-2", "shard-3", "--out", "merged"], { cwd: folder })).code).toBe(0);
  expect(hashes(join(folder, "merged"))).toEqual(expected);
  const child = spawn(process.execPath, [main, "sweep", "design.yaml", "--out", "killed"], { cwd: folder });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const parts = join(folder, "killed/parts");
  while (!existsSync(parts) || readdirSync(parts).length < 50) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill("SIGKILL");
  await gone;
  expect((await sweep("--out", "killed", "--resume")).code).toBe(0);
  expect(hashes(join(folder, "killed"))).toEqual(expected);
});

test.runIf(process.platform === "linux")(
  "memory does not grow with the number of runs: 2,000 take at most 1.3 times what 200 do",
  async () => {
    const many = await peakMemory("many");
    writeTextbookDesign(folder, 200);
    const few = await peakMemory("few");
    expect(many).toBeLessThan(1.3 * few);
  },
);
