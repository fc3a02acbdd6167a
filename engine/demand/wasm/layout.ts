import { CHUNK } from "../blocks.ts";
import type { Desk, KernelColumns, KernelSize } from "../kernels.ts";
import { padded, type Room } from "./room.ts";

/** The order to the kernel: a row of 32-bit fields, in the order of the class Choice in assembly/choice.ts. */
export const FIELD = {
  rows: 0,
  registers: 1,
  stride: 2,
  tasteByRow: 3,
  onSale: 4,
  lnQuality: 5,
  base: 6,
  input: 7,
  output: 8,
  vendor: 9,
  inputWeight: 10,
  outputWeight: 11,
  qualityFloor: 12,
  taste: 13,
  agents: 14,
  held: 15,
  loyalty: 16,
  exclude: 17,
  bonus: 18,
  bonusColumns: 19,
  slot: 20,
  shift: 21,
  shifted: 22,
  pick: 23,
  reach: 24,
  vendorOf: 25,
  mu: 26,
  sameVendor: 27,
} as const;
const FIELDS = 28;

/** Tables by product, padded to whole registers of four. */
export interface Tables {
  readonly onSale: Int32Array; // mask: -1 may be chosen, 0 not
  readonly lnQuality: Float32Array;
  readonly base: Float32Array;
  readonly input: Float32Array;
  readonly output: Float32Array;
  readonly vendor: Int32Array;
  readonly vendorOf: Int16Array;
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
      onSale: from.int32(products),
      lnQuality: from.float32(products),
      base: from.float32(products),
      input: from.float32(products),
      output: from.float32(products),
      vendor: from.int32(products),
      vendorOf: from.int16(products),
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
  3 * padded(4 * agents) + padded(4 * agents * tastes) + 8 * CHUNK * (tastes + 8) + 64 * (tastes + 64) + 4096;
