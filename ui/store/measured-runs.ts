import type { Measured, Scenario } from "../../engine/index.ts";
import { measuredOf } from "../../charts/data/series-paths.ts";
import type { Measurer } from "../../workers/runner.ts";
import { once } from "./once.ts";

/** Series of runs already made, by scenario and draw: pages that ask again, or for more draws, run only what is new. */
const keptOf = once<Scenario, Map<string, Measured>>(() => new Map());

interface Draw {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly replication: number;
}

const keyOf = ({ seed, replication }: Draw) => `${seed}/${replication}`;

export const keptRun = (draw: Draw): Measured | undefined => keptOf(draw.scenario).get(keyOf(draw));

/** Every market and vendor series of one run. @throws JobError, AbortError. */
export async function measuredRun(draw: Draw, runner: Measurer, signal: AbortSignal): Promise<Measured> {
  const known = keptRun(draw);
  if (known) return known;
  const measured = await runner.measure(draw, measuredOf(draw.scenario), { signal });
  keptOf(draw.scenario).set(keyOf(draw), measured);
  return measured;
}
