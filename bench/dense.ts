import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createInterface, type Interface } from "node:readline";
import { join } from "node:path";
import type { Entry } from "./entries.ts";
import { type Size, writeWorkload } from "./workload.ts";

export interface Row {
  readonly id: string;
  readonly label: string;
  readonly agents: number;
  readonly ns: number; // median per evaluation, one agent looking at one product
  readonly spread: readonly [number, number]; // fastest and slowest repetition
  readonly bytesPerAgent: number; // peak memory of the whole process
}

interface Report {
  readonly ms: number;
  readonly counts: readonly number[];
}

interface Running {
  readonly entry: Entry;
  readonly size: Size;
  readonly child: ChildProcess;
  readonly lines: Interface;
  readonly reports: Report[];
  peak: number; // memory [bytes]
}

const median = (x: readonly number[]): number => x.toSorted((a, b) => a - b)[Math.floor(x.length / 2)];

/** Unmeasured runs, in which just-in-time compilers find out what is hot. */
const WARM_UP = 3;

/** Runs all entries in turn, again and again, so that what slows the machine for a while slows them all alike. */
export async function denseTable(
  entries: readonly Entry[],
  size: Size,
  { folder, repetitions }: { folder: string; repetitions: number },
): Promise<Row[]> {
  // prettier-ignore
  const running: Running[] = [];
  for (const entry of entries) running.push(await start(entry, size, folder));
  for (let k = -WARM_UP; k < repetitions; k++) {
    for (const r of running) {
      const report = await once(r);
      if (k >= 0) r.reports.push(report);
    }
  }
  for (const r of running) {
    r.peak = peakMemory(r.child.pid!);
    r.child.stdin!.end();
  }
  checkEqualWork(running);
  return running.map(row);
}

const folders = new Map<string, string>();

async function start(entry: Entry, whole: Size, folder: string): Promise<Running> {
  const size = { ...whole, agents: Math.max(1000, Math.round(whole.agents * entry.part)) };
  const data = join(folder, `${size.agents}x${size.products}x${size.ticks}`);
  if (!folders.has(data)) writeWorkload(data, size);
  folders.set(data, data);
  const [program, ...args] = entry.command.map((word) => (word === "FOLDER" ? data : word));
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
  return { entry, size, child, lines: createInterface({ input: child.stdout }), reports: [], peak: NaN };
}

function once({ child, lines, entry }: Running): Promise<Report> {
  return new Promise((done, failed) => {
    const died = (code: number | null) => failed(new Error(`${entry.label} ended with ${code}`));
    child.once("exit", died);
    lines.once("line", (line) => {
      child.off("exit", died);
      done(JSON.parse(line) as Report);
    });
    child.stdin!.write("run\n");
  });
}

/**
 * Entries must have done the same work: the same shares, within four standard errors of a sample as small as the smaller
 * one. Who draws anew has no lasting tastes, so only its first choices can be compared.
 * @throws Error naming the entry that has not
 */
function checkEqualWork(running: readonly Running[]): void {
  const [reference] = running;
  for (const r of running) {
    const ticks = r.entry.anew ? 1 : r.size.ticks;
    for (let c = 0; c < ticks * r.size.products; c++) {
      const [p, q] = [reference, r].map((x) => x.reports[0].counts[c] / x.size.agents);
      const error = Math.sqrt((p * (1 - p) + 1 / r.size.agents) * (1 / r.size.agents + 1 / reference.size.agents));
      if (Math.abs(p - q) > 4 * error) throw new Error(`${r.entry.label}: share ${q} instead of ${p} at cell ${c}: not the same work`); // prettier-ignore
    }
  }
}

/** The most memory a living process has had in RAM [bytes]; NaN where the system does not say. */
function peakMemory(pid: number): number {
  const file = `/proc/${pid}/status`;
  const found = existsSync(file) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, "utf8")) : null;
  return found ? Number(found[1]) * 1024 : NaN;
}

function row({ entry, size, reports, peak }: Running): Row {
  const evaluations = size.agents * size.products * size.ticks;
  const ns = reports.map((r) => (r.ms * 1e6) / evaluations);
  return {
    id: entry.id,
    label: entry.label,
    agents: size.agents,
    ns: median(ns),
    spread: [Math.min(...ns), Math.max(...ns)],
    bytesPerAgent: peak / size.agents,
  };
}
