import { existsSync, readFileSync, statSync, readdirSync } from "node:fs";
import { onDisk, readAtMost } from "./folder/files.ts";
import { basename, dirname, join, resolve } from "node:path";
import { readScenario, type ScenarioFile } from "../engine/authoring.ts";
import { say, type Scenario } from "../engine/index.ts";
import { decodeText } from "../engine/text/decode.ts";
import type { Text } from "../engine/text/text.ts";
import { nearest } from "../engine/text/nearest.ts";
import { builtScenario } from "./built-scenario.ts";
import { tell } from "./io.ts";
import { packageHome } from "./home.ts";
import { isFolder, noScenarioOrFile, scenarioTooLarge, setHow } from "./problem-words.ts";
import { wholeNumber } from "./whole-number.ts";
import { type Options, UsageError } from "./verb.ts";

const MAX_BYTES = 1_000_000;

const libraryFolder = (): string => join(packageHome(), "scenarios", "library");

export const gamesFolder = (): string => join(packageHome(), "scenarios", "games");

/** Ids of the scenarios that come with the package. */
export function libraryIds(): string[] {
  return readdirSync(libraryFolder())
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => basename(name, ".yaml"))
    .toSorted();
}

export const inLibrary = (name: string): boolean => libraryIds().includes(name);
export const isScenario = (name: string): boolean => existsSync(name) || inLibrary(name);

/** The text of a scenario named by library id or by file. @throws UsageError when there is none, or it is too large. */
export function scenarioText(name: string, folder = "."): { file: string; text: string } {
  const kept = join(libraryFolder(), `${name}.yaml`);
  const file = name !== "" && existsSync(resolve(folder, name)) ? resolve(folder, name) : kept;
  if (!existsSync(file)) throw new UsageError(noScenario(name));
  if (statSync(file).isDirectory()) throw new UsageError(isFolder(name));
  const shown = file === kept ? `scenarios/library/${name}.yaml` : name;
  const bytes = onDisk(shown, () => readAtMost(file, MAX_BYTES));
  if (bytes === null) throw new UsageError(scenarioTooLarge(shown, `${MAX_BYTES / 1e6} MB`));
  return { file: shown, text: decodeText(bytes) };
}

/** The text of a scenario of the library. @throws UsageError for any other name: no file is looked for. */
export function libraryText(id: string): { file: string; text: string } {
  if (!inLibrary(id)) throw new UsageError(noScenario(id));
  const shown = `scenarios/library/${id}.yaml`;
  return { file: shown, text: readFileSync(join(packageHome(), shown), "utf8") };
}

/** Reads a scenario with the common flags applied. @throws ScenarioErrors with file, line and column. */
export function openScenario(
  name: string,
  options: Pick<Options, "set" | "agents" | "weeks"> & Partial<Pick<Options, "plugin">>,
): ScenarioFile {
  const built = builtScenario(name, options);
  if (built) return built;
  const { file, text } = scenarioText(name);
  const pairs = options.set.map((pair) => {
    const at = pair.indexOf("=");
    if (at < 1) throw new UsageError(setHow(pair));
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
  if (options.agents !== undefined) pairs.push(["demand.agents", options.agents]);
  const set = Object.fromEntries(pairs); // an assignment would take __proto__ for no name of its own
  return readScenario(text, {
    file,
    set,
    weeks: options.weeks === undefined ? undefined : wholeNumber("--weeks", options.weeks, 1, 5200),
    resolve: (parent) => scenarioText(parent, dirname(resolve(name))),
  });
}

/** What a file extends, as it is by itself; null for one that extends nothing or comes with the package. */
export function extended(name: string, options: Pick<Options, "agents" | "weeks">): Scenario | null {
  if (!existsSync(resolve(name))) return null;
  const folder = dirname(resolve(name));
  const { file, text } = scenarioText(name);
  const parents: string[] = [];
  readScenario(text, { file, set: {}, resolve: (parent) => (parents.push(parent), scenarioText(parent, folder)) });
  const [parent] = parents;
  if (parent === undefined) return null;
  const beside = resolve(folder, parent);
  return openScenario(existsSync(beside) ? beside : parent, { ...options, set: [] }).scenario;
}

/** A scenario, for whoever reads along: what the scenario leaves out of the one it extends is told. */
export function openAloud(name: string, options: Options): ScenarioFile {
  const opened = openScenario(name, options);
  if (!options.quiet) for (const note of opened.notes) tell(say(note, options.lang));
  return opened;
}

/** What to say where there is none of that name. */
export function noScenario(name: string): Text {
  const ids = libraryIds();
  return noScenarioOrFile(name, nearest(name, ids), ids);
}
