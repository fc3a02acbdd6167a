import type { Recording, Scenario } from "../../engine/index.ts";
import type { Runner } from "../../workers/runner.ts";

export interface Request {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly quick: boolean; // a preview: fewer agents, while a control is moving
}

export interface Done extends Request {
  readonly recording: Recording;
  readonly ms: number;
}

interface Listener {
  done(result: Done): void;
  failed(error: unknown, request: Request): void;
}

const QUICK_MS = 120; // a preview should take about this long
const LEAST_AGENTS = 2000; // fewer say nothing

/**
 * The latest change wins. A full run that is overtaken is cancelled; a preview is short, so it finishes and the newest
 * one waiting comes next: cancelling previews would show nothing while a slider keeps moving.
 */
export function latestRun(pool: Runner, { done, failed }: Listener) {
  let current: { readonly request: Request; readonly control: AbortController } | null = null;
  let next: Request | null = null;
  let msAnAgent = 0; // of the last full run: how fast this machine is

  async function start(request: Request): Promise<void> {
    const control = new AbortController();
    current = { request, control };
    const began = performance.now();
    const scenario = request.quick ? preview(request.scenario, QUICK_MS / msAnAgent) : request.scenario;
    let tell: () => void;
    try {
      const recording = await pool.run({ scenario, seed: request.seed }, { signal: control.signal });
      const ms = performance.now() - began;
      if (!request.quick) msAnAgent = ms / scenario.demand.agents;
      tell = () => done({ ...request, scenario, recording, ms });
    } catch (error) {
      tell = () => failed(error, request);
    }
    goOn(); // before telling: the worker runs the next one while this one is drawn
    if (!control.signal.aborted) tell();
  }

  function goOn(): void {
    const waiting = next;
    current = next = null;
    if (waiting) void start(waiting);
  }

  return {
    request(request: Request): void {
      if (!current) return void start(request);
      next = request;
      if (!current.request.quick) current.control.abort();
    },
  };
}

/** As many agents as there is time for; all of them where the machine is fast enough. */
function preview(scenario: Scenario, affordable: number): Scenario {
  const { demand } = scenario;
  const agents = Math.max(LEAST_AGENTS, Math.min(demand.agents, Math.round(affordable / 500) * 500));
  if (demand.kind !== "mixed-logit" || demand.agents <= agents) return scenario;
  return { ...scenario, demand: { ...demand, agents } };
}
