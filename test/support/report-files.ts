import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pricewar } from "./cli.ts";

export const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Reports from the built command line, in a folder of their own: file name to bytes. */
export async function reportFiles(args: readonly string[]): Promise<Map<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), "pricewar-report-"));
  const { code, stderr } = await pricewar(["report", ...args, "--quiet", "--out", folder]);
  if (code !== 0) throw new Error(stderr);
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

/** The one file with an ending. */
export function withEnding(files: ReadonlyMap<string, Buffer>, ending: string): Buffer {
  const found = [...files].filter(([name]) => name.endsWith(ending));
  if (found.length !== 1) throw new Error(`${found.length} files end in ${ending}: ${[...files.keys()].join(", ")}`);
  return found[0][1];
}
