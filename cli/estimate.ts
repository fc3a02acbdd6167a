import { availableParallelism } from "node:os";
import type { Experiment } from "../engine/authoring.ts";
import { type Measured, runAt, say } from "../engine/index.ts";
import { print, printJson } from "./io.ts";
import { estimated, type Estimate } from "./progress-words.ts";
import { withRunner } from "./runner.ts";
import type { Options } from "./verb.ts";
import { wholeNumber } from "./whole-number.ts";

const SAMPLES = 3;
const BYTES_PER_NUMBER = 4; // as Parquet keeps them, packed

/** Makes a few runs of a design, spread over it, and says what all of them would take. */
export async function tellEstimate({ plan, realise }: Experiment, options: Options): Promise<void> {
  const { seed, outputs } = plan.design;
  const some = Array.from({ length: Math.min(SAMPLES, plan.runs) }, (_, k) => Math.floor((k * plan.runs) / SAMPLES));
  const times: number[] = [];
  const sizes: number[] = [];
  await withRunner(options, async (pool, signal) => {
    const first = runAt(plan, 0);
    await pool.measure({ scenario: realise(first.settings), seed }, outputs, { signal }); // threads start
    for (const run of some) {
      const { settings, replication } = runAt(plan, run);
      const start = performance.now();
      const measured = await pool.measure({ scenario: realise(settings), seed, replication }, outputs, { signal });
      times.push((performance.now() - start) / 1000);
      sizes.push(BYTES_PER_NUMBER * numbersOf(measured, options.series !== false));
    }
  });
  const mean = (x: readonly number[]) => x.reduce((a, b) => a + b, 0) / x.length;
  const estimate: Estimate = {
    runs: plan.runs,
    secondsPerRun: mean(times),
    cores:
      options.workers === undefined
        ? availableParallelism()
        : wholeNumber("--workers", String(options.workers), 1, 10_000),
    bytesPerRun: mean(sizes),
  };
  if (options.json) printJson(estimate);
  else print(say(estimated, options.lang)(estimate));
}

const numbersOf = ({ values, series, dates }: Measured, kept: boolean): number =>
  values.length + (kept ? series.length * dates.length : 0);
