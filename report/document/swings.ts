import {
  defaultOutputs,
  hasLastingUsers,
  type Lever,
  leverDesign,
  mean,
  type Scenario,
  settingAt,
  withAgents,
} from "../../engine/index.ts";
import { runExperiment } from "../../experiments/experiment.ts";
import type { Measurer } from "../../workers/runner.ts";

/** Each lever at the two ends of its plausible range, the others as they stand; every run kept, as pairs need them. */
export interface Swings {
  readonly levers: readonly Lever[];
  readonly ends: readonly (readonly [number, number])[]; // lever [its own unit]
  readonly outputs: readonly string[];
  readonly agents: number; // of each run; 0: demand has none
  readonly replications: number; // of each point, with the same draws
  readonly points: number; // all as it stands, then low and high of each lever
  readonly values: readonly Float64Array[]; // output; point x replication
  readonly stands?: readonly (Stand | null)[]; // output; missing, null: where these runs have it
}

/** How far the outcome of other runs is from that of these, and what is possible of it. */
interface Stand {
  readonly by: number;
  readonly within: readonly [number, number];
}

const AGENTS = 2000; // one run in many: a swing between two ends needs fewer of them than small shares do

const lighter = (scenario: Scenario): Scenario => withAgents(scenario, AGENTS);

interface How {
  readonly seed: string;
  readonly signal?: AbortSignal;
  readonly onRun?: (done: number) => void; // 0 to 1
}

/** Runs every lever to its ends. Null: the scenario has no levers. @throws when a run fails */
export async function leverSwings(
  given: Scenario,
  runner: Measurer,
  also: readonly string[], // outputs beside the usual ones
  { seed, signal, onRun }: How,
): Promise<Swings | null> {
  const scenario = lighter(given);
  const outputs = [...new Set([...defaultOutputs(Object.keys(scenario.vendors)), ...also])];
  const design = leverDesign(scenario, seed, outputs);
  if (!design) return null;
  const { plan } = design;
  const values = outputs.map(() => new Float64Array(plan.runs));
  let done = 0;
  const all = Array.from({ length: plan.runs }, (_, k) => k);
  const told = { signal, onRun: () => onRun?.(++done / plan.runs) };
  for await (const { planned, measured, error } of runExperiment(design, all, runner, told)) {
    if (!measured) throw new Error(error ?? "a run failed"); // a lever with a hole in it would be compared unevenly
    measured.values.forEach((x, k) => (values[k][planned.run] = x));
  }
  const { axes, replications } = plan.design;
  const end = (d: number, u: number) => Number(settingAt(axes[d], u)) / scenario.levers[d].paths[0].times;
  return {
    levers: scenario.levers,
    ends: axes.map((_, d) => [end(d, 0), end(d, 1)] as const),
    outputs,
    agents: hasLastingUsers(scenario) ? scenario.demand.agents : 0,
    replications,
    points: plan.runs / replications,
    values,
  };
}

const AS_RUN: Stand = { by: 0, within: [-Infinity, Infinity] };

/** An output at a point, replication by replication. */
function column(swings: Swings, output: string, point: number): number[] {
  const { replications, values, outputs } = swings;
  return Array.from(values[outputs.indexOf(output)].subarray(point * replications, (point + 1) * replications));
}

/**
 * What is known of a lever: its own ends (output “setting”, marks low and high); the output's mean at each end
 * (low, high) and as the lever stands (base), both put where it stands; how far each end is from that (lowGap,
 * highGap); its mean step from low to high (swing); how many pairs stepped that way (agree). NaN: no such number.
 */
export function swingOf(swings: Swings, lever: string, output: string, mark: string): number {
  const d = swings.levers.findIndex(({ id }) => id === lever);
  if (d < 0) return NaN;
  if (output === "setting") return swings.ends[d][mark === "high" ? 1 : 0];
  if (!swings.outputs.includes(output)) return NaN;
  const [low, high] = [1, 2].map((k) => column(swings, output, 2 * d + k));
  const {
    by,
    within: [least, most],
  } = swings.stands?.[swings.outputs.indexOf(output)] ?? AS_RUN;
  const base = mean(column(swings, output, 0)) + by;
  if (mark === "base") return base;
  const end = (values: readonly number[]) => Math.max(least, Math.min(most, mean(values) + by));
  if (mark === "lowGap" || mark === "highGap") return end(mark === "lowGap" ? low : high) - base;
  if (mark === "low" || mark === "high") return end(mark === "low" ? low : high);
  const steps = high.map((x, k) => x - low[k]);
  if (mark === "swing") return mean(steps);
  return steps.filter((x) => x !== 0 && Math.sign(x) === Math.sign(mean(steps))).length;
}
