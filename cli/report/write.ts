import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ReportDocument } from "../../report/document/model.ts";
import { type Artefact, baseName, writers } from "../../report/writers/index.ts";
import { FolderError, makeFolder, writeWhole } from "../folder/files.ts";
import { nodeHost } from "./host.ts";
import type { Target } from "./request.ts";

/** Writes a report in every format asked for, all of them or none. Returns the files' paths. */
export async function writeReport(document: ReportDocument, { folder, base, formats }: Target): Promise<string[]> {
  const host = nodeHost(document.lang);
  const artefacts: Artefact[] = [];
  for (const id of formats) artefacts.push(...(await writers.get(id).write(document, host, base ?? baseName(document)))); // prettier-ignore
  const paths = artefacts.map(({ name }) => join(folder, name));
  for (const path of paths) refuseExisting(path);
  makeFolder(folder);
  artefacts.forEach(({ bytes }, k) => writeWhole(paths[k], bytes));
  return paths;
}

/** What is there is somebody's. */
export function refuseExisting(path: string): void {
  if (existsSync(path)) throw new FolderError({ en: `${path} exists; choose another --out`, zh: `${path} 已经存在，请换一个 --out` }); // prettier-ignore
}
