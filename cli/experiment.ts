import { decodeText } from "../engine/text/decode.ts";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import {
  failAt,
  type Experiment,
  type OpenDesign,
  type OpenWith,
  readDesign,
  resolveExperiment,
} from "../engine/authoring.ts";
import { type ExperimentSummary, type Plan, say } from "../engine/index.ts";
import { type Outcome, runExperiment } from "../experiments/experiment.ts";
import type { Measurer } from "../workers/runner.ts";
import {
  assemble,
  type ExperimentFolder,
  isBare,
  isComplete,
  manifestOf,
  openFolder,
  type Shard,
} from "./folder/experiment-folder.ts";
import { onDisk, readAtMost, readJson, resumably } from "./folder/files.ts";
import { runsOf, writePart } from "./folder/parts.ts";
import { packageHome } from "./home.ts";
import { progressLine, tell } from "./io.ts";
import { designTooLarge, needsOut, noDesign, noTable, shardHow } from "./problem-words.ts";
import { partsDamaged, partsDone } from "./progress-words.ts";
import { withMeasurer } from "./runner.ts";
import { isScenario, noScenario, openScenario } from "./scenario.ts";
import { type Options, UsageError } from "./verb.ts";

const MAX_BYTES = 5_000_000;

const library = (): string => join(packageHome(), "scenarios", "designs");

/** Designs that come with the package. */
export const designIds = (): string[] =>
  readdirSync(library())
    .map((file) => basename(file, ".yaml"))
    .toSorted();

/** The text of one of them. @throws UsageError for any other name: no file is looked for. */
export function designText(id: string): { file: string; text: string } {
  if (!designIds().includes(id)) throw new UsageError(noDesign(id, designIds()));
  const shown = `scenarios/designs/${id}.yaml`;
  return { file: shown, text: readFileSync(join(packageHome(), shown), "utf8") };
}

/** A design named by file, or by the id of one that comes with the package. @throws UsageError when there is none. */
function designPath(name: string): string {
  if (existsSync(name) && !statSync(name).isDirectory()) return name;
  const own = join(library(), `${name}.yaml`);
  if (existsSync(own)) return own;
  throw new UsageError(noDesign(name, designIds()));
}

/** Reads a design file; a seed of the command line wins over its own. @throws UsageError, ScenarioErrors. */
export function openDesign(name: string, { seed, seedGiven }: Pick<Options, "seed" | "seedGiven">): OpenDesign {
  const path = designPath(name);
  const shown = path === name ? name : `scenarios/designs/${name}.yaml`;
  const text = limited(path, name);
  const { root, file } = readDesign(text, shown, (table) => tableText(table, dirname(path)));
  return { root, file: seedGiven ? { ...file, seed } : file };
}

/** A table that a design names, found next to it. @throws UsageError. */
function tableText(name: string, folder: string): { file: string; text: string } {
  const path = resolve(folder, name);
  if (!existsSync(path) || !statSync(path).isFile()) throw new UsageError(noTable(name));
  return { file: name, text: limited(path, name) };
}

/** @throws UsageError for a file too large, FolderError for one that cannot be read. */
function limited(path: string, name: string): string {
  const bytes = onDisk(name, () => readAtMost(path, MAX_BYTES));
  if (bytes === null) throw new UsageError(designTooLarge(name));
  return decodeText(bytes);
}

/** Opens a design's scenario with values set over it; flags of the command line win over the design's own. */
export function scenarioOpener(
  name: string,
  { file, root }: OpenDesign,
  options: Pick<Options, "set" | "agents" | "weeks">,
): OpenWith {
  const neighbour = join(dirname(resolve(name)), file.scenario);
  const scenario = existsSync(neighbour) ? neighbour : file.scenario;
  if (!isScenario(scenario)) throw failAt(root, ["scenario"], noScenario(file.scenario));
  const agents = options.agents ?? (file.agents === undefined ? undefined : String(file.agents));
  const weeks = options.weeks ?? (file.weeks === undefined ? undefined : String(file.weeks));
  return (set) => {
    const extra = Object.entries(set).map(([path, text]) => `${path}=${text}`);
    return openScenario(scenario, { set: [...options.set, ...extra], agents, weeks });
  };
}

