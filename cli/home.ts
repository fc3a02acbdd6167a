import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The package's own folder, wherever the built file ended up in it. */
export function packageHome(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, "package.json"))) at = dirname(at);
  return at;
}

export const version = (): string => JSON.parse(readFileSync(join(packageHome(), "package.json"), "utf8")).version;
