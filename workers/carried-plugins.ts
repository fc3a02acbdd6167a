import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** A plugin as it travels with a job: its code, and a hash that tells it from another of the same name. */
export interface CarriedPlugin {
  readonly name: string;
  readonly hash: string;
  readonly code: string;
}

/** A plugin that needs another file, which no worker has. */
export class NotOneFile extends Error {
  override readonly name = "NotOneFile";
  readonly file: string;
  readonly needs: string;

  constructor(file: string, needs: string) {
    super(`${file} imports ${needs}: over a queue a plugin is one file`);
    this.file = file;
    this.needs = needs;
  }
}

const hashOf = (code: string): string => createHash("sha256").update(code).digest("hex");

/** Imports that are neither Node's nor ours. */
const IMPORT = /\b(?:from|import)\s*\(?\s*["'](?!node:|pricewar(?:\/|["']))([^"']+)["']/;

/** @throws NotOneFile */
export function carried(url: string): CarriedPlugin {
  const path = fileURLToPath(url);
  const code = readFileSync(path, "utf8");
  const needs = IMPORT.exec(code)?.[1];
  if (needs !== undefined) throw new NotOneFile(basename(path), needs);
  return { name: basename(path), hash: hashOf(code), code };
}

let folder: string | null = null;
const unpacked = new Map<string, string>();

/** Where a plugin that came with a job lies now, as a URL: by its hash, each once. @throws where it came to harm. */
export function unpackPlugin({ name, hash, code }: CarriedPlugin): string {
  if (hashOf(code) !== hash) throw new Error(`plugin ${name}: not what was sent`);
  const known = unpacked.get(hash);
  if (known !== undefined) return known;
  folder ??= newFolder();
  const place = join(folder, hash);
  mkdirSync(place);
  const file = join(place, basename(name));
  writeFileSync(file, code);
  const url = pathToFileURL(file).href;
  unpacked.set(hash, url);
  return url;
}

/** A folder of this thread's own, in which `pricewar` means this package. */
function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), "pricewar-plugins-"));
  mkdirSync(join(made, "node_modules"));
  symlinkSync(home(), join(made, "node_modules", "pricewar"), "junction");
  writeFileSync(join(made, "package.json"), JSON.stringify({ type: "module" }));
  return made;
}

function home(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, "package.json"))) at = dirname(at);
  return at;
}
