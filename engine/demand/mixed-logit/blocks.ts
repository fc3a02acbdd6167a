/**
 * Fixed blocks of agents, each within one segment. Sums over agents are kept by block and added in block order, so that
 * they come out alike however blocks are shared among threads.
 */
export const BLOCK = 4096;

/** At most this many agents are handed to a kernel at once: what it needs for them stays in the cache. */
export const CHUNK = 1024;

/** The part of a population that one thread looks after: of each segment a run of whole blocks. */
export interface Parts {
  readonly size: number; // agents here
  readonly start: Int32Array; // segment -> first agent here; one past the last segment: size
  readonly first: Int32Array; // segment -> that agent's place among all of the segment
  readonly block: Int32Array; // segment -> the block that agent is in
  readonly heads: Int32Array; // segment -> agents, wherever they are looked after
  readonly segmentOf: Int16Array; // by block, wherever it is looked after: its segment
}

/** Who looks after whom: member `index` of `size` takes its run of each segment's blocks. */
export function divide(
  counts: readonly number[],
  { index, size }: { readonly index: number; readonly size: number },
): Parts {
  const parts = {
    size: 0,
    start: new Int32Array(counts.length + 1),
    first: new Int32Array(counts.length),
    block: new Int32Array(counts.length),
  };
  const segmentOf: number[] = [];
  counts.forEach((count, s) => {
    const blocks = Math.ceil(count / BLOCK);
    // Odd blocks go to members in turn, not always to the last.
    const from = Math.floor((blocks * index + (s % size)) / size);
    const to = Math.floor((blocks * (index + 1) + (s % size)) / size);
    parts.block[s] = segmentOf.length + from;
    parts.first[s] = from * BLOCK;
    parts.size += Math.max(0, Math.min(count, to * BLOCK) - from * BLOCK);
    parts.start[s + 1] = parts.size;
    for (let b = 0; b < blocks; b++) segmentOf.push(s);
  });
  return { ...parts, heads: Int32Array.from(counts), segmentOf: Int16Array.from(segmentOf) };
}

/** The block of agent i of segment s. */
export const blockOf = (p: Parts, i: number, s: number): number => p.block[s] + Math.floor((i - p.start[s]) / BLOCK);

/** Visits every block here in order: its segment, its agents [from, to) and its number. */
export function forBlocks(p: Parts, visit: (s: number, from: number, to: number, block: number) => void): void {
  for (let s = 0; s + 1 < p.start.length; s++) {
    let block = p.block[s];
    for (let from = p.start[s]; from < p.start[s + 1]; from += BLOCK) {
      visit(s, from, Math.min(from + BLOCK, p.start[s + 1]), block++);
    }
  }
}
