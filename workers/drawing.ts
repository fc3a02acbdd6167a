import { type Draws, drawnRun, type Scenario } from "../engine/index.ts";
import type { Runner } from "./runner.ts";

type Runs = Pick<Runner, "run" | "measure" | "width">;

/**
 * A runner that gives replication k draw k of what is not known besides luck of its own, in every scenario alike, so
 * that pairs stay pairs.
 */
export function drawing(runner: Runs, draws: Draws | null): Runs {
  if (!draws) return runner;
  const drawn = <J extends { readonly scenario: Scenario; readonly replication?: number }>(job: J): J => ({
    ...job,
    scenario: drawnRun(job.scenario, draws, job.replication ?? 0),
  });
  return {
    width: runner.width,
    run: (job, options) => runner.run(drawn(job), options),
    measure: (job, outputs, options) => runner.measure(drawn(job), outputs, options),
  };
}
