import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readScenario } from "../engine/authoring.ts";
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
  const model = compile(scenario, { seed: 1, kernel });
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
