import { existsSync, lstatSync, mkdtempSync, rmdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { inFile } from "../problem-words.ts";
import { FolderError, onDisk } from "./files.ts";
import { REASONS } from "./problem-words.ts";

/**
 * Finds out whether something of this name can be written, before a long run rather than after it: its name may be too
 * long, its place a file, read-only, or another's. @throws FolderError that says why not
 */
export function refuseUnwritable(path: string): void {
  onDisk(path, () => {
    lstatSync(`${path}.partial`, { throwIfNoEntry: false });
    const place = placeOf(resolve(path));
    if (!statSync(place).isDirectory()) throw new FolderError(inFile(path, REASONS.ENOTDIR));
    rmdirSync(mkdtempSync(join(place, ".pricewar-"))); // permissions alone do not tell: root has all of them
  });
}

/** The folder that a file or folder of this name is made in; itself, where it is a folder already. */
function placeOf(path: string): string {
  if (existsSync(path) && statSync(path).isDirectory()) return path;
  let at = dirname(path);
  while (!existsSync(at)) at = dirname(at);
  return at;
}
