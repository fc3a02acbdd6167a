import { log } from "../../math/elementary.ts";
import { threefry, uniform } from "../../math/random.ts";
import { type AllowanceDesk, allowanceDesk, meterReference, weighReference } from "./allowance-desk.ts";
import { USER } from "./agents.ts";
import { CHUNK } from "./blocks.ts";
import type { Batch, KernelConstants } from "./choose-reference.ts";
import { chooseReference } from "./choose-reference.ts";
import type { Population } from "./population.ts";
import { blankTable, type ChoiceTable } from "./tables.ts";
import { TRAITS } from "./traits.ts";

export const KERNELS = ["js", "wasm"] as const;
export type KernelId = (typeof KERNELS)[number];

/** What a kernel reads of the population, in memory of its own so that nothing need be copied. */
export interface KernelColumns {
  readonly inputWeight: Float32Array; // by agent
  readonly outputWeight: Float32Array;
  readonly qualityFloor: Float32Array;
  readonly taste: Float32Array; // agent x product
}

/** Room for one chunk of deciders, used over and over. */
export interface Desk {
  readonly agents: Int32Array;
  readonly held: Int16Array;
  readonly heldSecond: Int16Array; // the second product of those who use two
  readonly loyalty: Float32Array;
  readonly exclude: Int16Array;
  readonly bonus: Float32Array; // row x column, as many columns as there are products
  readonly pick: Int16Array;
  readonly pickSecond: Int16Array;
  readonly reach: Float32Array;
  readonly reachSecond: Float32Array;
  readonly hits: Int32Array; // of the last drawsUpTo
  readonly allowance: AllowanceDesk;
  readonly draws: readonly Float64Array[]; // uniform, a column for each trait of people
  readonly table: ChoiceTable; // what a segment sees
  readonly odds: Float64Array; // of waking, by what an agent can do next
}

/**
 * The part of a desk that no kernel reads in place. Made once: a small typed array costs as much as a hundred agents.
 */
export const deskTables = (products: number): Pick<Desk, "table" | "odds"> => ({
  table: blankTable(products),
  odds: new Float64Array(USER + products),
});

/** Columns of draws for one chunk of agents, one a trait. */
export const deskDraws = (place: Float64Array = new Float64Array(TRAITS.length * CHUNK)): Float64Array[] =>
  TRAITS.map((_, c) => place.subarray(c * CHUNK, (c + 1) * CHUNK));

/** A stream of draws at one tick, or for one item. */
export interface Draw {
  readonly seed: number;
  readonly stream: number;
  readonly tick: number;
}

/** Agents [from, from + count) of a segment, counted from its first. */
interface Slice {
  readonly from: number;
  readonly count: number;
}

/**
 * The hot loops. Two implementations that agree to the bit: this file's is the definition, the WebAssembly one is for
 * speed. A kernel belongs to one population; nothing a market keeps lives in it.
 */
export interface Kernel {
  readonly id: KernelId;
  readonly columns: KernelColumns;
  readonly desk: Desk;
  /** Picks the best product for each row of the batch, at most CHUNK rows. */
  choose(p: Population, table: ChoiceTable, batch: Batch, constants: KernelConstants): void;
  /**
   * Which agents draw at most `limit` of 2^16, into desk.hits: (place in the slice) x 65536 + draw, in order; returns
   * how many. `from` is a multiple of 4, `count` at most CHUNK.
   */
  drawsUpTo(draw: Draw, slice: Slice, limit: number): number;
  /** What each of the first `count` at desk.allowance uses, has free and gains. */
  meter(count: number): void;
  /** What its allowance adds to the ln surplus of each of the first `count` there. */
  weigh(count: number): void;
  /** Uniform draws of a slice, item by item, to a column of desk.draws. */
  uniforms(draw: Draw, slice: Slice, column: number): void;
  /**
   * Standard Gumbel tastes of a slice for one product (the draw's tick), to every
   * `stride`-th cell from `at`. `from` is even.
   */
  gumbels(draw: Draw, slice: Slice, to: { readonly at: number; readonly stride: number }): void;
}

export interface KernelSize {
  readonly agents: number;
  readonly tastes: number; // of an agent
}

export const gumbel = (word: number): number => -log(-log((word + 0.5) * 2 ** -32));

const bits = new Uint32Array(2);

export function jsKernel({ agents, tastes }: KernelSize): Kernel {
  const columns = {
    inputWeight: new Float32Array(agents),
    outputWeight: new Float32Array(agents),
    qualityFloor: new Float32Array(agents),
    taste: new Float32Array(agents * tastes),
  };
  const desk = {
    agents: new Int32Array(CHUNK),
    held: new Int16Array(CHUNK),
    heldSecond: new Int16Array(CHUNK),
    loyalty: new Float32Array(CHUNK),
    exclude: new Int16Array(CHUNK),
    bonus: new Float32Array(CHUNK * tastes),
    pick: new Int16Array(CHUNK),
    pickSecond: new Int16Array(CHUNK),
    reach: new Float32Array(CHUNK),
    reachSecond: new Float32Array(CHUNK),
    hits: new Int32Array(CHUNK),
    allowance: allowanceDesk(),
    draws: deskDraws(),
    ...deskTables(tastes),
  };
  return {
    id: "js",
    columns,
    desk,
    choose: chooseReference,
    drawsUpTo: (draw, slice, limit) => drawsUpTo(draw, slice, limit, desk.hits),
    meter: (count) => meterReference(desk.allowance, count),
    weigh: (count) => weighReference(desk.allowance, count),
    uniforms({ seed, stream, tick }, { from, count }, column) {
      for (let k = 0; k < count; k++) desk.draws[column][k] = uniform(seed, stream, from + k, tick);
    },
    gumbels({ seed, stream, tick }, { from, count }, { at, stride }) {
      for (let k = from; k < from + count; k++) {
        if ((k & 1) === 0) threefry(seed, stream, k >> 1, tick, bits);
        columns.taste[at + (k - from) * stride] = gumbel(bits[k & 1]);
      }
    },
  };
}

/** One block of 64 bits serves four agents, 16 bits each. */
function drawsUpTo({ seed, stream, tick }: Draw, { from, count }: Slice, limit: number, hits: Int32Array): number {
  let found = 0;
  for (let k = 0; k < count; k += 4) {
    threefry(seed, stream, (from + k) >> 2, tick, bits);
    const x = bits[0];
    const y = bits[1];
    if ((x & 0xffff) <= limit) hits[found++] = (k << 16) | (x & 0xffff);
    if (x >>> 16 <= limit && k + 1 < count) hits[found++] = ((k + 1) << 16) | (x >>> 16);
    if ((y & 0xffff) <= limit && k + 2 < count) hits[found++] = ((k + 2) << 16) | (y & 0xffff);
    if (y >>> 16 <= limit && k + 3 < count) hits[found++] = ((k + 3) << 16) | (y >>> 16);
  }
  return found;
}
