import { ALLOWANCE_COLUMNS, allowanceDesk } from "../allowance-desk.ts";
import { CHUNK } from "../blocks.ts";
import { type Desk, deskTables, deskDraws, type KernelColumns, type KernelSize } from "../kernel.ts";
import { TRAITS } from "../traits.ts";
import { padded, type Room } from "./room.ts";

/** The order to the kernel: a row of 32-bit fields, in the order of the class Choice in assembly/choice.ts. */
export const FIELD = {
  rows: 0,
  registers: 1,
  stride: 2,
  none: 3,
  tasteByRow: 4,
  seen: 5,
  vendor: 6,
  pull: 7,
  inputWeight: 8,
  outputWeight: 9,
  qualityFloor: 10,
  taste: 11,
  agents: 12,
  held: 13,
  loyalty: 14,
  exclude: 15,
  bonus: 16,
  bonusColumns: 17,
  slot: 18,
  shift: 19,
  shifted: 20,
  pick: 21,
  reach: 22,
  mu: 23,
} as const;
const FIELDS = 25; // and what the kernel read ahead

/** The five columns of a register of products that lie together, in the order of assembly/choice.ts. */
export const SEEN = { off: 0, lnQuality: 1, base: 2, input: 3, output: 4 } as const;
export const SEEN_COLUMNS = 5;

/** Tables by product, padded to whole registers of four. */
interface Tables {
  readonly seen: Float32Array; // register x SEEN column x lane
  readonly seenBits: Int32Array; // the same cells; "off" is a mask, -1 not on sale, 0 on sale
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
  const seen = from.float32(SEEN_COLUMNS * products);
  return {
    tables: {
      seen,
      seenBits: new Int32Array(seen.buffer, seen.byteOffset, seen.length),
      vendor: from.int32(products),
      pull: from.float32((tastes + 1) * products),
      slot: from.int32(products),
      shift: from.float32(products),
      shifted: from.int32(products),
      tasteRows: from.float32(CHUNK * tastes),
      words: from.int32(2 * CHUNK + 8),
      order,
      orderFloats: new Float32Array(order.buffer, order.byteOffset, FIELDS),
    },
    desk: {
      agents: from.int32(CHUNK),
      held: from.int16(CHUNK),
      heldSecond: from.int16(CHUNK),
      loyalty: from.float32(CHUNK),
      exclude: from.int16(CHUNK),
      bonus: from.float32(CHUNK * tastes),
      pick: from.int16(CHUNK),
      pickSecond: from.int16(CHUNK),
      reach: from.float32(CHUNK),
      reachSecond: from.float32(CHUNK),
      hits: from.int32(CHUNK),
      draws: deskDraws(from.float64(TRAITS.length * CHUNK)),
      allowance: allowanceDesk(from.float64(ALLOWANCE_COLUMNS.length * CHUNK)),
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
  8 * CHUNK * (tastes + 8 + ALLOWANCE_COLUMNS.length + TRAITS.length) +
  4 * (tastes + 4) * (tastes + 4) +
  64 * (tastes + 64) +
  4096;
