import { probability } from "../../engine/experiments/probability.ts";
import type { Mutant } from "./mutate.ts";

export interface Tried extends Mutant {
  readonly folder: string;
  /** Whether a test failed; null where none had within the limit. */
  readonly verdict: boolean | null;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Killed of those that were decided, with the 95 % interval of the share (Wilson 1927). */
function scoreOf(tried: readonly Tried[]): string {
  const decided = tried.filter(({ verdict }) => verdict !== null);
  const dead = decided.filter(({ verdict }) => verdict).length;
  if (decided.length === 0) return "| 0 | 0 | | ";
  const { low, high } = probability(dead, decided.length);
  return `| ${decided.length} | ${dead} | ${percent(dead / decided.length)} | ${percent(low)} to ${percent(high)} `;
}

const place = ({ file, line, was, becomes }: Tried): string => `- \`${file}:${line}\` \`${was}\` → \`${becomes}\``;

export function mutationPage(tried: readonly Tried[], seed: string): string {
  const folders = [...new Set(tried.map(({ folder }) => folder))].toSorted();
  const rows = folders.map((name) => `| ${name} ${scoreOf(tried.filter(({ folder }) => folder === name))}|`);
  const list = (verdict: boolean | null) => tried.filter((one) => one.verdict === verdict).map(place);
  return `# Mutants

Written by \`npx tsx scripts/mutants.ts --seed ${seed}\`: small changes of the engine, drawn by that seed in every
folder, each held against the sixteen test files that speak of its file most, then the fingerprints of the library, of
drawn markets and of calculations, and what is generated (\`MUTANTS_NEAR=1000\`: against all that reach it). A mutant
is killed when one of them fails; scores are least values, since others may kill what these leave alive.
\`npx stryker run\` tries all mutants of a folder (CONTRIBUTING.md).

| folder | mutants | killed | score | 95 % interval |
| --- | ---: | ---: | ---: | --- |
${rows.join("\n")}
| all ${scoreOf(tried)}|

## Alive

${list(false).join("\n") || "none"}

## Undecided

Neither killed nor through all tests within the limit: they never end, or their tests take longer.

${list(null).join("\n") || "none"}
`;
}
