import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Recording, recordingFingerprint } from "../../engine/index.ts";
import { gather } from "../../report/document/gather.ts";
import { FolderError, readJson } from "../folder/files.ts";
import { version } from "../home.ts";
import { withRunner } from "../runner.ts";
import { currencyAsked, shownIn } from "../reader-money.ts";
import type { Options } from "../verb.ts";
import { manyRuns, noRunFolder, otherNumbers } from "./problem-words.ts";
import type { ExportTarget } from "./export-target.ts";
import { runDocument } from "./run-document.ts";
import { openSources } from "./sources.ts";
import { writeReport } from "./write.ts";

/**
 * A run folder's charts and data as files of a report: the manifest tells how to run it again, which gives the same
 * numbers. Returns the files' paths.
 */
export async function exportRun(
  folder: string,
  formats: readonly string[],
  { folder: into, base }: ExportTarget,
  options: Options,
): Promise<readonly string[]> {
  const { lang } = options;
  const manifest = manifestOf(folder);
  const named = openSources([folder], options);
  const { seed = "1" } = manifest;
  const asked = {
    name: folder.split(/[\\/]/).findLast(Boolean) ?? folder,
    lang,
    seed: String(seed),
    currency: currencyAsked(options),
    command: manifest.command && `${manifest.command} && pricewar export run --lang ${lang}${asIn(options)}`,
  };
  shownIn(asked.currency, named[0].scenario); // whether there is a rate
  const once = { runs: 1, seed: asked.seed, nash: false, swings: false };
  const arms = await withRunner(options, (pool, signal) => gather(named, pool, { ...once, signal }));
  sameNumbers(folder, manifest, arms[0].recordings[0]);
  const document = runDocument(arms, asked);
  return writeReport(document, { folder: into, base, formats });
}

/** As it stands on a command line that says it again. */
function asIn(options: Options): string {
  const currency = currencyAsked(options);
  return currency === undefined ? "" : ` --currency ${currency}`;
}

interface RunManifest {
  readonly kind?: string;
  readonly seed?: string;
  readonly command?: string; // ends in --out run, whatever the folder is called here
  readonly version?: string;
  readonly fingerprint?: string;
}

/** What is exported is the run that lies in the folder, or nothing. @throws FolderError where it comes out otherwise */
function sameNumbers(folder: string, { fingerprint, version: then }: RunManifest, recording: Recording): void {
  if (fingerprint === undefined || fingerprint === recordingFingerprint(recording)) return;
  throw new FolderError(otherNumbers(folder, version(), then));
}

/** @throws FolderError for the folder of a sweep or the like: one run of it would pass for the whole. */
function manifestOf(folder: string): RunManifest {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new FolderError(noRunFolder(folder));
  const manifest = readJson(join(folder, "manifest.json")) as RunManifest;
  if (manifest.kind === "run") return manifest;
  throw new FolderError(manyRuns(folder));
}
