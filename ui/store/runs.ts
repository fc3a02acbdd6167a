import type { Runner } from "../../workers/runner.ts";
import { controls } from "./controls.ts";
import type { Recording } from "../../engine/index.ts";
import { practice } from "./practice.ts";
import { coarser } from "./preview.ts";
import { comingWhole, type Done, type Happening, IDLE, type Job, type Request, step } from "./run-lanes.ts";

interface Listener {
  done(result: Done): void;
  failed(error: unknown, request: Request): void;
}

const PAUSE_MS = 20; // a control that has not moved for this long may have arrived: the whole run begins

/** Where whole runs happen, where previews do. */
interface Places {
  readonly wholes: Pick<Runner, "run">;
  readonly previews: Pick<Runner, "run">;
}

/** Runs what run-lanes.ts decides, and tells the listener what came of it. */
export function latestRun({ wholes, previews }: Places, listener: Listener) {
  let lanes = IDLE;
  let whole = new AbortController();
  let pause: ReturnType<typeof setTimeout> | undefined;
  const held = controls(previews);
  const practised = practice(previews);

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
    const [place, options] = request.quick ? [previews, {}] : [wholes, { signal: whole.signal }];
    const began = performance.now();
    const [ms, tell] = await result(job, place.run({ scenario, seed: request.seed }, options)).then(
      (made) => {
        const done = { ...request, ...made, ms: performance.now() - began };
        return [done.ms, () => told(done)] as const;
      },
      (error: unknown) => [null, () => listener.failed(error, request)] as const,
    );
    happens({ kind: "finished", job, ms }, tell);
  }

  /** A preview is held against the last whole run. */
  async function result({ request: { scenario: of, seed, quick }, scenario }: Job, running: Promise<Recording>) {
    if (!quick || scenario === of) return { scenario, recording: await running };
    const preview = await held.against({ of, seed, scenario }, running);
    return { scenario: { ...scenario, clock: of.clock }, ...preview };
  }

  function told(done: Done): void {
    listener.done(done);
    if (done.quick) return;
    const small = coarser(done.scenario, lanes.fastest.ms);
    held.keep(done, small);
    if (small !== done.scenario) void practised.of({ scenario: small, seed: done.seed });
  }

  return {
    request(request: Request): void {
      clearTimeout(pause);
      if (request.quick) practised.end();
      happens({ kind: "asked", request });
      if (request.quick) pause = setTimeout(() => happens({ kind: "paused" }), PAUSE_MS);
    },
    /** Whether its whole run is under way, or done with nothing asked for since. */
    has: (of: object): boolean => comingWhole(lanes) === of,
  };
}
