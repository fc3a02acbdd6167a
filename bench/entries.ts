import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

/** A program that runs the dense workload: a process that answers each line on stdin with one run. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly command: readonly string[]; // the workload's folder goes in place of FOLDER
  /** Slow ones get a part of the agents; times are compared per evaluation. */
  readonly part: number;
  readonly least?: number; // agents at least; 1,000 unless said
  /** Whether its draws differ from choice to choice: then only first choices are comparable. */
  readonly anew?: boolean;
}

const HERE = import.meta.dirname;
const KERNELS = { js: "TypeScript (the definition)", wasm: "WebAssembly" };

function has(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Every entry this machine can run, and what it lacks for the others. */
export async function entries(folder: string): Promise<{ readonly found: Entry[]; readonly missing: string[] }> {
  const missing: string[] = [];
  const found: Entry[] = [...(await ours(folder)), ...naive()];
  if (has("cc", "--version")) found.push(...twins(folder));
  else missing.push("no C compiler: the twins in C are left out");
  if (has("python3", "-c", "import numpy"))
    found.push({
      id: "numpy",
      label: "numpy, float32",
      command: ["python3", join(HERE, "numpy/choice.py"), "FOLDER"],
      part: 1 / 4,
    });
  else missing.push("no python3 with numpy");
  if (installPeers()) found.push(...peers());
  else missing.push("npm could not install the peers");
  return { found, missing };
}

async function ours(folder: string): Promise<Entry[]> {
  await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: join(HERE, "entries/ours.ts"),
      outDir: join(folder, "bin"),
      emptyOutDir: false,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "[name].mjs" } },
    },
  });
  const entry = (kernel: keyof typeof KERNELS, threads: number, part: number): Entry => ({
    id: `pricewar-${kernel}-${threads}`,
    label: `pricewar, ${KERNELS[kernel]}, ${threads} thread${threads > 1 ? "s" : ""}`,
    command: ["node", join(folder, "bin/ours.mjs"), "FOLDER", kernel, String(threads)],
    part,
  });
  return [entry("wasm", 1, 1), entry("wasm", 2, 1), entry("js", 1, 1 / 4)];
}

const naive = (): Entry[] => [
  {
    id: "objects",
    label: "idiomatic JS objects, tastes kept",
    command: ["node", join(HERE, "naive/objects.mjs"), "FOLDER"],
    part: 1 / 4,
  },
  {
    id: "draws",
    label: "naive JS objects, a Gumbel draw per choice and product",
    command: ["node", join(HERE, "naive/draws.mjs"), "FOLDER"],
    part: 1 / 16,
    anew: true,
  },
];

function twins(folder: string): Entry[] {
  const builds = [
    { id: "c-sse", label: "C, 128 bits, no fused operations", flags: ["-msse4.1", "-ffp-contract=off", "-DWIDTH=4"] },
    { id: "c-native", label: "C, -march=native, 256 bits", flags: ["-march=native", "-DWIDTH=8"] },
    { id: "c-native-wide", label: "C, -march=native, 512 bits", flags: ["-march=native", "-DWIDTH=16"] },
  ];
  if (process.arch !== "x64")
    builds.splice(0, builds.length, {
      id: "c-native",
      label: "C, 128 bits",
      flags: ["-ffp-contract=off", "-DWIDTH=4"],
    });
  return builds.flatMap(({ id, label, flags }) => {
    const program = join(folder, "bin", id);
    execFileSync("cc", ["-O3", ...flags, "-o", program, join(HERE, "c/choice.c"), "-lpthread", "-lm"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    return [1, 2].map((threads) => ({
      id: `${id}-${threads}`,
      label: `${label}, ${threads} thread${threads > 1 ? "s" : ""}`,
      command: [program, "FOLDER", String(threads)],
      part: 1,
    }));
  });
}

function installPeers(): boolean {
  const cwd = join(HERE, "peers");
  if (existsSync(join(cwd, "node_modules/agentscript"))) return true;
  process.stderr.write("Installing the peers ...\n");
  return has("npm", "install", "--prefix", cwd, "--no-audit", "--no-fund");
}

const peers = (): Entry[] => [
  {
    id: "agentscript",
    label: "npm agentscript",
    command: ["node", join(HERE, "peers/agentscript.mjs"), "FOLDER"],
    part: 1 / 16,
  },
  { id: "flocc", label: "npm flocc", command: ["node", join(HERE, "peers/flocc.mjs"), "FOLDER"], part: 1 / 16 },
  {
    id: "simulation",
    label: "npm simulation (Insight Maker)",
    command: ["node", join(HERE, "peers/simulation.mjs"), "FOLDER"],
    part: 1 / 10_000,
    least: 100,
  },
];
