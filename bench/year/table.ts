import { join } from "node:path";
import { build } from "vite";
import { median, race, type Raced, type Racer } from "../race.ts";
import { captureYear } from "./capture.ts";

export interface YearRow {
  readonly label: string;
  readonly ms: number; // median
  readonly spread: readonly [number, number];
  readonly ratio: number; // to ours in WebAssembly
}

const BENCH = join(import.meta.dirname, "..");

/** How far programs' means over runs may be apart: each run draws attention anew for people of very unequal size. */
const errors = (agents: number) => {
  const scale = Math.sqrt(20_000 / agents);
  return { share: 0.03 * scale, total: 0.05 * scale };
};

/**
 * The whole demand side of china-2024: attention, choice and use of everybody on each of 456 days, by programs of one
 * object a person and by the engine.
 */
export async function yearTable(
  agents: number,
  { folder, repetitions, peers }: { folder: string; repetitions: number; peers: boolean },
): Promise<YearRow[]> {
  const file = join(folder, `year-${agents}.json`);
  captureYear(file, agents);
  await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: join(BENCH, "year/ours.ts"),
      outDir: join(folder, "bin"),
      emptyOutDir: false,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "year.mjs" } },
    },
  });
  const ours = (kernel: string, label: string): Racer => ({
    label: `pricewar, ${label}`,
    command: ["node", join(folder, "bin/year.mjs"), file, kernel],
  });
  const other = (label: string, program: string): Racer => ({ label, command: ["node", join(BENCH, program), file] });
  const racers = [
    ours("wasm", "WebAssembly"),
    ours("js", "TypeScript"),
    other("idiomatic JS objects", "year/objects.mjs"),
  ];
  if (peers)
    racers.push(other("npm agentscript", "peers/agentscript-year.mjs"), other("npm flocc", "peers/flocc-year.mjs"));
  const raced = await race(racers, repetitions);
  raced.forEach((r, k) => checkShares(racers[k].label, [raced[0], r], errors(agents)));
  const ms = raced.map((r) => r.reports.map((report) => report.ms));
  return racers.map(({ label }, k) => ({
    label,
    ms: median(ms[k]),
    spread: [Math.min(...ms[k]), Math.max(...ms[k])],
    ratio: median(ms[k]) / median(ms[0]),
  }));
}

/**
 * The same shares of users and of tokens by product, on the last day and over all days, and the same totals.
 * @throws Error naming who has not done the same work
 */
function checkShares(
  label: string,
  both: readonly Raced[],
  error: { readonly share: number; readonly total: number },
): void {
  const [a, b] = both.map(meanCounts);
  const n = a.length / 4;
  for (let column = 0; column < 4; column++) {
    const [p, q] = [a, b].map((x) => x.slice(column * n, (column + 1) * n));
    const [sumP, sumQ] = [p, q].map((x) => x.reduce((s, y) => s + y, 0));
    if (Math.abs(sumQ / sumP - 1) > error.total)
      throw new Error(`${label}: ${sumQ} instead of ${sumP} in all, column ${column}`);
    p.forEach((x, j) => {
      if (Math.abs(x / sumP - q[j] / sumQ) > error.share)
        throw new Error(`${label}: share ${q[j] / sumQ} instead of ${x / sumP} of product ${j}, column ${column}`);
    });
  }
}

const meanCounts = ({ reports }: Raced): number[] =>
  reports[0].counts.map((_, c) => reports.reduce((sum, r) => sum + r.counts[c], 0) / reports.length);
