import { measure, type Measured, type Scenario } from "../../engine/index.ts";
import { measuredOf } from "../../charts/data/series-paths.ts";
import type { Runner } from "../../workers/runner.ts";
import { once } from "./once.ts";
import { isRecorded, recordedRun, recordingOf } from "./recorded-runs.ts";
import { REPLICATIONS } from "./replications.ts";
import { drawnFor } from "./unknowns.ts";

/** Series of runs already made, by scenario and draw: pages that ask again, or for more draws, run only what is new. */
const keptOf = once<Scenario, Map<string, Measured>>(() => new Map());

interface Draw {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly replication: number;
  readonly drawn: boolean; // with a draw of what is not known
}

const keyOf = ({ seed, replication, drawn }: Draw) => `${seed}/${replication}${drawn ? "/drawn" : ""}`;

/** A run measured before, or one that Explore or a report has recorded. */
export function keptRun(draw: Draw): Measured | undefined {
  const kept = keptOf(draw.scenario);
  const known = kept.get(keyOf(draw));
  if (known) return known;
  const recording = recordingOf(draw);
  if (recording) kept.set(keyOf(draw), measure(recording, measuredOf(draw.scenario)));
  return kept.get(keyOf(draw));
}

/** Every market and vendor series of one run. @throws JobError, AbortError. */
export async function measuredRun(
  draw: Draw,
  runner: Pick<Runner, "measure" | "run">,
  signal: AbortSignal,
): Promise<Measured> {
  const known = keptRun(draw);
  if (known) return known;
  const { scenario: asked, seed, replication, drawn } = draw;
  if (isRecorded(asked) && replication < REPLICATIONS) {
    await recordedRun(draw, runner, { signal }); // the answer in the bar is drawn from the same runs: made once
    return keptRun(draw)!;
  }
  const scenario = drawn ? await drawnFor(asked, replication) : asked;
  const measured = await runner.measure({ scenario, seed, replication }, measuredOf(asked), { signal });
  keptOf(draw.scenario).set(keyOf(draw), measured);
  return measured;
}
