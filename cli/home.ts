import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The package's own folder, wherever the built file ended up in it. @throws Error where a file was taken out of it */
export function packageHome(from = dirname(fileURLToPath(import.meta.url))): string {
  let at = from;
  while (!existsSync(join(at, "package.json"))) {
    const above = dirname(at);
    if (above === at) throw new Error(`no package.json above ${from}: pricewar has to stay in its package`);
    at = above;
  }
  return at;
}

export const version = (): string => JSON.parse(readFileSync(join(packageHome(), "package.json"), "utf8")).version;
