import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import type { Scenario } from "../../engine/index.ts";
import { UsageError } from "../verb.ts";
import type { RunJson } from "./buckets.ts";
import { notPublished, noVersion } from "./diff-words.ts";

/** Another version of pricewar: the words that start it. */
export type Other = readonly string[];

/** A version on npm, or a folder with a built or installed pricewar in it. @throws UsageError */
export function otherVersion(name: string): Other {
  if (/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(name)) return ["npx", "--yes", `pricewar@${name}`];
  const places = ["dist/cli/main.js", "node_modules/pricewar/dist/cli/main.js"].map((place) => resolve(name, place));
  const main = places.find((place) => existsSync(place));
  if (main === undefined) throw new UsageError(noVersion(name));
  return [process.execPath, main];
}

/** Runs a verb of the other version; what it prints. @throws Error with what it says when it fails */
export function askOther(other: Other, words: readonly string[], signal?: AbortSignal): Promise<string> {
  const [program, ...first] = other;
  return new Promise((done, reject) => {
    const child = spawn(program, [...first, ...words], { signal, shell: process.platform === "win32" });
    const out = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => (out.stdout += String(chunk)));
    child.stderr.on("data", (chunk) => (out.stderr += String(chunk)));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? done(out.stdout) : reject(failed(other, out.stderr.trim()))));
  });
}

const UNKNOWN = /\bnpm (?:error|ERR!) code (?:E404|ETARGET)\b/;

const failed = (other: Other, said: string): Error =>
  UNKNOWN.test(said) ? new UsageError(notPublished(other.at(-1)!)) : new Error(said);

interface OtherRun {
  readonly run: RunJson;
  readonly scenario: Scenario; // as that version read it
}

/** One run of the other version, and the scenario in full. */
export async function otherRun(other: Other, id: string, flags: readonly string[], signal?: AbortSignal) {
  const scratch = mkdtempSync(join(tmpdir(), "pricewar-diff-"));
  try {
    const folder = join(scratch, "run");
    const printed = await askOther(other, ["run", id, "--out", folder, "--json", "--quiet", ...flags], signal);
    const { scenario } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as { scenario: Scenario };
    return { run: JSON.parse(printed) as RunJson, scenario } satisfies OtherRun;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
