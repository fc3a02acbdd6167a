import { agentModel } from "../engine/demand/mixed-logit/model.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { readScenario } from "../engine/authoring.ts";
import { nodePool } from "../workers/spawn-node.ts";
import { median } from "./race.ts";
import { compile, type KernelId, patchScenario, recordingFingerprint, run, type Scenario } from "../engine/index.ts";

export interface RunRow {
  readonly label: string;
  readonly kernel: KernelId;
  readonly agents: number;
  readonly compileMs: number;
  readonly burnInMs: number;
  readonly ticksMs: number;
  readonly fingerprint: string;
  readonly rss: number; // after the run [bytes]
}

const file = join(import.meta.dirname, "../scenarios/library/china-2024.yaml");
const { scenario: china } = readScenario(readFileSync(file, "utf8"), { file });

/** china-2024 for three years of weeks, with as many agents as wished. */
export const threeYears = (agents: number): Scenario =>
  patchScenario(china, { "demand.agents": agents, "clock.tickDays": 7, "clock.end": "2027-03-22" });

export const china2024 = (agents: number): Scenario => patchScenario(china, { "demand.agents": agents });

/** One whole run: population and burn-in included. */
export function timeRun(label: string, scenario: Scenario, kernel: KernelId): RunRow {
  const begun = performance.now();
  const model = agentModel(compile(scenario, { seed: 1, kernel }));
  const compiled = performance.now();
  const ticks = run(model);
  let step = ticks.next();
  const opened = performance.now();
  while (!step.done) step = ticks.next();
  return {
    label,
    kernel: model.kernel.id,
    agents: scenario.demand.agents,
    compileMs: compiled - begun,
    burnInMs: opened - compiled,
    ticksMs: performance.now() - opened,
    fingerprint: recordingFingerprint(step.value),
    rss: process.memoryUsage().rss,
  };
}

export interface SharedRow {
  readonly agents: number;
  readonly threads: number;
  readonly ms: number; // median of the seeds
  readonly fastest: number; // of them [ms]
  readonly fingerprints: readonly string[];
  readonly rss: number; // most the process has had in RAM, so far [bytes]
}

const SEEDS = [1, 2, 3];

/** Three years of weeks by the workers of a pool, from the job to the recording: population and burn-in included. */
export async function timeShared(agents: number, threads: number): Promise<SharedRow> {
  const pool = nodePool(threads);
  for (const seed of SEEDS) await pool.run({ scenario: threeYears(20_000), seed }, { threads }); // warms the code up
  const runs = [];
  for (const seed of SEEDS) {
    const begun = performance.now();
    const recording = await pool.run({ scenario: threeYears(agents), seed }, { threads });
    runs.push({ ms: performance.now() - begun, fingerprint: recordingFingerprint(recording) });
  }
  await pool.close();
  return {
    agents,
    threads,
    ms: median(runs.map((r) => r.ms)),
    fastest: Math.min(...runs.map((r) => r.ms)),
    fingerprints: runs.map((r) => r.fingerprint),
    rss: process.resourceUsage().maxRSS * 1024,
  };
}
