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
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;

/** Two 32-bit words from a 64-bit key (k0, k1) and a 64-bit counter (c0, c1), written to `out`. */
export function threefry(k0: number, k1: number, c0: number, c1: number, out: Uint32Array): void {
  const k2 = PARITY ^ k0 ^ k1;
  let x = (c0 + k0) | 0;
  let y = (c1 + k1) | 0;
  for (let group = 0; group < 5; group++) {
    const first = (group & 1) << 2;
    for (let r = first; r < first + 4; r++) {
      x = (x + y) | 0;
      y = ((y << ROTATIONS[r]) | (y >>> (32 - ROTATIONS[r]))) ^ x;
    }
    const step = group % 3; // after group g the key words (g+1, g+2) mod 3 are added, and g+1 to the second
    x = (x + (step === 0 ? k1 : step === 1 ? k2 : k0)) | 0;
    y = (y + (step === 0 ? k2 : step === 1 ? k0 : k1) + group + 1) | 0;
  }
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
