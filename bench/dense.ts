import { join } from "node:path";
import type { Entry } from "./entries.ts";
import { median, race, type Raced } from "./race.ts";
import { type Size, writeWorkload } from "./workload.ts";

export interface Row {
  readonly id: string;
  readonly label: string;
  readonly agents: number;
  readonly ns: number; // median per evaluation, one agent looking at one product
  readonly spread: readonly [number, number]; // fastest and slowest repetition
  readonly bytesPerAgent: number; // peak memory of the whole process
}

interface Run extends Raced {
  readonly entry: Entry;
  readonly size: Size;
}

/** All entries on the dense workload, slow ones on a part of the agents. */
export async function denseTable(
  entries: readonly Entry[],
  whole: Size,
  { folder, repetitions }: { folder: string; repetitions: number },
): Promise<Row[]> {
  const sizes = entries.map((e) => ({
    ...whole,
    agents: Math.max(e.least ?? 1000, Math.round(whole.agents * e.part)),
  }));
  const racers = entries.map((entry, k) => ({
    label: entry.label,
    command: entry.command.map((word) => (word === "FOLDER" ? dataOf(sizes[k], folder) : word)),
  }));
  const raced = await race(racers, repetitions);
  const runs = raced.map((r, k) => ({ ...r, entry: entries[k], size: sizes[k] }));
  checkEqualWork(runs);
  return runs.map(row);
}

const written = new Set<string>();

function dataOf(size: Size, folder: string): string {
  const data = join(folder, `${size.agents}x${size.products}x${size.ticks}`);
  if (!written.has(data)) writeWorkload(data, size);
  written.add(data);
  return data;
}

/**
 * Entries must have done the same work: the same shares, within four standard errors of a sample as small as the
 * smaller one. Who draws anew has no lasting tastes, so only its first choices can be compared.
 * @throws Error naming the entry that has not
 */
function checkEqualWork(running: readonly Run[]): void {
  const [reference] = running;
  for (const r of running) {
    const ticks = r.entry.anew ? 1 : r.size.ticks;
    for (let c = 0; c < ticks * r.size.products; c++) {
      const [p, q] = [reference, r].map((x) => x.reports[0].counts[c] / x.size.agents);
      const error = Math.sqrt((p * (1 - p) + 1 / r.size.agents) * (1 / r.size.agents + 1 / reference.size.agents));
      if (Math.abs(p - q) > 4 * error)
        throw new Error(`${r.entry.label}: share ${q} instead of ${p} at cell ${c}: not the same work`);
    }
  }
}

function row({ entry, size, reports, peak }: Run): Row {
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
