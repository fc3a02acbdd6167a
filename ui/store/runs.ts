import type { Runner } from "../../workers/runner.ts";
import { onDaysOf } from "./preview.ts";
import { type Done, type Happening, IDLE, type Job, type Request, step } from "./run-lanes.ts";

interface Listener {
  done(result: Done): void;
  failed(error: unknown, request: Request): void;
}

const PAUSE_MS = 20; // a control that has not moved for this long may have arrived: the whole run begins

/** Runs what run-lanes.ts decides, and tells the listener what came of it. */
export function latestRun(pool: Runner, listener: Listener) {
  let lanes = IDLE;
  let whole = new AbortController();
  let pause: ReturnType<typeof setTimeout> | undefined;

  function happens(happening: Happening, tell: () => void = () => {}): void {
    const [next, effects] = step(lanes, happening);
    lanes = next;
    for (const effect of effects) {
      if (effect.kind === "tell") tell();
      if (effect.kind === "cancel") whole.abort();
      if (effect.kind === "run") void run(effect.job);
    }
  }

  async function run(job: Job): Promise<void> {
    const { request, scenario } = job;
    if (!request.quick) {
      whole.abort();
      whole = new AbortController();
    }
    const options = request.quick ? {} : { signal: whole.signal };
    const began = performance.now();
    const [ms, tell] = await pool.run({ scenario, seed: request.seed }, options).then(
      (recording) => {
        const took = performance.now() - began;
        const drawn = () => ({ ...request, ...onDaysOf(request.scenario, { scenario, recording }), ms: took });
        return [took, () => listener.done(drawn())] as const;
      },
      (error: unknown) => [null, () => listener.failed(error, request)] as const,
    );
    happens({ kind: "finished", job, ms }, tell);
  }

  return {
    request(request: Request): void {
      clearTimeout(pause);
      happens({ kind: "asked", request });
      if (request.quick) pause = setTimeout(() => happens({ kind: "paused" }), PAUSE_MS);
    },
    /** Whether its whole run is under way, or done with nothing asked for since. */
    has: (of: object): boolean => (lanes.whole ? lanes.whole.request.of : lanes.last) === of,
  };
}
