import type { Row } from "./dense.ts";
import type { Results } from "./run.ts";

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const two = (x: number) => (x < 10 ? x.toFixed(2) : x.toFixed(0));
const of = (rows: readonly Row[], id: string) => rows.find((r) => r.id === id);

/**
 * A claim and what this run says of it; `fastest` is what the fastest repetitions say, which
 * others on the machine disturbed least.
 */
const line = (text: string, value: number | undefined, holds: (x: number) => boolean, fastest?: number) => {
  if (value === undefined || !Number.isFinite(value)) return `- ${text}: not measured here`;
  const undisturbed = fastest === undefined ? "" : `; fastest repetitions ${two(fastest)}`;
  return `- ${text}: **${two(value)}** (${holds(value) ? "met" : "missed"}${undisturbed})`;
};

/** The ratios that the claims are about. */
function ratios(rows: readonly Row[], time: (row: Row) => number) {
  const ns = (id: string) => {
    const row = of(rows, id);
    return row && time(row);
  };
  const wasm = ns("pricewar-wasm-1")!;
  const over = (id: string) => ns(id) && wasm / ns(id)!;
  const under = (id: string) => ns(id) && ns(id)! / wasm;
  const speedUp = (id: string) => ns(`${id}-1`) && ns(`${id}-1`)! / ns(`${id}-2`)!;
  const natives = ["c-native-1", "c-native-wide-1"].map(over).filter((x) => x !== undefined);
  const peers = ["agentscript", "flocc", "simulation"].map(under).filter((x) => x !== undefined);
  return {
    c: over("c-sse-1"),
    native: natives.length > 0 ? Math.max(...natives) : undefined,
    objects: under("objects"),
    peer: peers.length > 0 ? Math.min(...peers) : undefined,
    second: speedUp("c-sse") && speedUp("pricewar-wasm")! / speedUp("c-sse")!,
  };
}

/** The claims of the design, with what this run says of each. */
function claims(rows: readonly Row[]): string[] {
  const [median, fastest] = [ratios(rows, (r) => r.ns), ratios(rows, (r) => r.spread[0])];
  const claim = (text: string, name: keyof typeof median, holds: (x: number) => boolean) =>
    line(text, median[name], holds, fastest[name]);
  return [
    claim("times the same algorithm in C for 128 bits without fused operations, at most 1.2", "c", (x) => x <= 1.2),
    claim("times the same in C with all this machine has, at most 3", "native", (x) => x <= 3),
    claim("times faster than idiomatic JS objects, at least 5", "objects", (x) => x >= 5),
    claim("times faster than the fastest npm peer, at least 5", "peer", (x) => x >= 5),
    claim("of C's speed-up from a second thread, at least 0.9", "second", (x) => x >= 0.9),
  ];
}

/** docs/performance.md. */
export function performancePage({
  machine,
  repetitions,
  dense,
  products,
  agents,
  year,
  runs,
  shared,
  missing,
}: Results): string {
  const yard = of(dense, "c-sse-1") ?? dense[0];
  const growth = (rows: readonly Row[]) => [two(of(rows, "pricewar-wasm-1")!.ns), two(of(rows, "pricewar-wasm-2")!.ns)];
  const peers = year.filter((r) => r.label.startsWith("npm")).map((r) => r.ratio);
  const million = shared[1].agents === 1_000_000 ? shared[1].ms / 1000 : undefined;
  return `# Performance

Made by \`npm run bench\` on ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}. Absolute times differ from
machine to machine; ratios within one run are the point. An evaluation is one agent looking at one product.

## Everyone chooses

Every agent compares 24 products at each of 8 ticks; tastes are kept. All entries work on the same numbers and their
shares are checked against each other. Medians of ${repetitions} repetitions in turn. Slow entries run on a part of the
agents.

${table(
  ["entry", "agents", "ns per evaluation", "fastest to slowest", `against ${yard.label}`, "bytes per agent"],
  dense.map((r) => [
    r.label,
    r.agents.toLocaleString("en"),
    two(r.ns),
    `${two(r.spread[0])} to ${two(r.spread[1])}`,
    two(r.ns / yard.ns),
    two(r.bytesPerAgent),
  ]),
)}

${claims(dense).join("\n")}

## Growth

${table(
  ["products", "ns per evaluation, 1 thread", "2 threads"],
  products.map((p) => [String(p.products), ...growth(p.rows)]),
)} 

${table(
  ["agents", "ns per evaluation, 1 thread", "2 threads", "bytes per agent"],
  agents.map((a) => [
    a.agents.toLocaleString("en"),
    ...growth(a.rows),
    two(of(a.rows, "pricewar-wasm-1")!.bytesPerAgent),
  ]),
)} 

## A year of demand

Attention, choice and use of 20,000 people on each of china-2024's 456 days, written for each program as its own
documentation teaches; shares and totals are checked against each other. Only the demand side is on the clock. Few
people look around on a day, so this measures how little is done for the others.

${table(
  ["entry", "ms", "fastest to slowest", "against ours in WebAssembly"],
  year.map((r) => [r.label, two(r.ms), `${two(r.spread[0])} to ${two(r.spread[1])}`, two(r.ratio)]),
)}

${line("times faster than the fastest npm peer, at least 50", Math.min(...peers), (x) => x >= 50)}

## Whole runs

Population, burn-in and every tick, on one thread.

${table(
  [
    "run",
    "kernel",
    "agents",
    "population [ms]",
    "burn-in [ms]",
    "ticks [ms]",
    "memory of the process [MB]",
    "fingerprint",
  ],
  runs.map((r) => [
    r.label,
    r.kernel,
    r.agents.toLocaleString("en"),
    r.compileMs.toFixed(0),
    r.burnInMs.toFixed(0),
    r.ticksMs.toFixed(0),
    (r.rss / 1e6).toFixed(0),
    `\`${r.fingerprint}\``,
  ]),
)}

The same people shared by the workers of a pool, three years of weeks from the job to the recording, medians of three
seeds:

${table(
  ["agents", "threads", "ms", "memory of the process [MB]"],
  shared.map((r) => [r.agents.toLocaleString("en"), String(r.threads), r.ms.toFixed(0), (r.rss / 1e6).toFixed(0)]),
)}

${line("seconds for a million agents on two threads, at most 3", million, (x) => x <= 3, shared[1].fastest / 1000)}
${missing.map((m) => `\nNot measured: ${m}.`).join("")}
`;
}
