import type { Population } from "./population.ts";

/**
 * Fixed blocks of agents, each within one segment. Sums over agents are kept by block and added in block order, so that
 * they come out alike however blocks are shared among workers.
 */
export const BLOCK = 4096;

/** At most this many agents are handed to a kernel at once: what it needs for them stays in the cache. */
export const CHUNK = 1024;

/** How many blocks a population has. */
export const blockCount = (p: Population): number => firstBlock(p, p.start.length - 1);

/** The block of agent i of segment s. */
export const blockOf = (p: Population, i: number, s: number): number =>
  firstBlock(p, s) + Math.floor((i - p.start[s]) / BLOCK);

/** Visits every block in order: its segment, its agents [from, to) and its number. */
export function forBlocks(p: Population, visit: (s: number, from: number, to: number, block: number) => void): void {
  let block = 0;
  for (let s = 0; s + 1 < p.start.length; s++) {
    for (let from = p.start[s]; from < p.start[s + 1]; from += BLOCK) {
      visit(s, from, Math.min(from + BLOCK, p.start[s + 1]), block++);
    }
  }
}

function firstBlock(p: Population, s: number): number {
  let blocks = 0;
  for (let t = 0; t < s; t++) blocks += Math.ceil((p.start[t + 1] - p.start[t]) / BLOCK);
  return blocks;
}
