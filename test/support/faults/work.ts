import type { Measured, Plan, Realise, Scenario } from "../../../engine/index.ts";
import type { Job, Measurer } from "../../../workers/runner.ts";
import type { Draws } from "./seeded.ts";

const OUTPUTS = ["market.hhi", "market.tokens:mean"];

/** A design of so many runs of nothing, in parts of one run. */
export const planOf = (runs: number): Plan => ({
  design: { method: "replicate", n: 1, replications: runs, seed: 1, axes: [], outputs: OUTPUTS },
  points: new Float64Array(0),
  runs,
});

export const scenario = { id: "nothing", clock: {}, vendors: {}, sources: {} } as unknown as Scenario;
export const realise: Realise = () => scenario;

/** The numbers of a run: a function of the run alone, so that a lost, doubled or altered one is seen. */
export const numbersOf = (replication: number): Measured => ({
  values: Float64Array.of(replication / 7, -replication),
  dates: ["2024-01-01", "2024-01-08"],
  paths: ["market.hhi"],
  series: [Float64Array.of(replication, replication / 3)],
});

/** Runs that come in any order, a share of them failing once or twice as if their worker had died. */
export function measurer(draw: Draws, failing: number): Measurer {
  return {
    width: 2,
    async measure({ replication = 0 }: Job) {
      for (let wait = draw.below(3); wait > 0; wait--) await Promise.resolve();
      if (draw.share() < failing) throw new Error("the worker died");
      return numbersOf(replication);
    },
  };
}
