import { CHUNK } from "../blocks.ts";
import { type Desk, deskTables, type KernelColumns, type KernelSize } from "../kernels.ts";
import { padded, type Room } from "./room.ts";

/** The order to the kernel: a row of 32-bit fields, in the order of the class Choice in assembly/choice.ts. */
export const FIELD = {
  rows: 0,
  registers: 1,
  stride: 2,
  none: 3,
  tasteByRow: 4,
  off: 5,
  lnQuality: 6,
  base: 7,
  input: 8,
  output: 9,
  vendor: 10,
  pull: 11,
  inputWeight: 12,
  outputWeight: 13,
  qualityFloor: 14,
  taste: 15,
  agents: 16,
  held: 17,
  loyalty: 18,
  exclude: 19,
  bonus: 20,
  bonusColumns: 21,
  slot: 22,
  shift: 23,
  shifted: 24,
  pick: 25,
  reach: 26,
  mu: 27,
} as const;
const FIELDS = 28;

/** Tables by product, padded to whole registers of four. */
export interface Tables {
  readonly off: Int32Array; // mask: -1 not on sale, 0 on sale
  readonly lnQuality: Float32Array;
  readonly base: Float32Array;
  readonly input: Float32Array;
  readonly output: Float32Array;
  readonly vendor: Int32Array;
  readonly pull: Float32Array; // product held x product: the part of loyalty that counts
  readonly slot: Int32Array; // bonus column -> product
  readonly shift: Float32Array; // one row's bonuses, by product
  readonly shifted: Int32Array; // mask: has a bonus
  readonly tasteRows: Float32Array; // tastes that live elsewhere, by row of the batch
  readonly words: Int32Array; // random bits of a chunk
  readonly order: Int32Array;
  readonly orderFloats: Float32Array; // the same cells
}

export interface Layout {
  readonly columns: KernelColumns;
  readonly desk: Desk;
  readonly tables: Tables;
}

/** Everything one population's kernel keeps in its memory: 12 bytes an agent, 4 a taste, and one chunk's room. */
export function layOut(from: Room, { agents, tastes }: KernelSize): Layout {
  const products = Math.ceil(tastes / 4) * 4;
  const order = from.int32(FIELDS);
  return {
    tables: {
      off: from.int32(products),
      lnQuality: from.float32(products),
      base: from.float32(products),
      input: from.float32(products),
      output: from.float32(products),
      vendor: from.int32(products),
      pull: from.float32((tastes + 1) * products),
      slot: from.int32(products),
      shift: from.float32(products),
      shifted: from.int32(products),
      tasteRows: from.float32(CHUNK * tastes),
      words: from.int32(CHUNK + 8),
      order,
      orderFloats: new Float32Array(order.buffer, order.byteOffset, FIELDS),
    },
    desk: {
      agents: from.int32(CHUNK),
      held: from.int16(CHUNK),
      heldBeside: from.int16(CHUNK),
      loyalty: from.float32(CHUNK),
      exclude: from.int16(CHUNK),
      bonus: from.float32(CHUNK * tastes),
      pick: from.int16(CHUNK),
      pickBeside: from.int16(CHUNK),
      reach: from.float32(CHUNK),
      reachBeside: from.float32(CHUNK),
      hits: from.int32(CHUNK),
      ...deskTables(tastes),
    },
    columns: {
      inputWeight: from.float32(agents),
      outputWeight: from.float32(agents),
      qualityFloor: from.float32(agents),
      taste: from.float32(agents * tastes),
    },
  };
}

/** An upper bound of what `layOut` takes. */
export const layoutBytes = ({ agents, tastes }: KernelSize): number =>
  3 * padded(4 * agents) +
  padded(4 * agents * tastes) +
  8 * CHUNK * (tastes + 8) +
  4 * (tastes + 4) * (tastes + 4) +
  64 * (tastes + 64) +
  4096;
