import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createInterface, type Interface } from "node:readline";

/** A program that answers each line on stdin with one run: milliseconds and what it counted, as JSON. */
export interface Racer {
  readonly label: string;
  readonly command: readonly string[];
}

interface Report {
  readonly ms: number;
  readonly counts: readonly number[];
}

export interface Raced {
  readonly reports: readonly Report[];
  readonly peak: number; // most memory the process has had in RAM [bytes]; NaN where the system does not say
}

/** Unmeasured runs, in which just-in-time compilers find out what is hot. */
const WARM_UP = 3;

/** Runs all in turn, again and again, so that what slows the machine for a while slows them all alike. */
export async function race(racers: readonly Racer[], repetitions: number): Promise<Raced[]> {
  const running = racers.map(start);
  for (let k = -WARM_UP; k < repetitions; k++) {
    for (const r of running) {
      const report = await once(r);
      if (k >= 0) r.reports.push(report);
    }
  }
  return running.map(({ child, reports }) => {
    const peak = peakMemory(child.pid!);
    child.stdin!.end();
    return { reports, peak };
  });
}

interface Running {
  readonly label: string;
  readonly child: ChildProcess;
  readonly lines: Interface;
  readonly reports: Report[];
}

function start({ label, command: [program, ...args] }: Racer): Running {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
  return { label, child, lines: createInterface({ input: child.stdout }), reports: [] };
}

function once({ child, lines, label }: Running): Promise<Report> {
  return new Promise((done, failed) => {
    const died = (code: number | null) => failed(new Error(`${label} ended with ${code}`));
    child.once("exit", died);
    lines.once("line", (line) => {
      child.off("exit", died);
      done(JSON.parse(line) as Report);
    });
    child.stdin!.write("run\n");
  });
}

function peakMemory(pid: number): number {
  const file = `/proc/${pid}/status`;
  const found = existsSync(file) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, "utf8")) : null;
  return found ? Number(found[1]) * 1024 : NaN;
}

export const median = (x: readonly number[]): number => x.toSorted((a, b) => a - b)[Math.floor(x.length / 2)];
