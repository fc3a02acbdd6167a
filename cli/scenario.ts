import { existsSync, readFileSync, statSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { readScenario, type ScenarioFile } from "../engine/authoring.ts";
import { packageHome } from "./home.ts";
import { type Options, UsageError } from "./verb.ts";

const MAX_BYTES = 5_000_000;

export const libraryFolder = (): string => join(packageHome(), "scenarios", "library");

/** Ids of the scenarios that come with the package. */
export function libraryIds(): string[] {
  return readdirSync(libraryFolder())
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => basename(name, ".yaml"))
    .toSorted();
}

/** The text of a scenario named by library id or by file. @throws UsageError when there is none, or it is too large. */
export function scenarioText(name: string, lang: Options["lang"], beside = "."): { file: string; text: string } {
  const inLibrary = join(libraryFolder(), `${name}.yaml`);
  const file = existsSync(resolve(beside, name)) ? resolve(beside, name) : inLibrary;
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new UsageError(
      lang === "zh"
        ? `没有名为 “${name}” 的情景或文件。自带情景：${libraryIds().join("、")}`
        : `no scenario or file “${name}”. Scenarios that come with pricewar: ${libraryIds().join(", ")}`,
    );
  }
  const shown = file === inLibrary ? `scenarios/library/${name}.yaml` : name;
  if (statSync(file).size > MAX_BYTES) {
    const size = `${(statSync(file).size / 1e6).toFixed(0)} MB`;
    throw new UsageError(
      lang === "zh"
        ? `${shown}:1:1 文件过大（${size}），情景文件上限为 5 MB`
        : `${shown}:1:1 the file is too large (${size}); a scenario file has at most 5 MB`,
    );
  }
  return { file: shown, text: readFileSync(file, "utf8") };
}

/** Reads a scenario with the common flags applied. @throws ScenarioErrors with file, line and column. */
export function openScenario(name: string, options: Pick<Options, "lang" | "set" | "agents" | "weeks">): ScenarioFile {
  const { file, text } = scenarioText(name, options.lang);
  const set: Record<string, string> = {};
  for (const pair of options.set) {
    const at = pair.indexOf("=");
    if (at < 1) throw new UsageError(`--set ${pair}: expected path=value, e.g. --set demand.mu=0.3`);
    set[pair.slice(0, at).trim()] = pair.slice(at + 1).trim();
  }
  if (options.agents !== undefined) set["demand.agents"] = options.agents;
  return readScenario(text, {
    file,
    set,
    weeks: options.weeks === undefined ? undefined : wholeNumber("--weeks", options.weeks, 1, 5200),
    resolve: (parent) => scenarioText(parent, options.lang, dirname(resolve(name))),
  });
}

export function wholeNumber(flag: string, text: string, min: number, max: number): number {
  const x = Number(text);
  if (!Number.isInteger(x) || x < min || x > max) {
    throw new UsageError(`${flag} ${text}: expected a whole number from ${min} to ${max}`);
  }
  return x;
}
