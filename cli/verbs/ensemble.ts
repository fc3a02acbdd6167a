import { extent, ticks as roundNumbers } from "d3";
import {
  type Design,
  defaultOutputs,
  type Draws,
  drawnScenario,
  EnsembleStream,
  type EnsembleSummary,
  type Language,
  parsePath,
  parseStatement,
  planRuns,
  type Realise,
  type Precision,
  say,
  type Scenario,
  type Statement,
  LEAST_TO_KNOW,
  worthOfKnowing,
} from "../../engine/index.ts";
import { emptyStatement, outputProblem } from "../../engine/authoring.ts";
import { plainNumber } from "../../engine/text/plain-number.ts";
import { date, percent } from "../../words/format.ts";
import { outputAmount, outputHeading, outputName, outputValue } from "../../words/output-words.ts";
import { KNOWING, parameterName, tooFewToKnow } from "../../words/posterior-words.ts";
import { vendorName } from "../../words/names.ts";
import { labelled } from "../../words/punctuation.ts";
import { runExperiment } from "../../experiments/experiment.ts";
import { probabilityText } from "../../words/probability-words.ts";
import { lineChart } from "../chart.ts";
import { drawnHow, drawsFlag, drawsOption } from "../draws.ts";
import { outputsTable } from "../experiment-text.ts";
import { print, printJson, progressLine, tell } from "../io.ts";
import { fifths } from "../terminal.ts";
import { jsonText } from "../json.ts";
import { expected, inFile, probabilityHow, RIGHT } from "../problem-words.ts";
import { resultsIn } from "../progress-words.ts";
import type { Measurer } from "../../workers/runner.ts";
import { backendFlag, resumeFlag, withJournal } from "../runner.ts";
import { openAloud } from "../scenario.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";
import { ensembleRuns, fanTitle, PROBABILITY, stillThere } from "./verb-words.ts";
import { wholeNumber } from "../whole-number.ts";

interface Knowing {
  readonly path: string;
  readonly share: number; // of the variance
}

/** An ensemble, and where what is not known was drawn as well, which of it matters. */
interface Drawn extends EnsembleSummary {
  readonly draws?: number;
  readonly knowing?: readonly Knowing[];
}

const collect = (value: unknown): string[] =>
  value === undefined
    ? []
    : String(value)
        .split(";")
        .map((s) => s.trim());

export const ensemble: Verb = {
  flags: [
    backendFlag,
    resumeFlag,
    [
      "-n, --runs <n>",
      {
        en: "runs, or with --width the most (default 200)",
        zh: "运行次数；与 --width 合用时为上限（默认 200）",
      },
    ],
    ["--output <outputs>", { en: "what is looked at, separated by commas", zh: "要看的结果，以逗号分隔" }],
    drawsFlag,
    [
      "--probability <statements>",
      {
        en: "e.g. 'vendors.zhipu.tokenShare < 10%'; several with ;",
        zh: "例如 'vendors.zhipu.tokenShare < 10%'，多条以分号分隔",
      },
    ],
    [
      "--width <x>",
      {
        en: "stop when the 95% interval of the first output's mean is as narrow as this",
        zh: "第一个结果均值的 95% 区间宽度不超过此值时停止",
      },
    ],
  ],
  writes: true,
  example:
    "pricewar ensemble china-2024 -n 20 --agents 400 --weeks 20 --probability 'vendors.deepseek.tokenShare > 20%'",
  async run([name], options) {
    const { scenario } = openAloud(name, options);
    const runs = wholeNumber("-n", String(options.runs ?? 200), 1, 1_000_000);
    const outputs = outputsOf(scenario, options);
    const stream = new EnsembleStream(outputs, statementsOf(scenario, options), precisionOf(outputs[0], options));
    const draws = drawsOption(options, scenario);
    const design: Design = {
      method: "replicate",
      n: 1,
      replications: runs,
      seed: options.seed,
      axes: [],
      outputs: stream.measuredOutputs,
    };
    const line = progressLine(say(scenario.title, options.lang), options.quiet, options.lang);
    const whole = (summary: Drawn) => ({ scenario: scenario.id, seed: options.seed, ...summary });
    const work = (runner: Measurer, signal: AbortSignal) =>
      fill(stream, { design, scenario, draws }, { runner, signal, onProgress: line.update });
    const summary = await withJournal(options, work, (found) => jsonText(whole(found))).finally(line.end);
    if (options.out !== undefined) tell(say(resultsIn, options.lang)(options.out));
    if (options.json) printJson(whole(summary));
    else print(asText(summary, scenario, options.lang));
  },
};

async function fill(
  stream: EnsembleStream,
  { design, scenario, draws }: { design: Design; scenario: Scenario; draws: Draws | null },
  { runner, signal, onProgress }: { runner: Measurer; signal: AbortSignal; onProgress: (done: number) => void },
): Promise<Drawn> {
  const plan = planRuns(design);
  const realise: Realise = (_, replication = 0) => (draws ? drawnScenario(scenario, draws, replication) : scenario);
  const all = Array.from({ length: plan.runs }, (_, k) => k);
  const first: { readonly replication: number; readonly value: number }[] = [];
  let [done, firstError] = [0, ""];
  for await (const outcome of runExperiment({ plan, realise }, all, runner, { signal })) {
    stream.add(outcome.measured);
    firstError ||= outcome.error ?? "";
    const value = outcome.measured?.values[0];
    if (value !== undefined && Number.isFinite(value)) first.push({ replication: outcome.planned.replication, value });
    onProgress(++done / plan.runs);
    if (stream.precise) break;
  }
  const summary = stream.result();
  if (summary.runs === 0) throw new Error(firstError);
  return draws ? { ...summary, draws: draws.draws.length, knowing: knowing(draws, first) } : summary;
}

