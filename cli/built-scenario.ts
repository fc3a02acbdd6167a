import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ScenarioFile } from "../engine/authoring.ts";
import { packageHome } from "./home.ts";
import type { Options } from "./verb.ts";

interface Built {
  readonly texts: Readonly<Record<string, string>>; // digests of what it was read from, by file
  readonly read: ScenarioFile;
}

/** In a checkout scenarios are read: only what is built goes with what was built. */
const FOLDER = import.meta.url.endsWith(".ts") ? null : new URL("./scenarios/", import.meta.url);

/**
 * A scenario of the library as it was read when the program was built: reading takes longer than running it. Null where
 * something is set, a file of that name lies here, plugins may know more fields, or a text is no longer what it was.
 */
export function builtScenario(
  name: string,
  { set, agents, weeks, plugin = [] }: Pick<Options, "set" | "agents" | "weeks"> & Partial<Pick<Options, "plugin">>,
  folder: URL | null = FOLDER,
): ScenarioFile | null {
  if (set.length > 0 || agents !== undefined || weeks !== undefined || plugin.length > 0) return null;
  if (folder === null || !/^[\w-]+$/.test(name) || existsSync(name)) return null;
  const file = new URL(`${name}.json`, folder);
  if (!existsSync(file)) return null;
  const { texts, read } = JSON.parse(readFileSync(file, "utf8")) as Built;
  return Object.entries(texts).every(([text, digest]) => digestOf(join(packageHome(), text)) === digest) ? read : null;
}

const digestOf = (file: string): string | null =>
  existsSync(file) ? createHash("sha256").update(readFileSync(file)).digest("hex") : null;
