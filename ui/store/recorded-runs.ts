import type { Recording, Scenario } from "../../engine/index.ts";
import { drawnFor } from "./unknowns.ts";
import type { RunOptions, Runner } from "../../workers/runner.ts";

/** One draw of a scenario. The scenario counts by identity: see scenario-of.ts. */
interface Draw {
  readonly scenario: Scenario;
  readonly seed: string | number;
  readonly replication?: number;
  readonly drawn?: boolean; // with a draw of what is not known
}

const MOST = 3; // scenarios whose runs are held: the one at hand, its baseline, the one before

/** Runs whose recordings are here or on their way, the scenario used last at the end. */
const held = new Map<Scenario, Map<string, Recording | Promise<Recording>>>();

const keyOf = ({ seed, replication = 0, drawn = false }: Draw) => `${seed}/${replication}${drawn ? "/drawn" : ""}`;

function runsOf(scenario: Scenario): Map<string, Recording | Promise<Recording>> {
  const runs = held.get(scenario) ?? new Map<string, Recording | Promise<Recording>>();
  held.delete(scenario);
  held.set(scenario, runs);
  for (const other of held.keys()) if (held.size > MOST) held.delete(other);
  return runs;
}

export function keepRecording(draw: Draw, recording: Recording): void {
  runsOf(draw.scenario).set(keyOf(draw), recording);
}

export function recordingOf(draw: Draw): Recording | undefined {
  const found = held.get(draw.scenario)?.get(keyOf(draw));
  return found instanceof Promise ? undefined : found;
}

/** Whether runs of it are being recorded: the scenario at hand, its baseline. */
export const isRecorded = (scenario: Scenario): boolean => held.has(scenario);

/**
 * A run that any page has made is made once; one that another page is making is waited for, and made here should that
 * page give it up. @throws JobError, AbortError
 */
export async function recordedRun(
  draw: Draw,
  runner: Pick<Runner, "run">,
  options: RunOptions = {},
): Promise<Recording> {
  const [runs, key] = [runsOf(draw.scenario), keyOf(draw)];
  for (let found = runs.get(key); found; found = runs.get(key)) {
    const recording = await Promise.resolve(found).catch(() => null);
    if (recording) return recording;
    options.signal?.throwIfAborted();
  }
  const { scenario, seed, replication = 0, drawn = false } = draw;
  const job = async () => ({ scenario: drawn ? await drawnFor(scenario, replication) : scenario, seed, replication });
  const run = async () => runner.run(await job(), options);
  const made = run().then(
    (recording) => (runs.set(key, recording), recording),
    (error: unknown) => {
      runs.delete(key);
      throw error;
    },
  );
  runs.set(key, made);
  return made;
}

type Runs = Pick<Runner, "run" | "measure" | "width">;

/**
 * A runner that makes no run twice, each with its draw of what is not known where that is asked for. What is asked for
 * beyond a plain run is made anew.
 */
export const keeping = (runner: Runs, { drawn = false } = {}): Runs => ({
  width: runner.width,
  async measure(job, outputs, options) {
    const scenario = drawn ? await drawnFor(job.scenario, job.replication ?? 0) : job.scenario;
    return runner.measure({ ...job, scenario }, outputs, options);
  },
  run: (job, options) => {
    const { scenario, seed, replication, ...rest } = job;
    const plain = Object.values(rest).every((x) => x === undefined);
    return plain ? recordedRun({ scenario, seed, replication, drawn }, runner, options) : runner.run(job, options);
  },
});
