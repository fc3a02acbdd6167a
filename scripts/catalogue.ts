/**
 * Makes the engine's catalogue of architectures and accelerators from the facts: `npx tsx scripts/catalogue.ts`.
 * The engine reads no files, and the facts carry sources it does not need: hence a generated module, which a test
 * keeps fresh.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Architecture, Attention, Experts } from "../engine/costs/architecture.ts";
import type { Gpu } from "../engine/costs/gpu.ts";

interface ArchitectureFact {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly attention?: Attention["kind"];
  readonly layers?: number;
  readonly hidden?: number;
  readonly vocab?: number;
  readonly nHeads?: number;
  readonly nKvHeads?: number;
  readonly headDim?: number;
  readonly headDimNope?: number;
  readonly headDimRope?: number;
  readonly vHeadDim?: number;
  readonly dC?: number;
  readonly qLoraRank?: number;
  readonly ffn?: number;
  readonly denseFfn?: number;
  readonly denseLayers?: number;
  readonly routedExperts?: number;
  readonly activeRouted?: number;
  readonly sharedExperts?: number;
  readonly expertFfn?: number;
  readonly deployed?: { readonly weightBits: number; readonly kvBits: number };
}

interface GpuFact {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly fp16Tflops: number;
  readonly fp8Tflops?: number;
  readonly memGb: number;
  readonly bwGbs: number | null;
  readonly nvlinkGbs?: number;
}

/** What serving needs to know of an architecture; null where the facts do not say enough. */
function architecture(id: string, f: ArchitectureFact): Architecture | null {
  const { layers, hidden, vocab } = f;
  const attention = attentionOf(f);
  if (layers === undefined || hidden === undefined || vocab === undefined || attention === null) return null;
  const experts = expertsOf(f);
  const feedForward = f.ffn ?? f.denseFfn ?? 0;
  if (feedForward === 0 && experts === null) return null;
  const deployed = f.deployed ? { weightBits: f.deployed.weightBits, kvBits: f.deployed.kvBits } : null;
  return {
    id,
    name: f.name,
    aliases: f.aliases ?? [],
    layers,
    hidden,
    vocab,
    attention,
    feedForward,
    experts,
    deployed,
  };
}

function attentionOf(f: ArchitectureFact): Attention | null {
  const { attention: kind, nHeads: heads, headDim, nKvHeads: kvHeads } = f;
  if (kind === undefined || heads === undefined) return null;
  if (kind !== "MLA") return headDim === undefined || kvHeads === undefined ? null : { kind, heads, kvHeads, headDim };
  const { headDimNope: nope, headDimRope: rope, vHeadDim: valueDim, dC: latent, qLoraRank: queryLatent } = f;
  if (nope === undefined || rope === undefined || valueDim === undefined || latent === undefined) return null;
  return { kind, heads, nope, rope, valueDim, latent, queryLatent: queryLatent ?? 0 };
}

function expertsOf(f: ArchitectureFact): Experts | null {
  const { routedExperts: routed, activeRouted: active, expertFfn: width } = f;
  if (routed === undefined || active === undefined || width === undefined) return null;
  return { routed, active, shared: f.sharedExperts ?? 0, width, denseLayers: f.denseLayers ?? 0 };
}

const scaled = (x: number | null | undefined, factor: number): number | null => (x == null ? null : x * factor);

const gpu = (id: string, f: GpuFact): Gpu => ({
  id,
  name: f.name,
  aliases: f.aliases ?? [],
  flops16: f.fp16Tflops * 1e12,
  flops8: scaled(f.fp8Tflops, 1e12),
  memory: f.memGb * 1e9,
  bandwidth: scaled(f.bwGbs, 1e9),
  link: scaled(f.nvlinkGbs, 1e9),
});

const facts = join(import.meta.dirname, "../scenarios/facts");
const read = (file: string) => JSON.parse(readFileSync(join(facts, file), "utf8"));

/** The module's text. */
export function catalogueSource(): string {
  const architectures = Object.entries(read("architectures.json").architectures as Record<string, ArchitectureFact>)
    .map(([id, fact]) => architecture(id, fact))
    .filter((a) => a !== null);
  const gpus = Object.entries(read("gpus.json").gpus as Record<string, GpuFact>).map(([id, fact]) => gpu(id, fact));
  const list = (items: readonly object[]) => items.map((item) => `  ${JSON.stringify(item)},`).join("\n");
  const head = "Made by scripts/catalogue.ts from scenarios/facts/architectures.json and gpus.json";
  return `// ${head}, which give the sources. Do not edit.
import type { Architecture } from "./architecture.ts";
import type { Gpu } from "./gpu.ts";

export const ARCHITECTURES: readonly Architecture[] = [
${list(architectures)}
];

export const GPUS: readonly Gpu[] = [
${list(gpus)}
];
`;
}

export const CATALOGUE = join(import.meta.dirname, "../engine/costs/catalogue.generated.ts");

if (process.argv[1] === import.meta.filename) writeFileSync(CATALOGUE, catalogueSource());
