import type { Recording, Scenario } from "../../engine/index.ts";
import type { Runner } from "../../workers/runner.ts";
import { coarser, onDaysOf } from "./preview.ts";

export interface Request {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly quick: boolean; // a preview: fewer people and ticks, while a control is moving
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

const PAUSE_MS = 20; // a control that has not moved for this long may have arrived: the whole run begins

/** A request, by its place among all requests. */
interface Waiting {
  readonly request: Request;
  readonly place: number;
}

/** One under way. */
interface Ongoing extends Waiting {
  readonly scenario: Scenario; // what is run of it
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
  let next: Waiting | null = null;
  let whole: Ongoing | null = null;
  let last: object | null = null; // of the last whole run, if nothing was asked for since
  let fastest = { id: "", agents: 0, ms: Infinity }; // whole run of a scenario; steadier than the last one's time
  let pause: ReturnType<typeof setTimeout> | undefined;

  /** Runs it; `then` is called as soon as its worker is free, before it is drawn. */
  async function start(
    { request, scenario, place, control }: Ongoing,
    then: (ms: number | null) => void,
  ): Promise<void> {
    const began = performance.now();
    let tell: () => void;
    try {
      const recording = await pool.run({ scenario, seed: request.seed }, { signal: control.signal });
      const ms = performance.now() - began;
      then(ms);
      tell = () => listener.done({ ...request, ...onDaysOf(request.scenario, { scenario, recording }), ms });
    } catch (error) {
      then(null);
      tell = () => listener.failed(error, request);
    }
    if (control.signal.aborted || place < shown || (place === shown && request.quick)) return;
    shown = place;
    tell();
  }

  const isLike = ({ id, demand }: Scenario): boolean => id === fastest.id && demand.agents === fastest.agents;

  function startPreview({ request, place }: Waiting): void {
    const scenario = isLike(request.scenario) ? coarser(request.scenario, fastest.ms) : request.scenario;
    preview = { request, scenario, place, control: new AbortController() };
    void start(preview, () => {
      preview = null;
      if (!next) return;
      startPreview(next);
      next = null;
    });
  }

  function startWhole(request: Request, place: number): void {
    stopWhole();
    const begun: Ongoing = { request, scenario: request.scenario, place, control: new AbortController() };
    whole = begun;
    void start(begun, (ms) => {
      if (whole === begun) whole = null;
      if (ms === null) return;
      last = request.of;
      const { id, demand } = request.scenario;
      fastest = { id, agents: demand.agents, ms: isLike(request.scenario) ? Math.min(fastest.ms, ms) : ms };
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
