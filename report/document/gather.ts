import { explainRuns, type Recording, type Scenario } from "../../engine/index.ts";
import type { Provenance } from "../../engine/authoring.ts";
import type { Runner } from "../../workers/runner.ts";
import type { Arm } from "./evidence.ts";

/** A scenario to report on, with where its numbers come from. */
export interface Named {
  readonly scenario: Scenario;
  readonly provenance: Readonly<Record<string, Provenance>>;
}

export interface GatherOptions {
  readonly runs: number;
  readonly seed: string;
  readonly nash: boolean; // also price competition: minutes rather than seconds
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void; // 0 to 1
}

/** Runs every replication of every scenario; replication k of each has the same draws. */
export async function gather(
  named: readonly Named[],
  runner: Pick<Runner, "run">,
  { runs, seed, nash, signal, onProgress }: GatherOptions,
): Promise<Arm[]> {
  let done = 0;
  const total = named.length * runs;
  const one = async (scenario: Scenario, replication: number, first: boolean): Promise<Recording> => {
    const nashBetween = nash && first ? spanOf(scenario) : undefined;
    const recording = await runner.run({ scenario, seed, replication, nashBetween }, { signal });
    onProgress?.(++done / total);
    return recording;
  };
  const work = named.map(({ scenario }, k) => Promise.all(Array.from({ length: runs }, (_, r) => one(scenario, r, k === 0)))); // prettier-ignore
  const recordings = await Promise.all(work);
  return named.map(({ scenario, provenance }, k) => ({ scenario, provenance, recordings: recordings[k], explanation: explainRuns(scenario, recordings[k], spanOf(scenario)) })); // prettier-ignore
}

const spanOf = ({ clock }: Scenario) => ({ from: clock.start, to: clock.end });

const COPIES = 3; // a recording is held, and read by metrics that make tables of their own
const CELL = 8; // bytes

/** Roughly what a report's runs need [bytes]: all are held at once, as bands and pairs need them. */
export function memoryNeeded(named: readonly Named[], runs: number): number {
  const cells = named.map(({ scenario }) => {
    const days = (Date.parse(scenario.clock.end) - Date.parse(scenario.clock.start)) / 86_400_000 + 1;
    const products = Object.values(scenario.vendors).reduce((n, v) => n + Object.keys(v.products).length, 0);
    return Math.ceil(days / scenario.clock.tickDays) * (20 * products + 15 * Object.keys(scenario.vendors).length + 30);
  });
  return COPIES * CELL * runs * cells.reduce((a, b) => a + b, 0);
}
