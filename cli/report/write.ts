import { existsSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ReportDocument } from "../../report/document/model.ts";
import { type Artefact, baseName, writers } from "../../report/writers/index.ts";
import { makeFolder, onDisk, refuseExisting, writeFlushed } from "../folder/files.ts";
import { nodeHost } from "./host.ts";
import type { Target } from "./request.ts";

/** Writes a report in every format asked for, all of them or none. Returns the files' paths. */
export async function writeReport(document: ReportDocument, { folder, base, formats }: Target): Promise<string[]> {
  const host = nodeHost(document.lang);
  const artefacts: Artefact[] = [];
  for (const id of formats)
    artefacts.push(...(await writers.get(id).write(document, host, base ?? baseName(document))));
  const files = artefacts.map(({ name, bytes }) => ({ path: join(folder, name), bytes }));
  for (const { path } of files) refuseExisting(path);
  const isNew = !existsSync(folder);
  makeFolder(folder);
  try {
    writeAll(files);
  } catch (error) {
    if (isNew) rmdirSync(folder);
    throw error;
  }
  return files.map(({ path }) => path);
}

/** Writes and flushes every file under another name, then renames them all; where one does not fit, none is left. */
function writeAll(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): void {
  const partial = (path: string) => `${path}.partial`;
  try {
    for (const { path, bytes } of files) onDisk(path, () => writeFlushed(partial(path), bytes));
    for (const { path } of files) onDisk(path, () => renameSync(partial(path), path));
  } catch (error) {
    for (const { path } of files) rmSync(partial(path), { force: true });
    throw error;
  }
}
