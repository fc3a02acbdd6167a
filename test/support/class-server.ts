import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { main } from "./cli.ts";

/** What the command says of a class it has opened. */
export interface Opened {
  readonly join: string;
  readonly board: string;
  readonly code: string;
}

/** `pricewar class` as a process of its own, which can be killed and started again on the same port. */
export class ClassServer {
  readonly #folder: string;
  readonly #port: number;
  readonly #node: readonly string[];
  #child: ChildProcess | null = null;

  /** `node`: flags for the server's own process. */
  constructor(folder: string, port: number, node: readonly string[] = []) {
    [this.#folder, this.#port, this.#node] = [folder, port, node];
  }

  start(...words: string[]): Promise<Opened> {
    const all = [...this.#node, main, "class", ...words, "--json", "--port", String(this.#port)];
    const child = (this.#child = spawn(process.execPath, all, { cwd: this.#folder }));
    child.stderr.on("data", (text) => process.stderr.write(String(text)));
    return new Promise((opened, failed) => {
      let text = "";
      child.stdout.on("data", (chunk) => {
        text += String(chunk);
        if (text.includes("\n")) opened(JSON.parse(text) as Opened);
      });
      child.once("exit", (code) => failed(new Error(`ended with ${code}`)));
    });
  }

  kill(signal: NodeJS.Signals = "SIGKILL"): void {
    this.#child?.removeAllListeners("exit");
    this.#child?.kill(signal);
  }

  /** The most memory this process has had [MB]; 0 where the system does not say. */
  peak(): number {
    try {
      return Number(/VmHWM:\s+(\d+)/.exec(this.#said("status"))?.[1]) / 1024;
    } catch {
      return 0;
    }
  }

  /** Processor time this process has taken [s]; 0 where the system does not say. */
  busy(): number {
    try {
      const [user, system] = this.#said("stat").split(") ")[1].split(" ").slice(11, 13);
      return (Number(user) + Number(system)) / 100;
    } catch {
      return 0;
    }
  }

  #said(file: string): string {
    return readFileSync(`/proc/${this.#child!.pid}/${file}`, "utf8");
  }
}
