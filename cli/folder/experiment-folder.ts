import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ScenarioFile } from "../../engine/authoring.ts";
import { type ExperimentSummary, fingerprint, type Plan, type Scenario, SummaryStream } from "../../engine/index.ts";
import { type Tagged, taggedSources } from "../../report/document/manifest.ts";
import { version } from "../home.ts";
import { jsonText } from "../json.ts";
import { runColumns } from "../../experiments/run-rows.ts";
import { SERIES_COLUMNS } from "./experiment-tables.ts";
import { fillWhole, FolderError, makeFolder, onDisk, readJson, writeWhole } from "./files.ts";
import { lockFolder } from "./lock.ts";
import {
  partCount,
  type Parts,
  partsFolder,
  partSize,
  partState,
  type PartState,
  readPart,
  sweepPartials,
} from "./parts.ts";
import { anotherDesign, begunOtherwise, damagedFile, noExperiment, resumable } from "./problem-words.ts";
import { damaged, writeSums } from "./sums.ts";
import { type Cell, TableWriter } from "./tables.ts";

/** One of several processes that share a design: works on every `of`-th part. */
export interface Shard {
  readonly index: number; // from 1
  readonly of: number;
}

/** Everything that decides an experiment's numbers, and nothing of the machine. */
export interface Manifest {
  readonly version: string;
  readonly kind: "experiment";
  readonly id: string; // of the design and its scenario
  readonly design: Plan["design"];
  readonly map: string | null;
  readonly series?: false; // left out
  readonly runs: number;
  readonly runsPerPart: number;
  readonly scenario: Scenario;
  readonly hash: string; // of the scenario
  readonly sources: readonly Tagged[];
  readonly provenance: ScenarioFile["provenance"]; // of the scenario's numbers, by path
}

type Read = Pick<ScenarioFile, "scenario" | "provenance">;

export function manifestOf(
  plan: Plan,
  { scenario, provenance }: Read,
  { map, series }: { readonly map: string | null; readonly series: boolean },
): Manifest {
  const { design, runs } = plan;
  const left = series ? {} : { series: false as const };
  const id = fingerprint({ version: version(), design, map, scenario, ...left });
  return {
    version: version(),
    kind: "experiment",
    id,
    design,
    map,
    ...left,
    runs,
    runsPerPart: partSize(plan),
    scenario,
    hash: fingerprint(scenario),
    sources: taggedSources({ scenario, provenance }),
    provenance,
  };
}

/** A folder that is open for this process alone. */
export interface ExperimentFolder extends Parts {
  readonly manifest: Manifest;
  readonly shard: Shard | null;
  /** Parts of this process that are still to be done, and those found damaged or with failed runs among them. */
  readonly left: readonly number[];
  readonly states: ReadonlyMap<number, PartState>;
  /** Whether everything was there already. */
  readonly complete: boolean;
  close(): void;
}

export const isComplete = (folder: string): boolean => existsSync(join(folder, "summary.json"));

/** Whether a folder holds nothing but what was to be run. */
export function isBare(folder: string): boolean {
  const bare = ["manifest.json", "shard.json", "parts"];
  const holds = existsSync(folder) && readdirSync(folder);
  return holds && holds.every((name) => bare.includes(name)) && readdirSync(partsFolder(folder)).length === 0;
}

/** @throws FolderError when the folder is another design's, in use, or there already and not to be resumed. */
export function openFolder(
  folder: string,
  plan: Plan,
  manifest: Manifest,
  { resume, shard }: { readonly resume: boolean; readonly shard: Shard | null },
): ExperimentFolder {
  const there = existsSync(folder) && onDisk(folder, () => readdirSync(folder)).length > 0;
  if (there && !resume) throw new FolderError(resumable(folder));
  makeFolder(folder);
  const release = lockFolder(folder);
  try {
    if (existsSync(join(folder, "manifest.json"))) checkSame(folder, manifest, shard);
    else writeManifest(folder, manifest, shard);
    const broken = isComplete(folder) && damaged(folder) !== null;
    if (broken) rmSync(join(folder, "summary.json"));
    if (isComplete(folder) && failuresOf(folder) === 0)
      return { folder, plan, manifest, shard, left: [], states: new Map(), complete: true, close: release };
    sweepPartials(folder);
    const states = new Map(mine(plan, shard).map((part) => [part, stateOf({ folder, plan }, part, broken)]));
    const left = [...states].filter(([, state]) => state !== "done").map(([part]) => part);
    return { folder, plan, manifest, shard, left, states, complete: false, close: release };
  } catch (error) {
    release();
    throw error;
  }
}

