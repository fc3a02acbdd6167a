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

/** Agents of a preview: enough to show where lines go, few enough to answer while a slider moves. */
const QUICK_AGENTS = 2000;

/**
 * The latest change wins. A full run that is overtaken is cancelled; a preview is short, so it finishes and the newest
 * one waiting comes next: cancelling previews would show nothing while a slider keeps moving.
 */
export function latestRun(pool: Runner, { done, failed }: Listener) {
  let current: { readonly request: Request; readonly control: AbortController } | null = null;
  let next: Request | null = null;

  async function start(request: Request): Promise<void> {
    const control = new AbortController();
    current = { request, control };
    const began = performance.now();
    try {
      const scenario = request.quick ? preview(request.scenario) : request.scenario;
      const recording = await pool.run({ scenario, seed: request.seed }, { signal: control.signal });
      if (!control.signal.aborted) done({ ...request, recording, ms: performance.now() - began });
    } catch (error) {
      if (!control.signal.aborted) failed(error, request);
    }
    current = null;
    const waiting = next;
    next = null;
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

function preview(scenario: Scenario): Scenario {
  const { demand } = scenario;
  if (demand.kind !== "mixed-logit" || demand.agents <= QUICK_AGENTS) return scenario;
  return { ...scenario, demand: { ...demand, agents: QUICK_AGENTS } };
}
