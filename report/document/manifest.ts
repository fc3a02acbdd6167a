import {
  fingerprint,
  recordingFingerprint,
  type Language,
  type Scenario,
  type Source,
  type Text,
} from "../../engine/index.ts";
import type { Provenance } from "../../engine/authoring.ts";
import { letterOf } from "../../words/names.ts";
import type { Arm } from "./arm.ts";

/** What it takes to get the same report again, in every file a report becomes. No clock, path or machine. */
export interface Manifest {
  readonly program: "pricewar";
  readonly version: string;
  readonly kind: "report";
  readonly command: string; // without --format: the file's own is appended
  readonly lang: Language;
  readonly template: string;
  readonly sections: readonly string[];
  readonly seed: string;
  readonly replications: number; // 0 to n-1
  readonly nash: boolean; // whether prices of competition were computed
  readonly draws?: string; // of what is not known, that every run but the first takes one of
  readonly focus: string | null; // the output it is about
  readonly arms: readonly ManifestArm[];
}

interface ManifestArm {
  readonly letter: string;
  readonly id: string;
  readonly hash: string; // of the scenario
  readonly fingerprint: string; // of every number recorded in replication 0
  readonly sources: readonly Tagged[];
  readonly scenario: Scenario; // in full
  readonly from?: Scenario; // what it was made from by hand
  readonly called?: Text; // a name given by hand
  readonly provenance: Readonly<Record<string, Provenance>>; // of its numbers, by path
}

/** A source, how far it was checked, and how many numbers rest on it. */
export interface Tagged extends Source {
  readonly id: string;
  readonly numbers: number;
}

export function manifestArm(arm: Arm, k: number): ManifestArm {
  const { scenario } = arm;
  return {
    letter: letterOf(k),
    id: scenario.id,
    hash: fingerprint(scenario),
    fingerprint: recordingFingerprint(arm.recordings[0]),
    sources: taggedSources(arm),
    scenario,
    ...(arm.from && { from: arm.from }),
    ...(arm.called && { called: arm.called }),
    provenance: arm.provenance,
  };
}

export function taggedSources({ scenario, provenance }: Pick<Arm, "scenario" | "provenance">): Tagged[] {
  const numbers = new Map<string, number>();
  for (const { source } of Object.values(provenance)) if (source) numbers.set(source, (numbers.get(source) ?? 0) + 1);
  return Object.entries(scenario.sources).map(([id, source]) => ({ id, ...source, numbers: numbers.get(id) ?? 0 }));
}

/** How a report was asked for; the same words from the app and from the command line. */
export interface Asked {
  readonly names: readonly string[]; // scenarios as they were named
  readonly set: readonly string[]; // path=value
  readonly template: string;
  readonly sections?: readonly string[]; // chosen by hand
  readonly lang: Language;
  readonly seed: string;
  readonly runs: number;
  readonly nash: boolean;
  readonly draws?: string; // of what is not known, by file or by the scenario that they come with
  readonly focus?: string; // an output
  readonly currency?: string; // of its amounts; missing: the first scenario's
  readonly note?: string; // the analyst's own words
  readonly logo?: string; // a picture as a data URL
  readonly agents?: string;
  readonly weeks?: string;
  readonly command?: string; // where another verb than report made it
}

/** The one command that makes the report again. */
export function commandOf(asked: Asked): string {
  if (asked.command !== undefined) return asked.command;
  const flags = [
    asked.sections ? `--sections ${asked.sections.join(",")}` : `--template ${asked.template}`,
    `--lang ${asked.lang}`,
    `-n ${asked.runs}`,
    `--seed ${quoted(asked.seed)}`,
    ...(asked.currency === undefined ? [] : [`--currency ${asked.currency}`]),
    ...(asked.focus === undefined ? [] : [`--focus ${quoted(asked.focus)}`]),
    ...(asked.note ? [`--note ${quoted(asked.note)}`] : []),
    ...(asked.logo ? ["--logo logo.png"] : []),
    ...(asked.nash ? ["--nash"] : []),
    ...(asked.draws === undefined ? [] : [`--draws ${quoted(asked.draws)}`]),
    ...(asked.agents === undefined ? [] : [`--agents ${asked.agents}`]),
    ...(asked.weeks === undefined ? [] : [`--weeks ${asked.weeks}`]),
    ...asked.set.map((pair) => `--set ${quoted(pair)}`),
  ];
  return `pricewar report ${asked.names.map(quoted).join(" ")} ${flags.join(" ")}`;
}

/** A word of a command line as a shell takes it. */
export const quoted = (word: string): string =>
  /^[\w.,:=/+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** The manifest of one file. */
export const manifestFor = (manifest: Manifest, format: string): Manifest => ({
  ...manifest,
  command: `${manifest.command} --format ${format}`,
});
