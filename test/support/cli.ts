import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";

const root = join(import.meta.dirname, "../..");

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a user does, in English unless told otherwise. */
export function pricewar(args: readonly string[], { cwd = root, env = {}, interrupt = -1 } = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "dist/cli/main.js"), ...args], {
      cwd,
      env: { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "", ...env },
    });
    const out = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => (out.stdout += String(chunk)));
    child.stderr.on("data", (chunk) => (out.stderr += String(chunk)));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...out }));
    // Ctrl-C so many milliseconds after the first line on stderr, which says that the run begins.
    if (interrupt >= 0) child.stderr.once("data", () => setTimeout(() => child.kill("SIGINT"), interrupt));
  });
}
