import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "../..");
const built = (name: string) => join(root, "dist/cli", name);

/** The built command line, for tests that start it themselves. */
export const main = built("main.js");

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Setting {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Columns of the terminal that the output goes to; a pipe unless given. */
  readonly terminal?: number;
}

/** A shell that speaks English unless told otherwise. */
const ENGLISH = { LANG: "en_US.UTF-8", LC_ALL: "", LC_MESSAGES: "", NO_COLOR: "", FORCE_COLOR: "", TERM: "xterm" };

/** A shorter history before the first day, for what does not hang on how settled the market is. */
export const UNSETTLED = ["--set", "clock.burnInWeeks=8"];

let last: Promise<unknown> = Promise.resolve();

/**
 * Calls the built command line in this process. A process of its own costs a start each time; what only a process has
 * (signals, limits, plugins that others must not see) is tested with `pricewarProcess`. Folder, environment and output
 * belong to the whole process, so calls wait for each other.
 */
export function pricewar(words: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const outcome = last.then(() => call(words, setting));
  last = outcome.catch(() => {});
  return outcome;
}

async function call(words: readonly string[], { cwd = root, env = {}, terminal }: Setting): Promise<Outcome> {
  const { runCommandLine } = (await import(pathToFileURL(built("command-line.js")).href)) as {
    runCommandLine(words: readonly string[]): Promise<number>;
  };
  const before = { cwd: process.cwd(), env: { ...process.env } };
  const { isTTY, columns } = process.stdout;
  const [stdout, stderr] = [capture(process.stdout), capture(process.stderr)];
  Object.assign(process.env, ENGLISH, env);
  process.chdir(cwd);
  Object.assign(process.stdout, { isTTY: terminal !== undefined, columns: terminal });
  try {
    const code = await runCommandLine(words);
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.end();
    stderr.end();
    Object.assign(process.stdout, { isTTY, columns });
    process.chdir(before.cwd);
    for (const name of Object.keys({ ...ENGLISH, ...env })) restore(name, before.env[name]);
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/** Keeps what is written to a stream, until the end. */
function capture(stream: NodeJS.WriteStream): { text(): string; end(): void } {
  const { write } = stream;
  let text = "";
  stream.write = (chunk: string | Uint8Array) => {
    text += typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);
    return true;
  };
  return { text: () => text, end: () => void (stream.write = write) };
}

interface Started extends Setting {
  readonly interrupt?: number;
  /** The program that runs it, where it is not the one that runs the tests. */
  readonly node?: string;
}

/** Runs the built command line as a user does. */
export function pricewarProcess(
  words: readonly string[],
  { cwd = root, env = {}, interrupt = -1, node = process.execPath }: Started = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [main, ...words], { cwd, env: { ...process.env, ...ENGLISH, ...env } });
    const out = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => (out.stdout += String(chunk)));
    child.stderr.on("data", (chunk) => (out.stderr += String(chunk)));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...out }));
    // Ctrl-C so many milliseconds after the first line on stderr, which says that the run begins.
    if (interrupt >= 0) child.stderr.once("data", () => setTimeout(() => child.kill("SIGINT"), interrupt));
  });
}
