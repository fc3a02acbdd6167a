import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pricewarProcess as pricewar } from "../support/cli.ts";
import { hashes, writeTextbookDesign } from "../support/experiments.ts";
import { freePort, Processes } from "../support/queue.ts";

let folder: string;
let processes: Processes;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-lost-"));
  processes = new Processes(folder);
  writeTextbookDesign(folder, 60, { agents: 40_000 });
});
afterAll(() => {
  processes.endAll();
  rmSync(folder, { recursive: true, force: true });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("a Redis that is killed and starts again empty loses no run: the sweep ends as a local one", async () => {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const local = await pricewar(["sweep", "design.yaml", "--out", "local", "--quiet"], { cwd: folder });
  expect(local.code).toBe(0);
  const redis = await processes.redis(port);
  await processes.worker(url);
  const sweep = pricewar(["sweep", "design.yaml", "--out", "queued", "--backend", url, "--quiet"], { cwd: folder });
  const parts = join(folder, "queued/parts");
  while (!existsSync(parts) || readdirSync(parts).length < 4) await pause(10);
  redis.kill("SIGKILL");
  await pause(1000);
  expect(existsSync(join(folder, "queued/summary.json"))).toBe(false); // half way indeed
  await processes.redis(port);
  const { code, stderr } = await sweep;
  expect([code, stderr]).toEqual([0, "Results are in queued\n"]);
  expect(hashes(join(folder, "queued"))).toEqual(hashes(join(folder, "local")));
});
