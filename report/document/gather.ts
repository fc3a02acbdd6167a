import {
  asRun,
  checkComparable,
  type Entity,
  explainRuns,
  outputOf,
  RECORDED,
  type Recording,
  type Scenario,
  type Text,
  segmentsOf,
  sum,
} from "../../engine/index.ts";
import type { Provenance } from "../../engine/authoring.ts";
import { replicate } from "../../workers/replications.ts";
import type { Runner } from "../../workers/runner.ts";
import type { Arm } from "./arm.ts";
import { findCauses } from "./causes.ts";
import { focusFor } from "./focus-for.ts";
import { madeFrom } from "./made-from.ts";
import { leverSwings } from "./swings.ts";

/** A scenario to report on, with where its numbers come from. */
export interface Named {
  readonly scenario: Scenario;
  readonly provenance: Readonly<Record<string, Provenance>>;
  readonly from?: Scenario; // what it was made from by hand
  readonly called?: Text; // a name given by hand
}

interface GatherOptions {
  readonly runs: number;
  readonly seed: string;
  readonly nash: boolean; // also price competition: minutes rather than seconds
  readonly swings: boolean; // also what the first scenario hangs on, lever by lever
  readonly causes?: boolean; // also what moved the number in focus
  readonly focus?: string; // an output
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void; // 0 to 1
}

type ReportRunner = Pick<Runner, "run" | "measure" | "width">;

/**
 * Runs every replication of every scenario; replication k of each has the same draws.
 * @throws ScenarioErrors for scenarios that cannot be held against the first
 */
export async function gather(
  named: readonly Named[],
  runner: ReportRunner,
  { runs, seed, nash, swings, causes = false, focus, signal, onProgress }: GatherOptions,
): Promise<Arm[]> {
  checkComparable(named.map(({ scenario }) => scenario));
  const levers = swings ? named[0].scenario.levers.length : 0;
  const all = named.length * runs;
  const told = (done: number) => onProgress?.(done / (all + levers)); // a lever's runs are many and light: about one
  const one = (k: number, onShare: (share: number) => void): Promise<Recording> => {
    const { scenario } = named[Math.floor(k / runs)];
    const nashBetween = nash && k < runs ? spanOf(scenario) : undefined;
    return runner.run({ scenario, seed, replication: k % runs, nashBetween }, { signal, onProgress: onShare });
  };
  const recordings = await replicate(all, one, (share) => told(share * all));
  const arms = named.map(({ scenario, provenance, from, called }, k): Arm => ({
    scenario,
    provenance,
    from,
    called,
    ...gathered(scenario, recordings.slice(k * runs, (k + 1) * runs)),
  }));
  const onRun = (part: number) => told(all + part * levers);
  return withReasons(arms, runner, { swings, causes, focus, seed, signal, onRun });
}

const gathered = (scenario: Scenario, recordings: readonly Recording[]) => ({
  recordings,
  explanation: explainRuns(recordings, spanOf(scenario)),
});

interface Reasons {
  readonly swings: boolean;
  readonly causes: boolean;
  readonly focus?: string; // an output
  readonly seed: string;
  readonly signal?: AbortSignal;
  readonly onRun?: (done: number) => void; // 0 to 1
}

/** The same arms, with what the first one hangs on and what moved the number in focus, as far as it is asked for. */
export async function withReasons(
  [subject, ...others]: readonly Arm[],
  runner: ReportRunner,
  { swings, causes, focus: asked, seed, signal, onRun }: Reasons,
): Promise<Arm[]> {
  const { scenario } = subject;
  const focus = focusFor(asked, [subject, ...others], causes);
  const base = madeFrom(subject, others[0] ?? null);
  const outputs = focus ? [outputOf(focus)] : [];
  const hangs =
    swings && !subject.swings?.outputs.includes(outputs[0] ?? "market.hhi")
      ? await leverSwings(scenario, runner, outputs, { seed, signal, onRun: (done) => onRun?.(done * 0.7) })
      : subject.swings;
  const moved =
    focus && causes && subject.causes?.output !== outputs[0]
      ? await findCauses(scenario, base, focus, runner, { seed, signal, onRun: (done) => onRun?.(0.7 + done * 0.3) })
      : subject.causes;
  return [{ ...subject, swings: hangs, causes: moved }, ...others];
}

const spanOf = ({ clock }: Scenario) => ({ from: clock.start, to: clock.end });

const COPIES = 3; // a recording is held, and read by metrics that make tables of their own
const CELL = 8; // bytes

/** Recorded columns of an entity. */
const columnsOf = (entity: Entity): number => RECORDED.filter((column) => column.entity === entity).length;

/** Roughly what a report's runs need [bytes]: all are held at once, as bands and pairs need them. */
export function memoryNeeded(named: readonly Named[], runs: number): number {
  const cells = named.map(({ scenario }) => {
    const days = (Date.parse(scenario.clock.end) - Date.parse(scenario.clock.start)) / 86_400_000 + 1;
    const vendors = Object.values(asRun(scenario).vendors);
    const products = vendors.reduce((n, v) => n + Object.keys(v.products).length, 0);
    const width =
      columnsOf("product") * products +
      columnsOf("vendor") * vendors.length +
      columnsOf("segment") * Object.keys(segmentsOf(scenario)).length +
      columnsOf("market");
    return Math.ceil(days / scenario.clock.tickDays) * width;
  });
  return COPIES * CELL * runs * sum(cells);
}
