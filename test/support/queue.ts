import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import process from "node:process";
import { main } from "./cli.ts";

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Resolves when the process says it; fails when it ends before. */
export function until(child: ChildProcess, words: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += String(chunk);
      if (words.test(said)) resolve(said);
    };
    child.stdout!.on("data", hear);
    child.stderr!.on("data", hear);
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`ended before it said ${words}: ${said}`)));
  });
}

/** Processes of a queue in a folder: a Redis that keeps nothing, workers. All end with `endAll`. */
export class Processes {
  readonly #started: ChildProcess[] = [];
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  start(command: string, args: readonly string[]): ChildProcess {
    const child = spawn(command, args, { cwd: this.folder, env: { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "" } });
    this.#started.push(child);
    return child;
  }

  async redis(port: number): Promise<ChildProcess> {
    const where = ["--port", String(port), "--bind", "127.0.0.1", "--dir", this.folder];
    const child = this.start("redis-server", [...where, "--save", "", "--appendonly", "no"]);
    await until(child, /Ready to accept connections/);
    return child;
  }

  async worker(url: string): Promise<ChildProcess> {
    const child = this.start(process.execPath, [main, "worker", "--backend", url, "--workers", "1"]);
    await until(child, /Waiting for runs/);
    return child;
  }

  endAll(): void {
    for (const child of this.#started) child.kill("SIGKILL");
  }
}
