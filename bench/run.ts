// npm run bench: the demand kernel against other ways to do the same work, and whole runs as they grow.
//   npm run bench              everything: about 20 minutes on two cores
//   npm run bench -- --brief   fewer repetitions, the dense kernel up to a million agents: about 8 minutes
//   npm run bench -- --quick   a smoke test: about a minute; writes nothing
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { denseTable, type Row } from "./dense.ts";
import { entries } from "./entries.ts";
import { performancePage } from "./page.ts";
import { china2024, type RunRow, type SharedRow, threeYears, timeRun, timeShared } from "./runs.ts";
import { type YearRow, yearTable } from "./year/table.ts";

const quick = process.argv.includes("--quick");
const brief = process.argv.includes("--brief");
const repetitions = quick ? 3 : brief ? 5 : 11;
const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "pricewar-bench-"));
const say = (text: string) => process.stderr.write(`${text}\n`);

export interface Results {
  readonly repetitions: number;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly dense: readonly Row[];
  readonly products: readonly { readonly products: number; readonly rows: readonly Row[] }[];
  readonly agents: readonly { readonly agents: number; readonly rows: readonly Row[] }[];
  readonly year: readonly YearRow[];
  readonly runs: readonly RunRow[];
  readonly shared: readonly SharedRow[];
  readonly missing: readonly string[];
}

async function measure(): Promise<Results> {
  const { found, missing } = await entries(folder);
  const ours = found.filter((e) => e.id.startsWith("pricewar-wasm"));
  const agents = quick ? 20_000 : 1_000_000;
  say("dense kernel ...");
  const dense = await denseTable(found, { agents, products: 24, ticks: 8 }, { folder, repetitions });
  const byProducts = [];
  for (const products of quick ? [8, 32] : [8, 16, 24, 32, 48, 64]) {
    say(`${products} products ...`);
    byProducts.push({
      products,
      rows: await denseTable(ours, { agents: agents / 4, products, ticks: 8 }, { folder, repetitions }),
    });
  }
  const byAgents = [];
  for (const n of quick ? [10_000] : brief ? [1e4, 1e5, 1e6] : [1e4, 1e5, 1e6, 1e7]) {
    say(`${n} agents ...`);
    byAgents.push({
      agents: n,
      rows: await denseTable(ours, { agents: n, products: 24, ticks: 2 }, { folder, repetitions }),
    });
  }
  say("a year of demand ...");
  const year = await yearTable(quick ? 2000 : 20_000, {
    folder,
    repetitions,
    peers: found.some((e) => e.id === "flocc"),
  });
  say("whole runs ...");
  const shared = [];
  for (const threads of [1, 2]) shared.push(await timeShared(quick ? 50_000 : 1_000_000, threads));
  if (shared[0].fingerprints.join() !== shared[1].fingerprints.join()) throw new Error("one thread and two disagree");
  return {
    repetitions,
    machine: { cpu: cpus()[0].model, cores: cpus().length, node: process.version },
    dense,
    products: byProducts,
    agents: byAgents,
    year,
    shared,
    runs: wholeRuns(),
    missing,
  };
}

/** @throws Error where the kernels disagree */
function wholeRuns(): RunRow[] {
  const rows: RunRow[] = [];
  for (const kernel of ["wasm", "js"] as const) {
    const agents = quick ? 2000 : 20_000;
    for (let k = 0; k < 3; k++) timeRun("warm-up", china2024(agents), kernel);
    rows.push(timeRun("china-2024, 456 days", china2024(agents), kernel));
  }
  if (rows[0].fingerprint !== rows[1].fingerprint) throw new Error("the kernels disagree");
  for (const n of quick ? [10_000] : [1e4, 1e5, 1e6, 1e7])
    rows.push(timeRun("china-2024's market, 156 weeks", threeYears(n), "wasm"));
  return rows;
}

try {
  const results = await measure();
  const answers = readFileSync(join(root, "bench/answers.md"), "utf8"); // measured by hand
  const page = `${performancePage(results)}\n${answers}`;
  process.stdout.write(page);
  if (!quick) {
    mkdirSync(join(root, "bench/results"), { recursive: true });
    writeFileSync(join(root, "bench/results/kernel.json"), `${JSON.stringify(results, null, 1)}\n`);
    writeFileSync(join(root, "docs/performance.md"), page);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
