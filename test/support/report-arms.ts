import { explainRuns, type Scenario } from "../../engine/index.ts";
import type { Arm } from "../../report/document/arm.ts";
import type { Asked } from "../../report/document/manifest.ts";
import { simulate } from "./scenarios.ts";

/** Replications of a scenario as a report takes them. */
export function armOf(scenario: Scenario, runs: number): Arm {
  const recordings = Array.from({ length: runs }, (_, replication) => simulate(scenario, { seed: "1", replication }));
  return {
    scenario,
    provenance: {},
    recordings,
    explanation: explainRuns(recordings, { from: scenario.clock.start, to: scenario.clock.end }),
  };
}

export const asked = (over: Partial<Asked> = {}): Asked => ({
  names: ["x"],
  set: [],
  template: "technical",
  lang: "en",
  seed: "1",
  runs: 5,
  nash: false,
  ...over,
});
