// npx tsx bench/attention.ts: what it costs to ask everybody on each tick whether to look around, as part of whole
// runs. Drawing people's next chances ahead, in buckets by tick, could save no more than that.
import process from "node:process";
import { compile, type Scenario, simulateModel } from "../engine/index.ts";
import type { AgentModel } from "../engine/demand/mixed-logit/model.ts";
import { loadScenario } from "../cli/library.ts";

const MARKETS = [
  { agents: 20_000, tickDays: 1 },
  { agents: 200_000, tickDays: 1 },
  { agents: 200_000, tickDays: 7 },
  { agents: 1_000_000, tickDays: 7 },
] as const;
const REPETITIONS = 3;

const base = await loadScenario("china-2024");

/** Milliseconds of a run, and of those that go into drawing who looks around. */
function measured(scenario: Scenario, seed: number): { readonly run: number; readonly draws: number } {
  const model = compile(scenario, { seed }) as AgentModel;
  const { kernel } = model;
  let draws = 0;
  const drawsUpTo: typeof kernel.drawsUpTo = (...given) => {
    const start = performance.now();
    const found = kernel.drawsUpTo(...given);
    draws += performance.now() - start;
    return found;
  };
  const start = performance.now();
  simulateModel({ ...model, kernel: { ...kernel, drawsUpTo } } as AgentModel);
  return { run: performance.now() - start, draws };
}

const median = (x: readonly number[]): number => x.toSorted((a, b) => a - b)[Math.floor(x.length / 2)];

for (const { agents, tickDays } of MARKETS) {
  const scenario = { ...base, demand: { ...base.demand, agents }, clock: { ...base.clock, tickDays } };
  const all = Array.from({ length: REPETITIONS }, (_, seed) => measured(scenario, seed));
  const part = median(all.map(({ run, draws }) => draws / run));
  const [run, draws] = [median(all.map((x) => x.run)), median(all.map((x) => x.draws))];
  const times = `${draws.toFixed(0)} of ${run.toFixed(0)} ms, ${(100 * part).toFixed(1)} %`;
  process.stdout.write(`${agents} agents, ticks of ${tickDays} days: ${times}\n`);
}
