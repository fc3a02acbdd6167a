import type { Scenario } from "../../engine/index.ts";
import type { Runner } from "../../workers/runner.ts";
import { runJson } from "../run-json.ts";
import { libraryIds, openScenario } from "../scenario.ts";
import type { Options } from "../verb.ts";
import { type Compared, compareNumbers, numbersOf, type RunJson } from "./buckets.ts";
import type { Why } from "./diff-words.ts";
import { askOther, type Other, otherRun } from "./other.ts";

/** How one scenario of the library answers here, against how it answered there. */
export interface Row {
  readonly id: string;
  readonly why: Why;
  readonly found: Compared | null; // null where only one has it
}

interface Asking {
  readonly other: Other;
  readonly runner: Runner;
  readonly signal: AbortSignal;
  readonly options: Options;
}

/** Every scenario of either version, in order. */
export async function diffLibrary(asking: Asking, told: (done: number) => void): Promise<readonly Row[]> {
  const printed = await askOther(asking.other, ["list", "scenarios", "--json"], asking.signal);
  const { scenarios } = JSON.parse(printed) as { scenarios: readonly { readonly id: string }[] };
  const theirs = scenarios.map(({ id }) => id);
  const all = [...new Set([...theirs, ...libraryIds()])].toSorted();
  const rows: Row[] = [];
  for (const id of all) {
    if (!libraryIds().includes(id)) rows.push({ id, why: "removed", found: null });
    else if (!theirs.includes(id)) rows.push({ id, why: "added", found: null });
    else rows.push(await diffScenario(id, asking));
    told(rows.length / all.length);
  }
  return rows;
}

async function diffScenario(id: string, asking: Asking): Promise<Row> {
  const { options, signal, other } = asking;
  const flags = ["--seed", options.seed, ...flag("--agents", options.agents), ...flag("--weeks", options.weeks)];
  const before = await otherRun(other, id, flags, signal);
  const after = await ours(openScenario(id, options).scenario, asking);
  const found = compareNumbers(numbersOf(before.run), numbersOf(after));
  if (found.bucket === 0) return { id, why: "same", found };
  // Their scenario in this engine parts what the model does from what the data do
  const between = await ours(before.scenario, asking).catch(() => null);
  if (between === null) return { id, why: "unknown", found };
  const [model, data] = [
    compareNumbers(numbersOf(before.run), numbersOf(between)).bucket > 0,
    compareNumbers(numbersOf(between), numbersOf(after)).bucket > 0,
  ];
  return { id, why: model && data ? "both" : model ? "model" : "scenario", found };
}

const flag = (name: string, value: string | undefined): string[] => (value === undefined ? [] : [name, value]);

/** As `run --json` prints it, where numbers that do not exist are null. */
async function ours(scenario: Scenario, { runner, signal, options: { seed } }: Asking): Promise<RunJson> {
  const recording = await runner.run({ scenario, seed }, { signal });
  return JSON.parse(JSON.stringify(runJson(recording, scenario, seed))) as RunJson;
}
