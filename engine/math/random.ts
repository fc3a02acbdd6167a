/**
 * Counter-based random draws: each is a pure function of (seed, stream, agent or entity, item or tick).
 *
 * Nothing is stored and nothing depends on order, so a draw belongs to whom it is for: adding a vendor leaves everybody
 * else's luck unchanged, any worker can draw any part of a population, and paired runs share their luck.
 *
 * Threefry2x32, 20 rounds: Salmon, Moraes, Dror & Shaw (2011), “Parallel random numbers: as easy as 1, 2, 3”, SC'11.
 */
import tychei from "seedrandom/lib/tychei.js";

const PARITY = 0x1bd11bda; // Skein's key-schedule constant

/** Two 32-bit words from a 64-bit key (k0, k1) and a 64-bit counter (c0, c1), written to `out`. */
export function threefry(k0: number, k1: number, c0: number, c1: number, out: Uint32Array): void {
  const k2 = PARITY ^ k0 ^ k1;
  let x = (c0 + k0) | 0;
  let y = (c1 + k1) | 0;
  // Twenty rounds written out: a table of rotations would cost more than the rounds. A key word comes after every four.
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + k1) | 0;
  y = (y + k2 + 1) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + k2) | 0;
  y = (y + k0 + 2) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + k0) | 0;
  y = (y + k1 + 3) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + k1) | 0;
  y = (y + k2 + 4) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + k2) | 0;
  y = (y + k0 + 5) | 0;
  out[0] = x;
  out[1] = y;
}

/** A 32-bit name for a stream or an item: FNV-1a over UTF-16 units, finished with a mixing step. */
export function nameHash(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The key word of a run. seedrandom turns a seed of any length or kind into bits; tychei is its soundest generator. */
export function seedWord(seed: string | number, replication = 0): number {
  return tychei(`pricewar/${seed}/${replication}`).int32() >>> 0;
}

const scratch = new Uint32Array(2);

/** A uniform draw in (0, 1), never 0 or 1. `item` tells apart draws of one stream at one tick. */
export function uniform(seed: number, stream: number, item: number, tick: number): number {
  threefry(seed, stream, item, tick, scratch);
  return (scratch[0] + 0.5) * 2 ** -32;
}
