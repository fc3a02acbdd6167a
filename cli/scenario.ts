import { existsSync, readFileSync, statSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { readScenario, type ScenarioFile } from "../engine/authoring.ts";
import type { Text } from "../engine/text/text.ts";
import { nearest } from "../engine/text/nearest.ts";
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

export const isScenario = (name: string): boolean => existsSync(name) || libraryIds().includes(name);

/** The text of a scenario named by library id or by file. @throws UsageError when there is none, or it is too large. */
export function scenarioText(name: string, lang: Options["lang"], beside = "."): { file: string; text: string } {
  const inLibrary = join(libraryFolder(), `${name}.yaml`);
  const file = existsSync(resolve(beside, name)) ? resolve(beside, name) : inLibrary;
  if (!existsSync(file)) throw new UsageError(noScenario(name)[lang]);
  if (!statSync(file).isFile())
    throw new UsageError(
      lang === "zh" ? `${name}：这是文件夹，应为情景文件` : `${name}: a folder; expected a scenario file`,
    );
  const shown = file === inLibrary ? `scenarios/library/${name}.yaml` : name;
  if (statSync(file).size > MAX_BYTES) {
    const size = `${(statSync(file).size / 1e6).toFixed(0)} MB`;
    throw new UsageError(
      lang === "zh"
        ? `${shown}:1:1  文件过大（${size}），情景文件上限为 5 MB`
        : `${shown}:1:1  the file is too large (${size}); a scenario file has at most 5 MB`,
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
    if (at < 1)
      throw new UsageError({
        en: `--set ${pair}: expected path=value, e.g. --set demand.mu=0.3`,
        zh: `--set ${pair}：应写作“路径=值”，如 --set demand.mu=0.3`,
      });
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

/** What to say where there is none of that name. */
export function noScenario(name: string): Text {
  const ids = libraryIds();
  const near = nearest(name, ids);
  return {
    en: `no scenario or file “${name}”${near ? `; did you mean “${near}”?` : "."} Scenarios that come with pricewar: ${ids.join(", ")}`,
    zh: `没有名为“${name}”的情景或文件${near ? `，是不是“${near}”？` : "。"}自带情景：${ids.join("、")}`,
  };
}

export function wholeNumber(flag: string, text: string, min: number, max: number): number {
  const x = Number(text);
  if (!Number.isInteger(x) || x < min || x > max) {
    throw new UsageError({
      en: `${flag} ${text}: expected a whole number from ${min} to ${max}`,
      zh: `${flag} ${text}：应为 ${min} 到 ${max} 之间的整数`,
    });
  }
  return x;
}
