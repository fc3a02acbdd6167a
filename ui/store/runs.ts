import type { Recording, Scenario } from "../../engine/index.ts";
import type { Runner } from "../../workers/runner.ts";

export interface Request {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly quick: boolean; // a preview: fewer agents, while a control is moving
  readonly of: object; // what is to be seen; the same object again is the same numbers again
}

export interface Done extends Request {
  readonly recording: Recording;
  readonly ms: number;
}

interface Listener {
  done(result: Done): void;
  failed(error: unknown, request: Request): void;
}

const QUICK_MS = 45; // a preview should take about this long: its drawing takes as long again on a slow machine
const FIXED_PART = 0.25; // of a run's time that does not depend on its people, as measured on a market of 21 products
const LEAST_AGENTS = 2000; // fewer say nothing
const PAUSE_MS = 30; // a control that has not moved for this long may have arrived: the whole run begins

/** A request under way, by its place among all requests. */
interface Ongoing {
  readonly request: Request;
  readonly place: number;
  readonly control: AbortController;
}

/**
 * The latest change wins, on two lanes. Previews finish, and the newest one waiting comes next: cancelling them would show
 * nothing while a slider keeps moving. Beside them, on another worker, the whole run begins as soon as the slider pauses,
 * and is cancelled when it moves on. Nothing is drawn over what was asked for later.
 */
export function latestRun(pool: Runner, listener: Listener) {
  let asked = 0;
  let shown = 0; // place of what was drawn last
  let preview: Ongoing | null = null;
  let next: Omit<Ongoing, "control"> | null = null;
  let whole: Ongoing | null = null;
  let last: object | null = null; // of the last whole run, if nothing was asked for since
  let speed = 0; // of the last whole run [ms/agent]
  let pause: ReturnType<typeof setTimeout> | undefined;

  /** Runs it; `then` is called as soon as its worker is free, before it is drawn. */
  async function start({ request, place, control }: Ongoing, then: (done: Done | null) => void): Promise<void> {
    const began = performance.now();
    let tell: () => void;
    try {
      const { scenario, seed } = request;
      const recording = await pool.run({ scenario, seed }, { signal: control.signal });
      const result = { ...request, recording, ms: performance.now() - began };
      then(result);
      tell = () => listener.done(result);
    } catch (error) {
      then(null);
      tell = () => listener.failed(error, request);
    }
    if (control.signal.aborted || place < shown || (place === shown && request.quick)) return;
    shown = place;
    tell();
  }

  function startPreview({ request, place }: Omit<Ongoing, "control">): void {
    const scenario = coarser(request.scenario, speed);
    preview = { request: { ...request, scenario }, place, control: new AbortController() };
    void start(preview, () => {
      preview = null;
      if (!next) return;
      startPreview(next);
      next = null;
    });
  }

  function startWhole(request: Request, place: number): void {
    stopWhole();
    const begun: Ongoing = { request, place, control: new AbortController() };
    whole = begun;
    void start(begun, (done) => {
      if (whole === begun) whole = null;
      if (!done) return;
      last = request.of;
      speed = done.ms / request.scenario.demand.agents;
    });
  }

  function stopWhole(): void {
    whole?.control.abort();
    whole = null;
  }

  return {
    request(request: Request): void {
      clearTimeout(pause);
      const place = ++asked;
      last = null;
      next = null;
      if (!request.quick) return startWhole(request, place);
      stopWhole();
      if (preview) next = { request, place };
      else startPreview({ request, place });
      pause = setTimeout(() => startWhole({ ...request, quick: false }, place), PAUSE_MS);
    },
    /** Whether its whole run is under way, or done with nothing asked for since. */
    has: (of: object): boolean => (whole ? whole.request.of : last) === of,
  };
}

/** As many agents as there is time for; all of them where the machine is fast enough. */
function coarser(scenario: Scenario, speed: number): Scenario {
  const { demand } = scenario;
  const affordable = (QUICK_MS / speed - FIXED_PART * demand.agents) / (1 - FIXED_PART);
  const agents = Math.max(LEAST_AGENTS, Math.min(demand.agents, Math.round(affordable / 500) * 500));
  if (demand.kind !== "mixed-logit" || demand.agents <= agents) return scenario;
  return { ...scenario, demand: { ...demand, agents } };
}
