import { z } from "zod";
import {
  band,
  defaultOutputs,
  type HeadlinePart,
  headlinePart,
  mean,
  meanOfParts,
  measure,
  type Recording,
  recordingFingerprint,
  say,
  type Scenario,
} from "../../../engine/index.ts";
import { outputProblem } from "../../../engine/authoring.ts";
import { headlineAnswers, headlineTitle } from "../../../words/headline-words.ts";
import { replicate } from "../../../workers/replications.ts";
import { inFile } from "../../problem-words.ts";
import { UsageError } from "../../verb.ts";
import { figure } from "../figure.ts";
import { GIVEN, type Opened, openGiven } from "../given.ts";
import { ANSWER, type Bench, hashOf, LANG, OUTPUTS, reply, runsOf, SEED, tool } from "../tool.ts";
import { RUN } from "./tool-words.ts";

/** Outputs asked for, or the usual ones. @throws UsageError for one that the scenario has not. */
export function outputsFor({ scenario }: Opened, asked: readonly string[] | undefined): readonly string[] {
  const outputs = asked ?? defaultOutputs(Object.keys(scenario.vendors));
  for (const id of outputs) {
    const problem = outputProblem(scenario, id);
    if (problem) throw new UsageError(inFile(id, problem));
  }
  return outputs;
}

export const run = tool({
  name: "run",
  ...RUN,
  input: { ...GIVEN, runs: runsOf(1), ...SEED, ...OUTPUTS, ...LANG },
  output: ANSWER,
  async run({ runs, seed, outputs: asked, ...given }, bench) {
    const { lang } = bench;
    const opened = openGiven(given);
    const outputs = outputsFor(opened, asked);
    const { first, values, parts } = await replications(opened.scenario, { runs, seed, outputs }, bench);
    const said = { opened, hash: hashOf([opened]), seeds: seedsOf(seed, runs), lang };
    const figures = outputs.map((path, k) => figure(path, spread(values.map((row) => row[k])), said));
    const h = meanOfParts(parts);
    const answers = headlineAnswers(h, opened.scenario, lang).map((a) => `${a.question} ${a.answer}`);
    const verb = runs === 1 ? "run" : "ensemble";
    const count = runs === 1 ? "" : ` -n ${runs} --output ${outputs.join(",")}`;
    const command = `pricewar ${verb} ${opened.name}${count} --seed ${seed} ${opened.flags}`.trim();
    const notes = first.notes.map((note) => say(note, lang));
    const details = { headline: h, fingerprint: recordingFingerprint(first), notes };
    const answer = [headlineTitle(h, opened.scenario, lang), ...answers].join("\n");
    return reply({ answer, figures, details, command, seed, runs }, [opened], bench);
  },
});

interface Replications {
  readonly first: Recording;
  readonly values: readonly Float64Array[]; // run x output
  readonly parts: readonly HeadlinePart[];
}

/** The first run in full; of all what was asked for, and what the headline is a mean of. */
function replications(
  scenario: Scenario,
  { runs, seed, outputs }: { runs: number; seed: string | number; outputs: readonly string[] },
  { budget, runner, signal: wanted, onProgress: told }: Bench,
): Promise<Replications> {
  budget.book(runs, [scenario]);
  return budget.timed(wanted, async (signal) => {
    let first: Recording | undefined;
    const one = async (replication: number, onProgress: (done: number) => void) => {
      const job = { scenario, seed, replication };
      const how = { signal, onProgress, threads: runs > 1 ? 1 : undefined };
      const recording = await runner.run(job, how);
      if (replication === 0) first = recording;
      return { values: measure(recording, outputs).values, part: headlinePart(recording) };
    };
    const found = await replicate(runs, one, told);
    return { first: first!, values: found.map((f) => f.values), parts: found.map((f) => f.part) };
  });
}

/** The mean, and the middle eight of ten where there are several. */
function spread(column: readonly number[]) {
  const there = column.filter(Number.isFinite);
  const value = mean(there);
  if (column.length === 1 || there.length === 0) return { value };
  const [low, high] = band(there);
  return { value, band: "p10-p90" as const, low, high };
}

export const seedsOf = (seed: string | number, runs: number): string =>
  runs === 1 ? `${seed}/0` : `${seed}/0-${runs - 1}`;

export const AT = z.iso.date().optional();
