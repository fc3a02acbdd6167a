/**
 * What spreading runs costs and gains: two workers against one on runs of about 100 ms, next to what two processes of
 * the machine can do at all, and the queue against a thread on short ones, whose time is mostly what the way there
 * costs: `npx tsx bench/experiments.ts`. Yardsticks, on two free cores: two workers at least 1.7 times one; the queue's
 * overhead under 10 ms a run. Medians of interleaved rounds, every worker warm. Needs redis-server for the queue.
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
const long = patchScenario(whole, { "demand.agents": Number(process.argv[2] ?? 20_000), "clock.end": "2024-09-30" });

const short = patchScenario(whole, { "demand.agents": 100, "clock.end": "2024-04-15", "clock.burnInWeeks": 4 });

/** Milliseconds a run, all of them handed out at once. */
async function perRun(runner: Measurer, scenario: Scenario, runs = RUNS): Promise<number> {
  const jobs = Array.from({ length: runs }, (_, replication) => ({ scenario, seed: 1, replication }));
  const begun = performance.now();
  await Promise.all(jobs.map((job) => runner.measure(job, ["market.hhi"])));
  return (performance.now() - begun) / runs;
}

const median = (x: readonly number[]) => x.toSorted((a, b) => a - b)[Math.floor(x.length / 2)];
const ROUNDS = 5;

/** The median of rounds that take turns. */
async function race(runners: readonly Measurer[], scenario: Scenario): Promise<number[]> {
  for (const runner of runners) await perRun(runner, scenario, 20 * runner.width);
  const times: number[][] = runners.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [k, runner] of runners.entries()) times[k].push(await perRun(runner, scenario));
  }
  return times.map(median);
}

/** What two cores give to work that shares nothing, in processes of their own: turns of a loop over a small table. */
async function machine(): Promise<number> {
  const loop =
    "let a=new Float64Array(4000),s=0;for(let r=0;r<2e5;r++)for(let i=0;i<4000;i++){a[i]=a[i]*.99+r;s+=a[i]}";
  const spin = () => new Promise((resolve) => spawn(process.execPath, ["-e", loop]).once("exit", resolve));
  const timed = async (n: number) => {
    const begun = performance.now();
    await Promise.all(Array.from({ length: n }, spin));
    return performance.now() - begun;
  };
  const gains: number[] = [];
  for (let round = 0; round < ROUNDS; round++) gains.push((2 * (await timed(1))) / (await timed(2)));
  return median(gains);
}

const pools = [nodePool(1), nodePool(2)];
const [one, two] = await race(pools, long);
const [direct] = await race([pools[0]], short);
console.log(`one worker ${one.toFixed(1)} ms a run, two ${two.toFixed(1)}: ${(one / two).toFixed(2)} times`);
for (const pool of pools) await pool.close();
console.log(`two processes that share nothing do ${(await machine()).toFixed(2)} times what one does`);

const port = 20_000 + (process.pid % 20_000);
const redis = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", ""], { stdio: "ignore" });
redis.once("error", () => console.log("no redis-server: the queue is not measured"));
await new Promise((resolve) => setTimeout(resolve, 1000));
if (redis.exitCode === null && redis.pid !== undefined) {
  const where = { url: `redis://127.0.0.1:${port}`, version: "bench" };
  const worker = await queueWorker({
    ...where,
    width: 1,
    processor: new URL("../workers/boot-processor.mjs", import.meta.url),
  });
  const queue = await queueRunner({ ...where, width: 64 });
  const [queued] = await race([queue], short);
  const more = (queued - direct).toFixed(1);
  console.log(`a short run ${direct.toFixed(1)} ms, through the queue ${queued.toFixed(1)}: ${more} ms more`);
  await Promise.all([queue.close(), worker.close()]);
  redis.kill();
}
process.exit(0);
