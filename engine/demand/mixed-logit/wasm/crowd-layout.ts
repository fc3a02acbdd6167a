import { padded, room } from "./room.ts";

/** The order to the kernel: a row of 32-bit fields, in the order of the class Crowd in assembly/crowd.ts. */
const FIELDS = [
  "people",
  "width",
  "stride",
  "ahead",
  "from",
  "price",
  "moved",
  "flat",
  "owner",
  "mine",
  "sums",
  "level",
  "first",
  "second",
  "sum",
  "turn",
  "profits",
  "marginal",
  "curve",
  "values",
  "counts",
  "found",
  "laws",
] as const;

/** A person's head, in cells of eight bytes, and its rows; see assembly/crowd.ts. */
export const HEAD = { size: 0, users: 1, free: 2, adopts: 3, top: 6, level: 7, reach: 8 } as const;
const HEAD_CELLS = 12;
const ROWS = [
  "base",
  "quality",
  "rate",
  "pull",
  "tax",
  "fade",
  "revenue",
  "cost",
  "later",
  "utility",
  "likes",
  "pick",
  "volume",
  "billed",
] as const;

/** Prices tried of one good at a time, at most. */
export const VALUES = 32;

/** What a crowd of so many keeps in a memory of its own. @throws RangeError where there is not that much */
export function layCrowdOut(people: number, goods: number) {
  const width = 2 * Math.ceil(goods / 2); // in cells
  const stride = HEAD_CELLS + ROWS.length * width;
  const cells = people * stride + 2 * width * width + 2 * width * VALUES + 16 * width + 64;
  const from = room(8 * cells + 32 * padded(0) + 65_536);
  const order = from.int32(FIELDS.length);
  const row = () => from.float64(width);
  const tables = {
    price: row(),
    moved: from.int32(2 * width),
    flat: from.int32(2 * width),
    owner: from.int32(width),
    mine: from.int32(2 * width * width),
    sums: row(),
    level: row(),
    first: row(),
    second: row(),
    sum: row(),
    turn: row(),
    profits: row(),
    marginal: row(),
    curve: from.float64(width * width),
    values: from.float64(width * VALUES),
    counts: from.int32(width),
    found: from.float64(width * VALUES),
    laws: from.float64(3),
  };
  const crowd = from.float64(people * stride);
  const numbers = { people, width: 8 * width, stride: 8 * stride, ahead: 0, from: crowd.byteOffset };
  FIELDS.forEach(
    (name, k) => (order[k] = name in numbers ? numbers[name as "people"] : tables[name as "price"].byteOffset),
  );
  return {
    memory: from.memory,
    order,
    tables,
    crowd,
    width,
    /** Where in `crowd` a person's head begins. */
    headOf: (person: number) => person * stride,
    /** Where in `crowd` a person's row begins. */
    rowOf: (person: number, name: (typeof ROWS)[number]) => person * stride + HEAD_CELLS + ROWS.indexOf(name) * width,
    lookAhead: () => void (order[FIELDS.indexOf("ahead")] = 1),
    setPeople: (count: number) => void (order[FIELDS.indexOf("people")] = count),
  };
}
