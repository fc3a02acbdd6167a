import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onDisk } from "./folder/files.ts";
import { packageHome, version } from "./home.ts";
import { leftAsItIs } from "./problem-words.ts";
import { UsageError } from "./verb.ts";

/**
 * A folder to work in: a scenario, a design, a strategy in TypeScript with its test, a script for a report, a workflow
 * for pull requests. Returns the files' names. @throws UsageError where something lies there already
 */
export function newProject(folder: string): readonly string[] {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    throw new UsageError(leftAsItIs(folder));
  const isNew = !existsSync(folder);
  try {
    return onDisk(folder, () => filled(folder));
  } catch (error) {
    if (isNew) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function filled(folder: string): readonly string[] {
  cpSync(join(packageHome(), "scenarios", "project"), folder, { recursive: true });
  renameSync(join(folder, "gitignore"), join(folder, ".gitignore")); // under its own name npm would not pack it
  const manifest = join(folder, "package.json");
  writeFileSync(manifest, readFileSync(manifest, "utf8").replace("PRICEWAR_VERSION", version()));
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted();
}
