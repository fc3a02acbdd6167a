import { prepareCalibrate } from "../../../experiments/calibrate.ts";
import { prepareOptimise } from "../../../experiments/optimise.ts";
import type { PreparedSearch } from "../../../experiments/prepared-search.ts";
import { calibrationLines } from "../../../words/calibrate-words.ts";
import { bestLines } from "../../../words/optimise-words.ts";
import { figure } from "../figure.ts";
import type { Bench, Finding } from "../tool.ts";
import type { Asked } from "./experiment.ts";
import { saidBy } from "./experiment-sweeps.ts";

/** Runs that a search may take: its points with their replications, the slopes and the fresh draws at the end. */
const runsOf = ({ evaluations, axes }: PreparedSearch<unknown>, replications: number): number =>
  (evaluations + 2 * axes.length + 1) * replications + Math.max(20, 2 * replications);

async function searched<Found>(
  prepared: PreparedSearch<Found>,
  replications: number,
  { scenario }: Asked,
  bench: Bench,
): Promise<{ readonly found: Found; readonly runs: number }> {
  const runs = runsOf(prepared, replications);
  const { budget, runner } = bench;
  budget.book(runs, [scenario]);
  const onTried = (tried: number) => bench.onProgress(Math.min(0.95, tried / prepared.evaluations));
  const found = await budget.timed(bench.signal, (signal) => prepared.run(runner, { signal, onTried }));
  return { found, runs };
}

export async function optimise(asked: Asked, bench: Bench): Promise<Finding> {
  const { design, open, scenario, seed, name } = asked;
  const prepared = prepareOptimise(design, open);
  const { found, runs } = await searched(prepared, design.file.replications ?? 8, asked, bench);
  const said = saidBy(asked, runs, bench);
  const { output } = found.objective;
  const { mean, low, high, base, other } = found.gain;
  return {
    answer: bestLines(found, prepared.axes, scenario, bench.lang).join("\n"),
    figures: [
      figure(output, { value: found.fresh }, said),
      figure(output, { value: mean, low, high, base, other, band: "ci95" }, said),
    ],
    details: found,
    command: `pricewar optimise ${name} --seed ${seed}`,
    seed,
    runs,
  };
}

export async function calibrate(asked: Asked, bench: Bench): Promise<Finding> {
  const { design, open, seed, name } = asked;
  const prepared = prepareCalibrate(design, open);
  const { found, runs } = await searched(prepared, design.file.replications ?? 5, asked, bench);
  const said = saidBy(asked, runs, bench);
  return {
    answer: calibrationLines(found, prepared.axes, prepared.scenario, bench.lang).join("\n"),
    figures: found.fits.map(({ output, mean: value, low, high, observed }) =>
      figure(output, { value, low, high, band: "p5-p95", base: observed, other: value }, said),
    ),
    details: found,
    command: `pricewar calibrate ${name} --seed ${seed}`,
    seed,
    runs,
  };
}