/** Parts are gone once the whole is put together: where that is damaged, they are. */
function stateOf(parts: Parts, part: number, broken: boolean): PartState {
  const state = partState(parts, part);
  return broken && state === "missing" ? "damaged" : state;
}

const mine = (plan: Plan, shard: Shard | null): number[] =>
  Array.from({ length: partCount(plan) }, (_, part) => part).filter(
    (part) => !shard || part % shard.of === shard.index - 1,
  );

function writeManifest(folder: string, manifest: Manifest, shard: Shard | null): void {
  if (shard) writeWhole(join(folder, "shard.json"), jsonText(shard));
  writeWhole(join(folder, "manifest.json"), jsonText(manifest));
}

/** @throws FolderError where there is none, or none of an experiment */
export function readManifest(folder: string): Manifest {
  const path = join(folder, "manifest.json");
  const manifest = readJson(path) as Partial<Manifest> | null;
  if (manifest?.kind === "experiment" && typeof manifest.design === "object") return manifest as Manifest;
  throw new FolderError(noExperiment(path));
}

function checkSame(folder: string, manifest: Manifest, shard: Shard | null): void {
  const there = readManifest(folder);
  if (there.id !== manifest.id) throw new FolderError(anotherDesign(folder));
  if (jsonText(there) !== jsonText(manifest)) throw new FolderError(damagedFile(join(folder, "manifest.json")));
  const sharded = shardOf(folder);
  if (sharded?.index !== shard?.index || sharded?.of !== shard?.of)
    throw new FolderError(begunOtherwise(folder, sharded ? `${sharded.index}/${sharded.of}` : null));
}

export const shardOf = (folder: string): Shard | null =>
  existsSync(join(folder, "shard.json")) ? (readJson(join(folder, "shard.json")) as Shard) : null;

const failuresOf = (folder: string): number => (readJson(join(folder, "summary.json")) as { failed: number }).failed;

/**
 * Puts the parts together in order of runs: runs.parquet, series.parquet, and last of all summary.json, which says that
 * the folder is complete. Reads one part at a time. Parts are kept only while some of their runs have failed.
 * @throws FolderError when rows are missing: nothing is ever left out in silence.
 */
export async function assemble({
  folder,
  plan,
  manifest,
}: Parts & { readonly manifest: Manifest }): Promise<ExperimentSummary> {
  const stream = new SummaryStream(plan, manifest.map);
  await fillWhole(join(folder, "runs.parquet"), (runsPath) =>
    fillWhole(join(folder, "series.parquet"), (seriesPath) =>
      joinParts({ folder, plan }, { runsPath, seriesPath, stream, manifest }),
    ),
  );
  const summary = stream.result();
  if (summary.done + summary.failed !== plan.runs)
    throw new Error(`${summary.done + summary.failed} of ${plan.runs} runs assembled`);
  const last = jsonText(summary);
  writeSums(folder, ["manifest.json", "runs.parquet", "series.parquet"], { "summary.json": last });
  writeWhole(join(folder, "summary.json"), last);
  if (summary.failed === 0) rmSync(partsFolder(folder), { recursive: true, force: true });
  return summary;
}

async function joinParts(
  parts: Parts,
  to: {
    readonly runsPath: string;
    readonly seriesPath: string;
    readonly stream: SummaryStream;
    readonly manifest: Manifest;
  },
): Promise<void> {
  const { plan } = parts;
  const names = [runColumns(plan), SERIES_COLUMNS].map((columns) => columns.map((c) => c.name));
  const runs = new TableWriter(to.runsPath, runColumns(plan), to.manifest);
  const series = new TableWriter(to.seriesPath, SERIES_COLUMNS, to.manifest);
  for (let part = 0; part < partCount(plan); part++) {
    const rows = await readPart(parts, part);
    for (const row of rows.runs) {
      checkOrder(Number(row.run), runs.count);
      const values = row.status === "done" ? plan.design.outputs.map((id) => number(row[id])) : null;
      to.stream.add(Number(row.run), values, row.error as string | null);
      runs.add(names[0].map((name) => row[name]));
    }
    for (const row of rows.series) series.add(names[1].map((name) => row[name]));
  }
  if (runs.count !== plan.runs) throw new Error(`${runs.count} rows of ${plan.runs} planned`);
  runs.close();
  series.close();
}

const number = (cell: Cell): number => (typeof cell === "number" ? cell : NaN);

function checkOrder(run: number, expected: number): void {
  if (run !== expected) throw new Error(`run ${run} stands where ${expected} should`);
}
