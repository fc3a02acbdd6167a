import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder and those above it, one by one. Not `mkdirSync(..., {recursive: true})`: where a parent refuses with
 * ENOENT, as /proc does, Node 20 tries for ever.
 * @throws the system's error for the first that cannot be made.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at); at = dirname(at)) missing.push(at);
  for (const folder of missing.toReversed()) mkdirSync(folder);
}
