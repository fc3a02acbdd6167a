import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "../../engine/index.ts";
import type { Outcome } from "../../experiments/experiment.ts";
import { runColumns, runRow } from "../../experiments/run-rows.ts";
import { SERIES_COLUMNS, seriesRows } from "./experiment-tables.ts";
import { FolderError, makeFolder, onDisk, readJson, writeWhole } from "./files.ts";
import { damagedPart, rowsMissing, vanished } from "./problem-words.ts";
import { digest, digestOf } from "./sums.ts";
import { type Cell, readTable, TableWriter } from "./tables.ts";

/**
 * Finished work of an experiment, in parts of consecutive runs. A part is a folder that appears by one rename when it
 * is complete, with a check of its files: a killed process leaves whole parts and nothing else that counts.
 */
export interface Parts {
  readonly folder: string;
  readonly plan: Plan;
}

interface Check {
  readonly runs: number;
  readonly series: number; // rows
  readonly failed: number;
  readonly files: Readonly<Record<string, string>>; // SHA-256
}

const FILES = ["runs.parquet", "series.parquet"] as const;
const MOST_PARTS = 100;
const MOST_RUNS = 100;

/** Runs of one part; the same for everybody who works on the plan. */
export const partSize = ({ runs }: Plan): number => Math.max(1, Math.min(MOST_RUNS, Math.ceil(runs / MOST_PARTS)));
export const partCount = (plan: Plan): number => Math.ceil(plan.runs / partSize(plan));

export function runsOf(plan: Plan, part: number): number[] {
  const first = part * partSize(plan);
  return Array.from({ length: Math.min(partSize(plan), plan.runs - first) }, (_, k) => first + k);
}

export const partsFolder = (folder: string): string => join(folder, "parts");
export const partFolder = (folder: string, part: number): string =>
  join(partsFolder(folder), String(part).padStart(6, "0"));

/** Writes the outcomes of one part, all of its runs. */
export function writePart({ folder, plan }: Parts, part: number, outcomes: readonly Outcome[]): void {
  const place = partFolder(folder, part);
  const partial = `${place}.partial`;
  if (!existsSync(join(folder, "manifest.json"))) throw new FolderError(vanished(folder));
  onDisk(place, () => {
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    const runs = new TableWriter(join(partial, FILES[0]), runColumns(plan));
    const series = new TableWriter(join(partial, FILES[1]), SERIES_COLUMNS);
    for (const outcome of outcomes) {
      runs.add(runRow(plan, outcome));
      if (outcome.measured) for (const row of seriesRows(outcome.planned.run, outcome.measured)) series.add(row);
    }
    runs.close();
    series.close();
    const files = Object.fromEntries(FILES.map((name) => [name, digest(join(partial, name))]));
    const failed = outcomes.filter((o) => o.measured === null).length;
    const check: Check = { runs: runs.count, series: series.count, failed, files };
    const signed = { check, sum: digestOf(JSON.stringify(check)) };
    writeWhole(join(partial, "check.json"), JSON.stringify(signed));
    rmSync(place, { recursive: true, force: true });
    renameSync(partial, place);
  });
}

export type PartState = "missing" | "damaged" | "with failures" | "done";

/** How a part stands: whether its files are all there and as they were written. */
export function partState(parts: Parts, part: number): PartState {
  const place = partFolder(parts.folder, part);
  if (!existsSync(place)) return "missing";
  try {
    const check = checkOf(parts, part);
    return check.failed > 0 ? "with failures" : "done";
  } catch (error) {
    if (error instanceof FolderError || (error as { code?: string }).code === "ENOENT") return "damaged";
    throw error;
  }
}

/** @throws FolderError that names the part when it is not what was written. */
function checkOf({ folder, plan }: Parts, part: number): Check {
  const place = partFolder(folder, part);
  const { check, sum } = readJson(join(place, "check.json")) as { readonly check: Check; readonly sum: string };
  const whole =
    sum === digestOf(JSON.stringify(check) ?? "") &&
    check.runs === runsOf(plan, part).length &&
    FILES.every((name) => existsSync(join(place, name)) && digest(join(place, name)) === check.files[name]);
  if (!whole) throw new FolderError(damagedPart(place));
  return check;
}

/** The rows of a part, checked. @throws FolderError when it is missing, damaged, or short of rows. */
export async function readPart(
  parts: Parts,
  part: number,
): Promise<{ runs: Record<string, Cell>[]; series: Record<string, Cell>[] }> {
  const check = checkOf(parts, part);
  const place = partFolder(parts.folder, part);
  const [runs, series] = await Promise.all(FILES.map((name) => readTable(join(place, name))));
  if (runs.length === check.runs && series.length === check.series) return { runs, series };
  const [read, written] = [[runs.length, series.length] as const, [check.runs, check.series] as const];
  throw new FolderError(rowsMissing(place, read, written));
}

/** Removes what a killed process left half-written. */
export function sweepPartials(folder: string): void {
  makeFolder(partsFolder(folder));
  for (const name of readdirSync(partsFolder(folder)))
    if (name.endsWith(".partial")) rmSync(join(partsFolder(folder), name), { recursive: true, force: true });
}
