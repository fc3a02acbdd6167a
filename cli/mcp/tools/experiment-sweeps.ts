import { type Experiment, resolveExperiment } from "../../../engine/authoring.ts";
import { type ExperimentSummary, fingerprint, type Sensitivity } from "../../../engine/index.ts";
import { outputsTable, pointsTable, sensitivityText } from "../../experiment-text.ts";
import { outputHeading } from "../../../words/output-words.ts";
import { summarise } from "../../../experiments/summarise.ts";
import { askedOf, SENSITIVITY_METHODS } from "../../sensitivity-design.ts";
import { type Figure, figure, type Said } from "../figure.ts";
import { openGiven } from "../given.ts";
import type { Bench, Finding } from "../tool.ts";
import type { Asked } from "./experiment.ts";

const SWEEPS = ["latin-hypercube", "grid", "list", "sobol", "replicate"];

async function summed(experiment: Experiment, asked: Asked, bench: Bench): Promise<ExperimentSummary> {
  const { budget, runner, onProgress } = bench;
  budget.book(experiment.plan.runs, [asked.scenario]);
  const map = asked.design.file.map ?? null;
  return budget.timed(bench.signal, (signal) => summarise(experiment, runner, { signal, onProgress, map }));
}

/** Who says a figure of a design: its scenario, its points and its seeds. */
export function saidBy({ given, design, seed }: Asked, runs: number, { lang }: Bench): Said {
  const opened = openGiven(given);
  const hash = fingerprint({ scenario: fingerprint(opened.scenario), design: design.file });
  return { opened, hash, seeds: `${seed}/0-${runs - 1}`, lang };
}

export async function sweep(asked: Asked, bench: Bench): Promise<Finding> {
  const { design, open, scenario, seed, name } = asked;
  const experiment = resolveExperiment(design, open, SWEEPS);
  const summary = await summed(experiment, asked, bench);
  const { axes, outputs } = experiment.plan.design;
  const said = saidBy(asked, summary.runs, bench);
  const figures = (summary.points ?? []).flatMap(({ settings, means }) =>
    means.map((value, k) => figure(outputs[k], { value, name: pointName(settings, outputs[k], axes) }, said)),
  );
  const spread = summary.outputs.map(({ id, mean, quantiles }) =>
    figure(id, { value: mean, low: quantiles[0], high: quantiles.at(-1), band: "p5-p95" }, said),
  );
  const table = summary.points
    ? pointsTable(summary.points, experiment.plan.design, scenario, bench.lang)
    : outputsTable(summary, scenario, bench.lang);
  return {
    answer: table,
    figures: summary.points ? figures : spread,
    details: { ...summary, axes: axes.map(({ path }) => path) },
    command: `pricewar sweep ${name} --seed ${seed}`,
    seed,
    runs: summary.runs,
  };
}

const pointName = (settings: readonly unknown[], output: string, axes: readonly { readonly path: string }[]): string =>
  `${output} | ${axes.map(({ path }, d) => `${path}=${String(settings[d])}`).join(", ")}`;

export async function sensitivity(asked: Asked, bench: Bench): Promise<Finding> {
  const { open, seed, name, scenario } = asked;
  const design = askedOf(asked.design, {});
  const experiment = resolveExperiment(design, open, SENSITIVITY_METHODS);
  const summary = await summed(experiment, { ...asked, design }, bench);
  const { axes } = experiment.plan.design;
  const found = Object.entries(summary.sensitivity ?? {});
  const said = saidBy(asked, summary.runs, bench);
  return {
    answer: found
      .map(([id, s]) => `${outputHeading(id, scenario, bench.lang)}\n${sensitivityText(s, axes, id, bench.lang)}`)
      .join("\n\n"),
    figures: found.flatMap(([id, s]) =>
      s.axes.map((_, d): Figure => figure(id, { ...effect(s, d), name: `${id} | ${axes[d].path}` }, said)),
    ),
    details: { ...summary, axes: axes.map(({ path }) => path) },
    command: `pricewar sensitivity ${name} --seed ${seed}`,
    seed,
    runs: summary.runs,
  };
}

/** What one parameter does, in one number of the method's. */
function effect(found: Sensitivity, d: number) {
  if (found.kind === "swings") {
    const { low, high } = found.axes[d];
    return { value: high - low, base: low, other: high };
  }
  if (found.kind === "elementary-effects") return { ...found.axes[d].muStar, band: "ci95" as const };
  return { ...found.axes[d].total, band: "ci95" as const, unit: "1" };
}
