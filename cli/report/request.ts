import { existsSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { focusOf } from "../../engine/index.ts";
import { freemem } from "node:os";
import { memoryNeeded, type Named } from "../../report/document/gather.ts";
import type { Asked } from "../../report/document/manifest.ts";
import { sections } from "../../report/document/sections/index.ts";
import { DEFAULT_TEMPLATE, templates } from "../../report/document/templates.ts";
import { baseName, writers } from "../../report/writers/index.ts";
import { nearest } from "../../engine/text/nearest.ts";
import { FolderError, ownFile, refuseExisting } from "../folder/files.ts";
import { exists } from "../folder/problem-words.ts";
import { noFocus, noPicture, noSuchThing, tooLarge, tooManyScenarios } from "../problem-words.ts";
import { currencyAsked } from "../reader-money.ts";
import { type Options, UsageError } from "../verb.ts";
import { wholeNumber } from "../whole-number.ts";

const DEFAULT_RUNS = 20;
const MOST_SCENARIOS = 6;

/** Words on the command line as a request for a report. @throws UsageError naming what there is. */
export function askedFor(names: readonly string[], options: Options): Asked {
  const { lang, seed, set, agents, weeks } = options;
  if (names.length > MOST_SCENARIOS) throw new UsageError(tooManyScenarios(MOST_SCENARIOS));
  const chosen = options.sections === undefined ? undefined : listed(options.sections);
  for (const id of chosen ?? []) known("--sections", id, sections.ids());
  const template = String(options.template ?? DEFAULT_TEMPLATE);
  known("--template", template, templates.ids());
  return {
    names: names.map((name) => basename(name)),
    set,
    template,
    sections: chosen,
    lang,
    seed,
    runs: wholeNumber("-n", String(options.runs ?? DEFAULT_RUNS), 1, 100_000),
    nash: options.nash === true,
    draws: options.draws === undefined ? undefined : String(options.draws),
    focus: focusOption(options.focus),
    currency: currencyAsked(options),
    note: options.note === undefined ? undefined : String(options.note),
    logo: options.logo === undefined ? undefined : picture(String(options.logo)),
    agents,
    weeks,
  };
}

/** @throws UsageError for what is no output of a series */
export function focusOption(given: unknown): string | undefined {
  if (given === undefined) return undefined;
  if (focusOf(String(given))) return String(given);
  throw new UsageError(noFocus(String(given)));
}

const PICTURES: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".svg": "image/svg+xml",
};

/** A picture file as a data URL. @throws UsageError, FolderError */
function picture(path: string): string {
  const type = PICTURES[extname(path).toLowerCase()];
  if (!type) throw new UsageError(noPicture(path));
  return `data:${type};base64,${ownFile(path).toString("base64")}`;
}

const listed = (flag: unknown): string[] =>
  String(flag)
    .split(",")
    .map((id) => id.trim());

function known(flag: string, id: string, ids: readonly string[]): void {
  if (!ids.includes(id)) throw new UsageError(noSuchThing(flag, id, nearest(id, ids), ids));
}

/** Where files go: --out names a folder, or one file whose ending says the format. */
export interface Target {
  readonly folder: string;
  readonly base: string | null; // file name without ending; null: the report's own
  readonly formats: readonly string[];
}

export function targetOf({ out, format }: Options): Target {
  const ending = out === undefined ? "" : extname(out).slice(1).toLowerCase();
  const byEnding = writers.list().find((w) => w.extension === ending && !w.many);
  const formats = format === undefined ? [byEnding?.id ?? "html"] : listed(format);
  for (const id of formats) known("--format", id, writers.ids());
  if (out === undefined) return { folder: ".", base: null, formats };
  if (!byEnding && existsSync(out) && !statSync(out).isDirectory()) throw new FolderError(exists(out));
  if (!byEnding) return { folder: out, base: null, formats };
  return { folder: dirname(out), base: basename(out).slice(0, -ending.length - 1), formats };
}

/** Files of a report that are there already; where a format makes several, their names come with the charts. */
export function refuseFiles({ folder, base, formats }: Target, named: readonly Named[], asked: Asked): void {
  const template = asked.sections ? "" : asked.template;
  const manifest = { arms: named.map(({ scenario }) => ({ id: scenario.id })), template, lang: asked.lang };
  const name = base ?? baseName({ manifest });
  for (const writer of formats.map((id) => writers.get(id)))
    if (!writer.many) refuseExisting(join(folder, `${name}.${writer.extension}`));
}

const PART = 0.7; // of the memory that is free

/** A report holds every run at once. @throws UsageError where that would not fit, with what to do instead. */
export function checkMemory(named: readonly Named[], runs: number): void {
  const [need, have] = [memoryNeeded(named, runs), PART * freemem()];
  if (need <= have) return;
  const most = Math.max(1, Math.floor((runs * have) / need));
  const gb = (x: number) => (x / 1e9).toFixed(1);
  throw new UsageError(tooLarge(runs, gb(need), gb(have), most));
}