/** A design file against its scenario. */
export function openExperiment(
  name: string,
  options: Options,
  methods: readonly string[],
): Experiment & { open: OpenWith; design: OpenDesign } {
  const design = openDesign(name, options);
  const open = scenarioOpener(name, design, options);
  return { ...resolveExperiment(design, open, methods), open, design };
}

/** "2/5" of --shard. */
function shardOption(options: Options): Shard | null {
  if (options.shard === undefined) return null;
  const [index, of] = (/^(\d+)\/(\d+)$/.exec(String(options.shard)) ?? []).slice(1).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw new UsageError(shardHow(options.shard));
}

/** What came of running an experiment: a summary, or the shard's share of it. */
interface Ran {
  readonly summary: ExperimentSummary | null; // null for a shard
  readonly folder: string | null; // null where no --out was given
}

/**
 * Runs what is left of an experiment into its folder, part by part, and puts the whole together unless it is a shard.
 * Without --out the folder is a temporary one.
 */
export async function runIntoFolder(
  { plan, realise, open }: Experiment & { open: OpenWith },
  map: string | null,
  label: string,
  options: Options,
): Promise<Ran> {
  const shard = shardOption(options);
  const kept = options.out !== undefined;
  if (shard && !kept) throw new UsageError(needsOut("--shard"));
  if (options.resume === true && !kept) throw new UsageError(needsOut("--resume"));
  const path = options.out ?? join(mkdtempSync(join(tmpdir(), "pricewar-")), "run");
  const manifest = manifestOf(plan, open({}), { map, series: options.series !== false });
  const fresh = !existsSync(path);
  const folder = openFolder(path, plan, manifest, { resume: options.resume === true, shard });
  try {
    if (folder.complete) return { summary: savedSummary(path), folder: path };
    tellResumed(folder, options);
    const line = progressLine(label, options.quiet, options.lang);
    const work = (runner: Measurer, signal: AbortSignal) =>
      fillParts(folder, { plan, realise }, { runner, signal, onDone: line.update, series: options.series !== false });
    const make = async (): Promise<Ran> => {
      await withMeasurer(options, work, label).finally(line.end);
      return { summary: shard ? null : await assemble(folder), folder: kept ? path : null };
    };
    return await (kept ? resumably(make) : make());
  } finally {
    folder.close();
    if (fresh && isBare(path)) rmSync(path, { recursive: true, force: true }); // nothing to resume
    if (!kept) rmSync(dirname(path), { recursive: true, force: true });
  }
}

const savedSummary = (folder: string): ExperimentSummary | null =>
  isComplete(folder) ? (readJson(join(folder, "summary.json")) as ExperimentSummary) : null;

function tellResumed({ states }: ExperimentFolder, { lang, quiet }: Options): void {
  const count = (state: string) => [...states.values()].filter((s) => s === state).length;
  const [done, damaged] = [count("done"), count("damaged")];
  if (!quiet && done > 0) tell(say(partsDone, lang)(done, states.size));
  if (damaged > 0) tell(say(partsDamaged, lang)(damaged));
}

interface Filling {
  readonly runner: Measurer;
  readonly signal: AbortSignal;
  readonly onDone: (done: number) => void;
  readonly series: boolean;
}

const withoutSeries = (outcome: Outcome): Outcome => ({
  ...outcome,
  measured: outcome.measured && { ...outcome.measured, paths: [], series: [] },
});

/** Runs the parts that are left, in order, and writes each when its last run has come in. */
async function fillParts(
  folder: ExperimentFolder,
  experiment: { readonly plan: Plan; readonly realise: Experiment["realise"] },
  { runner, signal, onDone, series }: Filling,
): Promise<void> {
  const runs = folder.left.flatMap((part) => runsOf(folder.plan, part));
  let done = 0;
  let [at, outcomes]: [number, Outcome[]] = [0, []];
  const outcomesInOrder = runExperiment(experiment, runs, runner, {
    signal,
    onRun: () => {
      onDone(++done / runs.length);
      runner.announce?.(done, runs.length);
    },
  });
  for await (const outcome of outcomesInOrder) {
    outcomes.push(series ? outcome : withoutSeries(outcome));
    if (outcomes.length < runsOf(folder.plan, folder.left[at]).length) continue;
    writePart(folder, folder.left[at++], outcomes);
    outcomes = [];
  }
}