/** What part of the first outcome's variance would go if one parameter were known. */
function knowing(
  { parameters, draws }: Draws,
  runs: readonly { readonly replication: number; readonly value: number }[],
): Knowing[] {
  const outcomes = runs.map(({ value }) => value);
  return parameters.map(({ path }, d) => {
    const values = runs.map(({ replication }) => draws[replication % draws.length][d]);
    return { path, share: worthOfKnowing(values, outcomes) };
  });
}

function outputsOf(scenario: Scenario, { output }: Options): string[] {
  const named = output === undefined ? defaultOutputs(Object.keys(scenario.vendors)) : String(output).split(",");
  for (const id of named) refuseUnknown(scenario, "--output", id);
  return named;
}

/** What is asked for; else whether each vendor is still there at the end. */
function statementsOf(scenario: Scenario, { probability }: Options): Statement[] {
  const given = collect(probability);
  const texts = given.length > 0 ? given : Object.keys(scenario.vendors).map((id) => `vendors.${id}.alive > 0.5`);
  return texts.map((text) => {
    const statement = parseStatement(text);
    if (!statement) throw new UsageError(probabilityHow(text));
    refuseUnknown(scenario, "--probability", statement.output.id);
    const empty = emptyStatement(statement);
    if (empty) throw new UsageError(inFile("--probability", empty));
    return statement;
  });
}

function refuseUnknown(scenario: Scenario, flag: string, id: string): void {
  const problem = outputProblem(scenario, id);
  if (problem) throw new UsageError(inFile(`${flag} ${id}`, problem));
}

function precisionOf(output: string, { width }: Options): Precision | null {
  if (width === undefined) return null;
  const wide = plainNumber(String(width)) ?? 0;
  if (wide > 0) return { output, width: wide };
  throw new UsageError(expected("--width", width, RIGHT.positive));
}

function asText(summary: Drawn, s: Scenario, lang: Language): string {
  const { runs, failed, stopped, outputs, statements } = summary;
  const likely = statements.map((p) => `  ${labelled(statementText(p.statement, s, lang), probabilityText(p), lang)}`);
  return [
    labelled(say(s.title, lang), say(ensembleRuns, lang)(runs, failed, stopped === "width"), lang),
    outputsTable({ outputs }, s, lang),
    ...knowingText(summary, s, lang),
    fan(summary, s, lang),
    [say(PROBABILITY, lang), ...likely].join("\n"),
  ].join("\n\n");
}

function knowingText({ draws, knowing: each }: Drawn, s: Scenario, lang: Language): string[] {
  if (draws === undefined || !each) return [];
  if (each.every(({ share }) => Number.isNaN(share)))
    return [say(drawnHow, lang)(draws), say(tooFewToKnow, lang)(LEAST_TO_KNOW)];
  const sorted = each.toSorted((a, b) => b.share - a.share);
  const lines = sorted.map(({ path, share }) => `  ${labelled(parameterName(path, s, lang), percent(share), lang)}`);
  return [say(drawnHow, lang)(draws), [say(KNOWING, lang), ...lines].join("\n")];
}

function statementText(text: string, s: Scenario, lang: Language): string {
  const { output, relation, value } = parseStatement(text)!;
  const at = parsePath(output.path ?? "");
  if (at?.name === "alive" && relation === ">") return say(stillThere, lang)(vendorName(s, at.id, lang));
  return `${outputName(output.id, s, lang)} ${relation} ${outputAmount(output.id, value, s, lang)}`;
}

/** The first series' median and the range of nine runs in ten, over time. */
function fan({ bands }: EnsembleSummary, s: Scenario, lang: Language): string {
  const band = bands[0];
  if (!band || band.dates.length < 2) return "";
  const step = Math.max(1, Math.floor(band.dates.length / 64));
  const ticks = band.dates.map((_, t) => t).filter((t) => t % step === 0);
  const line = (k: number) => ticks.map((t): [number, number] => [t, band.quantiles[k][t]]);
  const lines = [line(4), line(2), line(0)];
  const [low = 0, high = 1] = extent(lines.flat(), ([, y]) => y);
  return lineChart(lines, {
    width: 64,
    height: 10,
    title: say(fanTitle, lang)(outputHeading(band.path, s, lang)),
    color: ["ansiCyan", "ansiYellow", "ansiCyan"],
    customXAxisTicks: fifths(ticks),
    customYAxisTicks: roundNumbers(low, high, 5),
    formatter: (x, { axis }) =>
      axis === "x"
        ? date(band.dates[Math.round(x)] ?? band.dates.at(-1)!, lang, true)
        : outputValue(band.path, x, lang),
  });
}
