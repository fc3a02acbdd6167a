/**
 * What spreading runs costs and gains: two workers against one on runs of about 100 ms, and the queue against a thread
 * on short ones, whose time is mostly what the way there costs: `npx tsx bench/experiments.ts`. Yardsticks, on two free
 * cores: two workers at least 1.7 times one; the queue's overhead under 10 ms a run. Needs redis-server for the queue.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { readScenario } from "../engine/authoring.ts";
import { patchScenario, type Scenario } from "../engine/index.ts";
import { queueRunner } from "../workers/queue.ts";
import { queueWorker } from "../workers/queue-worker.ts";
import type { Measurer } from "../workers/runner.ts";
import { nodePool } from "../workers/spawn-node.ts";

const RUNS = 60;
const file = "scenarios/library/china-2024.yaml";
const { scenario: whole } = readScenario(readFileSync(file, "utf8"), { file });
const long = patchScenario(whole, { "demand.agents": Number(process.argv[2] ?? 1500), "clock.end": "2024-09-30" });

const short = patchScenario(whole, { "demand.agents": 100, "clock.end": "2024-04-15", "clock.burnInWeeks": 4 });

/** Milliseconds a run, all of them handed out at once after a few to warm up. */
async function perRun(runner: Measurer, scenario: Scenario): Promise<number> {
  const some = (from: number, n: number) =>
    Promise.all(Array.from({ length: n }, (_, k) => runner.measure({ scenario, seed: 1, replication: from + k }, ["market.hhi"]))); // prettier-ignore
  await some(1000, 6);
  const begun = performance.now();
  await some(0, RUNS);
  return (performance.now() - begun) / RUNS;
}

const times: number[] = [];
let direct = 0;
for (const width of [1, 2]) {
  const pool = nodePool(width);
  times.push(await perRun(pool, long));
  if (width === 1) direct = await perRun(pool, short);
  await pool.close();
}
console.log(
  `one worker ${times[0].toFixed(1)} ms a run, two ${times[1].toFixed(1)}: ${(times[0] / times[1]).toFixed(2)} times`,
);

const port = 20_000 + (process.pid % 20_000);
const redis = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", ""], { stdio: "ignore" });
redis.once("error", () => console.log("no redis-server: the queue is not measured"));
await new Promise((resolve) => setTimeout(resolve, 1000));
if (redis.exitCode === null && redis.pid !== undefined) {
  const where = { url: `redis://127.0.0.1:${port}`, version: "bench" };
  const worker = await queueWorker({ ...where, width: 1, processor: new URL("../workers/boot-processor.mjs", import.meta.url) }); // prettier-ignore
  const queue = await queueRunner({ ...where, width: 64 });
  const queued = await perRun(queue, short);
  console.log(
    `a short run ${direct.toFixed(1)} ms, through the queue ${queued.toFixed(1)}: ${(queued - direct).toFixed(1)} ms more`,
  );
  await Promise.all([queue.close(), worker.close()]);
  redis.kill();
}
process.exit(0);
